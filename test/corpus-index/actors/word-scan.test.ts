import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FirstWords } from '../../../corpus-index/actors/first-words';
import { HereNames } from '../../../corpus-index/actors/here-names';
import { PassedWords } from '../../../corpus-index/actors/passed-words';
import type { WantedWords } from '../../../corpus-index/actors/word-scan';
import { WordScan } from '../../../corpus-index/actors/word-scan';
import { WordCursor } from '../../../corpus-index/text/word-cursor';
import { processorTimes } from '../../support/processor-time';

type Found = readonly [term: string, start: number, end: number, hash: number];

function scanned(text: string): Found[] {
  const scan = new WordScan(text);
  const found: Found[] = [];
  while (scan.next()) {
    const term = scan.term();
    assert.ok(scan.is(term) && !scan.is(`${term}x`));
    found.push([term, scan.start, scan.end, scan.hash]);
  }
  return found;
}

function walked(text: string): Found[] {
  const cursor = new WordCursor(text);
  const found: Found[] = [];
  while (cursor.next()) found.push([cursor.term(), cursor.start, cursor.end, cursor.hash]);
  return found;
}

const wordsOf = (text: string) => walked(text).map(([term, , , hash]) => ({ term, hash }));

function wantedOf(looked: string, over: string): WantedWords {
  const passed = new PassedWords();
  for (const { hash } of wordsOf(over)) passed.add(hash, 1);
  return { begins: new FirstWords(wordsOf(looked)), passed, here: new HereNames() };
}

/** Each word that is looked for must be found with its bounds, and no other stretch of the text. */
function checkWanted(text: string, looked: string, over: string): void {
  const [wantedHashes, passedHashes] = [looked, over].map(
    (of) => new Set(wordsOf(of).map(({ hash }) => hash)),
  );
  const wanted = wantedOf(looked, over);
  const scan = new WordScan(text);
  const found = new Map<number, Found>();
  while (scan.nextOf(wanted)) found.set(scan.start, [scan.term(), scan.start, scan.end, scan.hash]);
  for (const word of walked(text)) {
    const [term, start, , hash] = word;
    const changed = text.charCodeAt(start) !== term.charCodeAt(0);
    if (wantedHashes?.has(hash) === true || (changed && passedHashes?.has(hash) !== true))
      assert.ok(found.has(start), `${term} in ${JSON.stringify(text)}`);
    if (found.has(start)) assert.deepEqual(found.get(start), word);
    found.delete(start);
  }
  assert.deepEqual([...found.values()], []);
}

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      "'s",
      '’',
      "'",
      '-',
      '–',
      '.',
      ',',
      '/',
      ' ',
      ' ',
      '\n',
      'al',
      'An',
      'e',
      'U',
      's',
      '1',
      '23',
      'ß',
      'é',
      'ū',
      '\u0301',
      '\u00ad',
      '東',
      '😀',
      'ʿ',
      '`',
      '"',
      ')',
    ],
  ),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
);

const pieces = fc.array(piece, { maxLength: 30 }).map((all) => all.join(''));

describe('WordScan', () => {
  it('finds the words that the cursor finds', () => {
    for (const text of [
      "Karim's boat, the Nuris' and 'quoted' don’t rock 'n' roll",
      'al-Nuri an-Nuri as-Suri Al–Qaeda el-Adl ul-Haq up-to re-use us-led',
      'U.S. forces, J.D. Rowe, W. Rowe. 470,000 at 1.5 on 24.03.2014, 9/11 and 9/11/2001',
      'Straße Kārim Ɓ ǅ ﬁne Ｗide 東京 النوري ʿAbd \u00ad soft\u00adhyphen zero\u200bwidth',
      "s's 's s' a-b a'b",
    ])
      assert.deepEqual(scanned(text), walked(text), text);
  });

  it('skips no word that it looks for, and none with a capital that was not passed over', () => {
    fc.assert(
      fc.property(pieces, pieces, pieces, (text, looked, over) => {
        checkWanted(text, looked, over);
      }),
      { numRuns: 2000 },
    );
  });

  it('skips none in a text of which more than one stretch is read', () => {
    const begun = fc.constantFrom(
      'of the '.repeat(583),
      'of a.b the '.repeat(372),
      '’tis – “so” '.repeat(341),
    );
    fc.assert(
      fc.property(begun, pieces, pieces, (before, text, looked) => {
        checkWanted(`${before}${text} ${text}`, looked, 'This So');
      }),
      { numRuns: 60 },
    );
  });

  it('passes over words in a token without an end in a time that grows as the token does', () => {
    const wanted = wantedOf('ax', '');
    const [short = 0, long = 0] = processorTimes(
      [2_000, 8_000].map((times) => {
        const text = 'ab.ax.a.b'.repeat(times);
        return () => {
          const scan = new WordScan(text);
          while (scan.nextOf(wanted));
        };
      }),
    );
    assert.ok(long < short * 8, `${short.toFixed(1)} ms, four times as much: ${long.toFixed(1)} ms`);
  });

  it('finds the words that the cursor finds in any text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        assert.deepEqual(scanned(pieces.join('')), walked(pieces.join('')));
      }),
      { numRuns: 5000 },
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { HashFilter } from '../../../corpus-index/actors/hash-filter';
import { HereNames } from '../../../corpus-index/actors/here-names';
import { PassedWords } from '../../../corpus-index/actors/passed-words';
import { WordScan } from '../../../corpus-index/actors/word-scan';
import { WordCursor } from '../../../corpus-index/text/word-cursor';

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
    const wordsOf = (text: string) => walked(text).map(([term, , , hash]) => ({ term, hash }));
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.array(piece),
        fc.array(piece),
        (pieces, some, other) => {
          const text = pieces.join('');
          const looked = new Set(wordsOf(some.join(' ')).map(({ hash }) => hash));
          const over = new Set(wordsOf(other.join(' ')).map(({ hash }) => hash));
          const wanted = {
            begins: new HashFilter([...looked]),
            passed: new PassedWords(),
            here: new HereNames(),
          };
          for (const hash of over) wanted.passed.add(hash, 1);
          const scan = new WordScan(text);
          const found = new Set<number>();
          while (scan.nextOf(wanted)) found.add(scan.start);
          for (const [term, start, , hash] of walked(text)) {
            const changed = text.charCodeAt(start) !== term.charCodeAt(0);
            if (looked.has(hash) || (changed && !over.has(hash))) assert.ok(found.has(start), term);
          }
        },
      ),
      { numRuns: 2000 },
    );
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

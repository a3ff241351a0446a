import assert from 'node:assert/strict';
import fc from 'fast-check';
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

  it('finds the words that the cursor finds in any text', () => {
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
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        assert.deepEqual(scanned(pieces.join('')), walked(pieces.join('')));
      }),
      { numRuns: 5000 },
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CodePoints, normalised } from '../../../corpus-index/lock/code-points';

const BREAKABLE = fc.array(
  fc.constantFrom('a', 'é', '\r\n', '\n', '\r', '😀', '𝒜', '\uD83D', '\uDE00', ' ', 'א'),
);

describe('code points of the normalised text', () => {
  it('count a character beyond the BMP once, and CR LF as one line end', () => {
    const text = 'a😀b\r\nc';
    const points = new CodePoints(text);
    assert.deepEqual(
      [0, 1, 3, 4, 6, 7].map((offset) => points.at(offset)),
      [0, 1, 2, 3, 4, 5],
    );
    assert.equal(points.length, Array.from(normalised(text)).length);
  });

  it('are the same for CR LF and LF', () => {
    const lines = ['One 😀', 'two', '', 'three'];
    const [unix, windows] = [lines.join('\n'), lines.join('\r\n')];
    const at = (text: string) => new CodePoints(text).at(text.indexOf('three'));
    assert.equal(at(unix), at(windows));
    assert.equal(normalised(windows), unix);
  });

  it('lead back to the offset they were made of', () => {
    fc.assert(
      fc.property(BREAKABLE, (pieces) => {
        const text = pieces.join('');
        const points = new CodePoints(text);
        // What the standard's reader would count: the code points of the normalised text up to there.
        const characters = [...text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]|\r\n|[^]/g)];
        characters.forEach(({ index }, count) => {
          assert.equal(points.at(index), count);
          assert.equal(points.offset(count), index);
        });
        assert.equal(points.length, characters.length);
        assert.equal(points.offset(characters.length), text.length);
        assert.equal(Array.from(normalised(text)).length, characters.length);
      }),
      { numRuns: 2000 },
    );
  });
});

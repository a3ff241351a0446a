import assert from 'node:assert/strict';
import { joinedRanges, rangesWithVotes, widenedRange } from '../../../corpus-index/quotations/passage-ranges';

/** Ten passages of 100 characters, two between them. */
const source = {
  passages: Array.from({ length: 10 }, (_, at) => ({ n: at + 1, start: at * 102, end: at * 102 + 100 })),
};

describe('the passages in which a quotation can stand', () => {
  it('are those with enough votes, and one behind for the rest of its sentence', () => {
    assert.deepEqual(rangesWithVotes(source, new Map([[4, 3]]), 3, { before: 0, behind: 10 }), [
      { from: 4, to: 6 },
    ]);
  });

  it('are none where a gram is missing', () => {
    assert.deepEqual(rangesWithVotes(source, new Map([[4, 2]]), 3, { before: 0, behind: 10 }), []);
  });

  it('may have the votes together, as far apart as the quotation is long', () => {
    const votes = new Map([
      [4, 2],
      [5, 1],
    ]);
    assert.deepEqual(rangesWithVotes(source, votes, 3, { before: 0, behind: 10 }), [{ from: 4, to: 7 }]);
    const apart = new Map([
      [1, 2],
      [8, 1],
    ]);
    assert.deepEqual(rangesWithVotes(source, apart, 3, { before: 0, behind: 10 }), []);
    assert.deepEqual(rangesWithVotes(source, apart, 3, { before: 0, behind: 400 }).length, 1);
  });

  it('reach back where the quotation began before what was found, at twice its length as a source can have more characters', () => {
    assert.deepEqual(widenedRange(source, { from: 4, to: 5 }, { before: 60, behind: 0 }), { from: 2, to: 6 });
  });

  it('are one where they touch', () => {
    assert.deepEqual(
      joinedRanges([
        { from: 5, to: 7 },
        { from: 1, to: 3 },
        { from: 3, to: 4 },
        { from: 6, to: 9 },
      ]),
      [
        { from: 1, to: 4 },
        { from: 5, to: 9 },
      ],
    );
  });
});

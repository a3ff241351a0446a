import assert from 'node:assert/strict';
import { GramTable } from '../../../corpus-index/quotations/gram-table';

/** A source whose passages have these grams. */
const sourceOf = (...passages: number[][]) => {
  const heads = [0];
  for (const grams of passages) heads.push((heads.at(-1) ?? 0) + grams.length);
  return { hashes: Uint32Array.from(passages.flat()), heads: Uint32Array.from(heads) };
};
const passagesWith = (table: GramTable, source: number, gram: number): number[] => [
  ...table.votesIn(source, Uint32Array.of(gram)).keys(),
];

describe('a table of word grams', () => {
  const FAR = 0x7f000001; // in the same bucket as 1, told apart by the rest of its hash
  const table = new GramTable([sourceOf([1, 2], [3, 1]), sourceOf([FAR]), sourceOf([], [1], [2])]);

  it('names each source of which a passage has a gram, in order', () => {
    assert.deepEqual(table.sourcesWith(1), [0, 2]);
    assert.deepEqual(table.sourcesWith(2), [0, 2]);
  });

  it('names the passages of one source, counted from its own first', () => {
    assert.deepEqual(passagesWith(table, 0, 1), [0, 1]);
    assert.deepEqual(passagesWith(table, 2, 1), [1]);
    assert.deepEqual(passagesWith(table, 2, 2), [2]);
    assert.deepEqual(passagesWith(table, 1, 1), []);
  });

  it('tells grams of one bucket apart', () => {
    assert.deepEqual(table.sourcesWith(FAR), [1]);
    assert.deepEqual(passagesWith(table, 0, FAR), []);
  });

  it('never counts fewer places of a gram than it has', () => {
    assert.ok(table.placesOf(1) >= 3);
    assert.ok(table.placesOf(FAR) >= 1);
  });
});

import assert from 'node:assert/strict';
import { inOneGo } from '#corpus-index';
import { chance } from '../../../bench/chance';
import { GramTable } from '../../../corpus-index/quotations/gram-table';
import { gramTableInSteps } from '../../../corpus-index/quotations/gram-table-data';

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
  const table = GramTable.of([sourceOf([1, 2], [3, 1]), sourceOf([FAR]), sourceOf([], [1], [2])]);

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

describe('tables of word grams that are joined', () => {
  const random = chance(11);
  const number = (below: number) => Math.floor(random() * below);
  // Grams of few and of all bits, so that some stand in many passages, and some begin alike.
  const gram = () => [number(40), number(2 ** 32), number(8) * 2 ** 29 + number(4)][number(3)] ?? 0;
  const source = () =>
    sourceOf(...Array.from({ length: 1 + number(20) }, () => Array.from({ length: number(200) }, gram)));
  const sources = Array.from({ length: 60 }, source);

  it('are the table of all sources that are left', () => {
    const first = GramTable.of(sources.slice(0, 40)).data;
    const live = Uint8Array.from({ length: 40 }, (_, at) => (at % 7 === 3 ? 0 : 1));
    const single = { table: GramTable.of(sources.slice(40, 41)).data, live: Uint8Array.of(1) };
    const joined = inOneGo(gramTableInSteps([{ table: first, live }, single, ...sources.slice(41)]));
    const left = sources.filter((_, at) => live[at] !== 0);
    const table = new GramTable(joined);
    const one = GramTable.of(left);
    assert.deepEqual(joined.bases, one.data.bases);
    for (const { hashes } of left)
      for (const hash of hashes.subarray(0, 20)) {
        assert.deepEqual(table.sourcesWith(hash), one.sourcesWith(hash));
        assert.equal(table.placesOf(hash), one.placesOf(hash));
      }
  });

  it('lie where the threads that use them see them', () => {
    const shared = (length: number) => new Uint32Array(new SharedArrayBuffer(4 * length));
    const { entries, heads, bases } = inOneGo(gramTableInSteps(sources, shared));
    for (const { buffer } of [entries, heads, bases]) assert.ok(buffer instanceof SharedArrayBuffer);
    assert.deepEqual([...entries], [...GramTable.of(sources).data.entries]);
  });
});

import assert from 'node:assert/strict';
import {
  inOneGo,
  MemoryIndex,
  readSegment,
  segmentBytes,
  stopWords,
  words,
  type IndexedSource,
  type PassageHit,
  type PassageIndex,
} from '#corpus-index';
import { MiniSearchIndex } from '../../../bench/search/mini-search-index';
import { MadeUpSources } from '../../support/made-up-sources';

const SOURCES = 40;
const PASSAGES = 10;

const sourcesOf = (made: MadeUpSources): IndexedSource[] =>
  Array.from({ length: SOURCES }, (_, at) => made.source(`s${at}.txt`, PASSAGES));

async function indexOf(sources: readonly IndexedSource[]): Promise<MemoryIndex> {
  const index = new MemoryIndex();
  await index.put(sources);
  return index;
}

/** Scores are sums, made in another order: equal but for the last digits. */
const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= 1e-9 * one;

/** The same scores in the same order, and the same passages, but where passages score alike. */
function assertSame(actual: readonly PassageHit[], expected: readonly PassageHit[], query: string): void {
  assert.equal(actual.length, expected.length, query);
  const worst = expected.at(-1)?.score ?? 0;
  actual.forEach((hit, at) => {
    assert.ok(isNear(hit.score, expected[at]?.score ?? NaN), `${query}: score ${at}`);
    const isThere = expected.some(({ path, n }) => path === hit.path && n === hit.n);
    assert.ok(isThere || isNear(hit.score, worst), `${query}: ${hit.path} ${hit.n}`);
  });
}

async function assertAlike(
  actual: PassageIndex,
  expected: PassageIndex,
  queries: readonly string[],
): Promise<void> {
  for (const query of queries)
    assertSame(await actual.search(query, 10), await expected.search(query, 10), query);
}

const queriesOf = (made: MadeUpSources, count: number): string[] =>
  Array.from({ length: count }, () => made.query());

const hasTellingWord = (query: string): boolean => words(query).some(({ term }) => !stopWords.has(term));

describe('the passage index in memory', () => {
  it('finds and scores the same as MiniSearch, asked a thousand times', async () => {
    const made = new MadeUpSources(1);
    const sources = sourcesOf(made);
    const stock = new MiniSearchIndex();
    await stock.put(sources);
    const queries = queriesOf(made, 1000).filter(hasTellingWord);
    assert.ok(queries.length > 950);
    await assertAlike(await indexOf(sources), stock, queries);
  });

  it('answers as one built anew when sources were replaced and removed, joined or not', async () => {
    const made = new MadeUpSources(2);
    const sources = sourcesOf(made);
    const index = await indexOf(sources);
    inOneGo(index.join());
    const later = sources.map((source, at) =>
      at % 3 === 0 ? made.source(source.path, 1 + (at % 20)) : source,
    );
    for (const source of later.filter((_, at) => at % 3 === 0)) {
      await index.put([source]);
      await index.search(made.query(), 1);
    }
    await index.remove(['s1.txt', 's3.txt']);
    const fresh = await indexOf(later.filter(({ path }) => path !== 's1.txt' && path !== 's3.txt'));
    const queries = queriesOf(made, 300);
    await assertAlike(index, fresh, queries);
    inOneGo(index.join());
    await assertAlike(index, fresh, queries);
    const read = readSegment(segmentBytes(inOneGo(index.join())));
    await assertAlike(read ? MemoryIndex.of(read) : new MemoryIndex(), fresh, queries);
  });

  it('takes what changes while it is joined, and answers in between', async () => {
    const made = new MadeUpSources(3);
    const sources = sourcesOf(made);
    const index = await indexOf(sources.slice(0, 20));
    inOneGo(index.join());
    await index.put(sources.slice(20));
    const joining = index.join();
    const changed = new Map(sources.map((source) => [source.path, source]));
    for (let step = 0; joining.next().done !== true; step++) {
      const replaced = made.source(`s${step * 7}.txt`, 3);
      await index.put([replaced]);
      await index.remove([`s${step * 7 + 1}.txt`]);
      changed.set(replaced.path, replaced);
      changed.delete(`s${step * 7 + 1}.txt`);
      await assertAlike(index, await indexOf([...changed.values()]), queriesOf(made, 5));
    }
    assert.ok(changed.size < SOURCES, 'something has changed meanwhile');
    const fresh = await indexOf([...changed.values()]);
    await assertAlike(index, fresh, queriesOf(made, 100));
    inOneGo(index.join());
    await assertAlike(index, fresh, queriesOf(made, 100));
  });

  it('is scattered until it is joined, and again when much of it was replaced', async () => {
    const made = new MadeUpSources(4);
    const index = await indexOf(sourcesOf(made));
    assert.ok(index.isScattered);
    inOneGo(index.join());
    assert.ok(!index.isScattered);
    await index.put([made.source('s1.txt', PASSAGES)]);
    assert.ok(!index.isScattered, 'one of forty is not worth joining');
    await index.remove(['s2.txt', 's3.txt', 's4.txt']);
    assert.ok(index.isScattered);
  });

  it('takes words and queries of any length', async () => {
    const long = 'x'.repeat(100_000);
    const passages = [{ n: 1, text: `A ${long} and a pier. ${'quay '.repeat(70_000)}` }];
    const index = await indexOf([{ path: 'a.txt', about: '', passages }]);
    assert.equal((await index.search('pier quay '.repeat(5000), 10)).length, 1);
    assert.equal((await index.search(long, 10)).length, 1);
    assert.equal((await index.search(long.slice(0, 50), 10)).length, 1);
  });
});

describe('a segment as bytes', () => {
  const made = new MadeUpSources(5, 200);
  let bytes: Uint8Array;
  before(async () => {
    bytes = segmentBytes(inOneGo((await indexOf([made.source('a.txt', 4), made.source('b.txt', 2)])).join()));
  });

  it('is read wherever it begins', () => {
    for (const offset of [0, 1, 2, 4]) {
      const moved = new Uint8Array(bytes.length + offset);
      moved.set(bytes, offset);
      assert.deepEqual(readSegment(moved.subarray(offset))?.sources, [{ path: 'a.txt' }, { path: 'b.txt' }]);
    }
  });

  it('is not read where it was cut anywhere, or is of another format', () => {
    for (let length = 0; length < bytes.length; length++)
      assert.equal(readSegment(bytes.slice(0, length)), undefined, `cut to ${length}`);
    for (const at of [0, 4, 8, 40]) {
      const other = bytes.slice();
      other[at] = (other[at] ?? 0) ^ 255;
      assert.equal(readSegment(other), undefined, `changed at ${at}`);
    }
  });
});

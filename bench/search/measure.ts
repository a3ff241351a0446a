import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { MemoryIndex, readingOf, type IndexedSource, type SourceText } from '#corpus-index';
import { figureOf, figureOfEach, memory, timeRoundOf, type Figure, type Round } from '../figures';
import type { Measure } from '../measure';
import { MANY, type BuiltEngine, type Engine } from './engine';
import { miniSearch } from './mini-search';
import { MiniSearchIndex } from './mini-search-index';
import { flexSearch, lunrPeer, orama } from './other-peers';
import { own, ownOnDisk } from './own-engine';
import { makeQueries, QUERY_KINDS, type Queries, type QueryKind } from './queries';
import { ripgrep } from './ripgrep';
import { sqliteFts5 } from './sqlite-fts5';

const PEERS = [ownOnDisk, sqliteFts5, miniSearch, flexSearch, lunrPeer, orama, ripgrep].filter(
  (engine) => engine !== undefined,
);

/** On so many passages all peers are measured; on more only those that can take them. */
const FEW = 10_000;

/** Queries of each kind in a round; the first round does not count. */
const EACH = 100;
const WARM_UP = 1;

/** Sources that are replaced before it is measured: V8 compiles what is called often. */
const REPLACED_BEFORE = 6;

/** Queries whose answers are compared. */
const COMPARED = 1000;

/** Building, asking, starting again and replacing a source, beside MiniSearch and others. */
export const search: Measure = async function* ({ corpus, seed, rounds }) {
  if (!sqliteFts5)
    console.log('(SQLite is not in this Node.js: run the bench with one from 22.13 on to have it measured.)');
  if (!ripgrep) console.log('(ripgrep is not on this machine: it is not measured.)');
  const sources = corpus.sources.map(indexed);
  const few = sources.slice(0, Math.ceil(FEW / Math.max(1, sources[0]?.passages.length ?? 1)));
  for (const size of sources.length > few.length ? [sources, few] : [sources]) {
    const passages = size.flatMap((source) => source.passages.map(({ text }) => text));
    const queries = makeQueries(passages, EACH * (rounds + WARM_UP), seed);
    yield* ofSize(size, passages.length, queries, rounds);
    if (passages.length <= MANY) yield await sameAnswers(size, makeQueries(passages, COMPARED, seed + 1).any);
  }
};

const indexed = (source: SourceText): IndexedSource => ({
  path: source.path,
  about: `The title of ${source.path}`,
  passages: source.passages.map((passage) => ({ n: passage.n, text: readingOf(source, passage) })),
});

async function* ofSize(
  sources: readonly IndexedSource[],
  count: number,
  queries: Queries,
  rounds: number,
): AsyncGenerator<Figure> {
  const title = `${Math.round(count / 1000)}k`;
  for (const engine of [own, ...PEERS]) {
    if (count > (engine.mostPassages ?? Infinity)) continue;
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sourcewright-bench-'));
    yield* ofEngine(engine, title, sources, folder, queries, rounds);
    fs.rmSync(folder, { recursive: true });
  }
}

async function* ofEngine(
  engine: Engine,
  title: string,
  sources: readonly IndexedSource[],
  folder: string,
  queries: Queries,
  rounds: number,
): AsyncGenerator<Figure> {
  const name = (what: string, of = engine.name) => `${title} ${what}: ${of}`;
  const compared = (what: string) => (engine === own ? {} : { ratioTo: name(what, own.name) });
  const before = memory();
  let built: BuiltEngine | undefined;
  const round = await timeRoundOf([0], async () => {
    built = await engine.build(sources, folder);
  });
  if (!built) return;
  const note = built.note?.();
  yield figureOf(name('built'), [round], { ...compared('built'), ...(note === undefined ? {} : { note }) });
  const after = memory();
  const median = after.heap + after.external - before.heap - before.external;
  if (engine.isOutside !== true) yield { name: name('memory'), unit: 'MB', median, ...compared('memory') };
  for (const kind of engine.kinds ?? (Object.keys(QUERY_KINDS) as QueryKind[])) {
    const what = QUERY_KINDS[kind];
    const [timed, found] = await askAll(built, kind, queries[kind]);
    const share = `${((100 * found) / queries[kind].length).toFixed(0)} % answered`;
    yield figureOfEach(name(what), timed, { ...compared(what), note: share });
  }
  yield* lifeOf(built, name, compared, sources, queries.prefix, rounds);
  built.close?.();
}

async function askAll(
  built: BuiltEngine,
  kind: QueryKind,
  queries: readonly string[],
): Promise<readonly [Round[], number]> {
  const timed: Round[] = [];
  let found = 0;
  for (let at = 0; at < queries.length; at += EACH)
    timed.push(
      await timeRoundOf(queries.slice(at, at + EACH), async (query) => {
        if ((await built.search(query, kind)) > 0) found++;
      }),
    );
  return [timed.slice(WARM_UP), found];
}

/** Replacing sources, and starting again. */
async function* lifeOf(
  { replace, search: ask, save, coldStart }: BuiltEngine,
  name: (what: string) => string,
  compared: (what: string) => { readonly ratioTo?: string },
  sources: readonly IndexedSource[],
  queries: readonly string[],
  rounds: number,
): AsyncGenerator<Figure> {
  if (replace) {
    const timed: Round[] = [];
    for (let at = 0; at < rounds + REPLACED_BEFORE; at++) {
      const [to, from] = [sources[at % sources.length], sources[(at + 7) % sources.length]];
      if (!to || !from) return;
      const passages = [...from.passages.slice(1), { n: from.passages.length, text: `Quokka${at}.` }];
      timed.push(
        await timeRoundOf([0], async () => {
          await replace({ ...to, passages });
          if ((await ask(`quokka${at}`, 'prefix')) === 0) throw new Error('what was put in is not found');
        }),
      );
    }
    yield figureOf(
      name('a source replaced and searched'),
      timed.slice(REPLACED_BEFORE),
      compared('a source replaced and searched'),
    );
  }
  if (coldStart) {
    await save?.();
    const timed: Round[] = [];
    for (const query of queries.slice(0, rounds)) timed.push(await timeRoundOf([0], () => coldStart(query)));
    yield figureOf(name('read and asked first'), timed, compared('read and asked first'));
  }
}

/** Scores are sums, made in another order. */
const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= 1e-9 * Math.abs(one);

/** How many queries have the same ten passages as MiniSearch's, with the same scores; passages that score alike may change places. */
async function sameAnswers(sources: readonly IndexedSource[], queries: readonly string[]): Promise<Figure> {
  const [index, peer] = [new MemoryIndex(), new MiniSearchIndex()];
  await index.put(sources);
  await peer.put(sources);
  let same = 0;
  const round = await timeRoundOf(queries, async (query) => {
    const [hits, others] = [await index.search(query, 10), await peer.search(query, 10)];
    const worst = others.at(-1)?.score ?? 0;
    const isSame = hits.every(
      ({ path: source, n, score }, at) =>
        isNear(score, others[at]?.score ?? NaN) &&
        (isNear(score, worst) || others.some((other) => other.path === source && other.n === n)),
    );
    if (isSame && hits.length === others.length) same++;
  });
  const count = sources.reduce((sum, { passages }) => sum + passages.length, 0);
  const note = `${same} of ${queries.length} queries have the same ten passages and scores`;
  return figureOf(`${Math.round(count / 1000)}k answers compared with MiniSearch's`, [round], { note });
}

import * as fs from 'node:fs';
import { isBuiltin } from 'node:module';
import * as os from 'node:os';
import * as path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { SourceText } from '#corpus-index';
import { figureOfEach, type Figure, type Round } from '../figures';
import type { Measure } from '../measure';
import { makeQueries } from '../search/queries';
import { ServerProcess } from './server-process';

/** Between two questions, as a person makes them; in milliseconds. */
const PAUSE = 20;

/** Questions of each kind when all is read. */
const QUESTIONS = 200;

const DRAFT = 'draft.md';
const TEXT = '# Draft\n\nThis is cited [@s00000, para. 1] by name.\n\nAnd this [@s000\n';
const ON_CITATION = { line: 2, character: 18 };
const IN_KEY = { line: 4, character: 14 };

/** Each with the folder's setting for its index; at the last ones a source is replaced. */
const STARTS = [
  ['first start', 'memory', false],
  ['next start', 'memory', true],
  ['first start, index on disk', 'disk', false],
  ['next start, index on disk', 'disk', true],
] as const;

/** The language server with nothing kept, and again with what it has kept: how long answers take while it reads, and after. */
export const server: Measure = async function* ({ corpus, seed }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sourcewright-bench-'));
  write(folder, corpus.sources);
  const queries = makeQueries(corpus.passages, QUESTIONS, seed).any;
  for (const [title, searchIndex, isLast] of STARTS) {
    if (searchIndex === 'disk' && !isBuiltin('node:sqlite')) continue;
    const begun = performance.now();
    const process = await ServerProcess.start(path.join(folder, 'workspace'), path.join(folder, 'cache'), {
      searchIndex,
    });
    await process.open(DRAFT, TEXT);
    yield* answers(process, `${title}, while reading`, queries, () => !process.isReady);
    const time = performance.now() - begun;
    yield { name: `${title}: all sources read`, unit: 'ms', median: time };
    let left = QUESTIONS;
    yield* answers(process, `${title}, all read`, queries, () => left-- > 0);
    if (isLast) yield await replaced(process, folder, searchIndex);
    // What is kept is written when nobody has asked for a while.
    await pause(5000);
    const { memory } = process;
    if (memory !== undefined)
      yield { name: `${title}: memory of the server`, unit: 'MB', median: memory, target: 300 };
    await process.stop();
  }
  fs.rmSync(folder, { recursive: true });
};

function write(folder: string, sources: readonly SourceText[]): void {
  for (const source of sources) {
    const file = path.join(folder, 'workspace', source.path);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, source.text);
  }
  fs.writeFileSync(path.join(folder, 'workspace', DRAFT), TEXT);
}

/** Hovers, completes and searches in turn for as long as is wanted. */
async function* answers(
  process: ServerProcess,
  title: string,
  queries: readonly string[],
  isWanted: () => boolean,
): AsyncGenerator<Figure> {
  const times = { hover: [] as number[], completion: [] as number[], search: [] as number[] };
  const timed = async (into: number[], ask: () => Promise<unknown>) => {
    const begun = performance.now();
    await ask();
    into.push(performance.now() - begun);
  };
  for (let at = 0; isWanted(); at++) {
    await timed(times.hover, () => process.hover(DRAFT, ON_CITATION));
    await timed(times.completion, () => process.completion(DRAFT, IN_KEY));
    await timed(times.search, () => process.search(DRAFT, queries[at % queries.length] ?? ''));
    await pause(PAUSE);
  }
  for (const [what, each] of Object.entries(times)) {
    const round: Round = { total: NaN, each, cpu: NaN };
    const { median, eachMedian = NaN, eachP95 = NaN } = figureOfEach(what, [round]);
    const slowest = `${each.length} times, the slowest ${Math.max(...each).toFixed(0)} ms`;
    const target = what === 'search' ? 30 : 10;
    const note = `${slowest}; p95 under ${target} ms is meant: ${eachP95 < target ? 'yes' : 'NO'}`;
    yield { name: `${title}: ${what}`, unit: 'ms', median, eachMedian, eachP95, note };
  }
}

/** From the change of a file until its new words are found. */
async function replaced(process: ServerProcess, folder: string, where: string): Promise<Figure> {
  const each: number[] = [];
  for (let at = 0; at < 10; at++) {
    const file = `sources/s0000${at}.txt`;
    fs.appendFileSync(path.join(folder, 'workspace', file), `\n\nQuokka${where}${at} was here.\n`);
    const begun = performance.now();
    await process.changed(file);
    while (
      (await process.search(DRAFT, `quokka${where}${at}`)).rows[0]?.excerpt.includes(
        `Quokka${where}${at} `,
      ) !== true
    )
      await pause(1);
    each.push(performance.now() - begun);
  }
  const { median, eachMedian = NaN, eachP95 = NaN } = figureOfEach('', [{ total: NaN, each, cpu: NaN }]);
  return { name: `a source changed until it is found, ${where}`, unit: 'ms', median, eachMedian, eachP95 };
}

import type { Source, SourceText } from '#corpus-index';
import { stopWords, words } from '#corpus-index';
import { isAddress, readAddress } from '../../src/shared-corpus/address';
import { connect, fillCorpus, PostgresIndex } from '../../src/shared-corpus/database';
import { chance, pick } from '../chance';
import { percentile, type Figure } from '../figures';
import type { Measure, Setting } from '../measure';

const QUERIES = 200;

/** So many rows Cite Passage asks for, and `sourcewright search`. */
const LIMIT = 10;

/** The address of a database that may be filled. */
const VARIABLE = 'SOURCEWRIGHT_BENCH_POSTGRES';

/** A corpus on PostgreSQL: filled once, then searched with words of its passages. Needs a server, and says so where there is none. */
export const sharedCorpus: Measure = async function* (setting) {
  const address = readAddress(process.env[VARIABLE] ?? '');
  if (!isAddress(address)) {
    console.log(`Not measured: set ${VARIABLE} to the address of an empty PostgreSQL database.`);
    return;
  }
  const sources = setting.corpus.sources.map((text) => ({
    source: citable(text),
    record: undefined,
    sha256: text.path,
  }));
  const owner = await connect(address, { as: 'owner' });
  const fill = async () => {
    const start = performance.now();
    const { written } = await fillCorpus(owner, sources, { prune: false, unread: [] });
    return { written, median: performance.now() - start };
  };
  for (const name of ['filling', 'filling again']) {
    const { written, median } = await fill();
    yield { name, unit: 'ms', median, note: `${written} of ${sources.length} sources written` };
  }
  await owner.end();
  const reader = await connect(address, { as: 'reader' });
  yield* searches(new PostgresIndex(reader), setting);
  await reader.end();
};

const citable = (text: SourceText): Source => ({
  ...text,
  key: text.metadata.key ?? text.path,
  keyOrigin: 'front-matter',
  author: [],
  authorShort: [],
});

async function* searches(index: PostgresIndex, { corpus, seed, rounds }: Setting): AsyncGenerator<Figure> {
  const random = chance(seed);
  const telling = (count: number): string[] => {
    for (;;) {
      const terms = words(pick(corpus.passages, random)).map(({ term }) => term);
      const some = [...new Set(terms)].filter((term) => term.length > 2 && !stopWords.has(term));
      if (some.length >= count) return Array.from({ length: count }, () => pick(some, random));
    }
  };
  const kinds: readonly (readonly [string, () => string, number?])[] = [
    ['two words of a passage', () => telling(2).join(' '), 10],
    ['three words of a passage', () => telling(3).join(' ')],
    ['a word, and another one unfinished', () => telling(2).join(' ').slice(0, -2)],
    ['a misspelled word', () => misspelled(telling(1)[0] ?? '')],
  ];
  for (const [name, make, target] of kinds) {
    const each: number[] = [];
    for (let at = 0; at < rounds * QUERIES; at++) each.push(await timed(index, make()));
    const [median, eachP95] = [percentile(each, 0.5), percentile(each, 0.95)];
    yield {
      name: `search: ${name}`,
      unit: 'ms',
      median,
      eachMedian: median,
      eachP95,
      ...(target && { target }),
    };
  }
}

async function timed(index: PostgresIndex, query: string): Promise<number> {
  const before = performance.now();
  await index.search(query, LIMIT);
  return performance.now() - before;
}

/** Two letters in its middle change places. */
function misspelled(word: string): string {
  const at = Math.floor(word.length / 2);
  return word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1);
}

import * as readline from 'node:readline';
import {
  isAccepted,
  judgeAnywhere,
  judgeQuotation,
  type Claim,
  type Corpus,
  type Judgement,
} from '#corpus-index';
import { parseLocator } from '../../language/citations/parse-locator';
import { paragraphsOf } from '../../language/locators';
import { readQuotation } from '../../language/quotations/read-quotation';
import { EXIT, formatOf, print, readArguments, say, UsageError, type Command } from '../command';
import { openFolder } from '../folder';
import { judgementJson } from '../judgement-json';
import { CORPUS_OPTION, corpusOption, reading, sourceFetcher } from '../shared-corpus';

export const verify: Command = {
  usage: 'verify',
  summary: 'quotations as JSON lines on standard input: {"id","quote","source"?,"locator"?}',
  options: [CORPUS_OPTION],
  run: async (args) => {
    const given = readArguments(args, { corpus: { type: 'string' } });
    // Both are JSON lines: a person reads them as well.
    formatOf(given, ['json', 'text']);
    const [extra] = given.positionals;
    if (extra !== undefined)
      throw new UsageError(`verify reads quotations from standard input; it takes no "${extra}".`);
    const address = corpusOption(given);
    const { corpus } = await openFolder(given);
    if (!address) return answerAll(corpus, () => Promise.resolve());
    return reading(address, (client) => answerAll(corpus, sourceFetcher(client, corpus)));
  },
};

/** Gets into the corpus what is wanted for a quotation of these words, of this source. */
type Fetch = (words: string, source: string | undefined) => Promise<void>;

/** Answers each line of standard input as it comes; the exit status that the worst of them asks for. */
async function answerAll(corpus: Corpus, fetch: Fetch): Promise<number> {
  let worst: number = EXIT.clean;
  let line = 0;
  for await (const text of readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (!process.stdout.writable) break;
    line++;
    if (text.trim() === '') continue;
    worst = Math.max(worst, await answer(corpus, fetch, text, line));
  }
  return worst;
}

/** Answers one line on standard output; the exit status it asks for. */
async function answer(corpus: Corpus, fetch: Fetch, text: string, line: number): Promise<number> {
  const request = readRequest(line === 1 ? text.replace(/^\uFEFF/, '') : text);
  if ('wrong' in request) {
    say(`Line ${line} of standard input ${request.wrong}.`);
    const unchecked = judgementJson(UNCHECKED, undefined);
    print(JSON.stringify({ id: request.id, ...unchecked, error: `line ${line} ${request.wrong}` }));
    return EXIT.couldNotRun;
  }
  await fetch(readQuotation(request.quote).text, request.source);
  const judgement = judgeRequest(corpus, request);
  print(JSON.stringify({ id: request.id, ...judgementJson(judgement, request.source) }));
  return isAccepted(judgement.verdict) ? EXIT.clean : EXIT.findings;
}

const UNCHECKED: Judgement = { verdict: 'unchecked', differences: [], risks: [] };

interface Request {
  readonly id: unknown;
  readonly quote: string;
  readonly source?: string;
  readonly locator?: string;
}

/** What is wrong with a line that is no request; its id, where that can be read. */
interface NoRequest {
  readonly id: unknown;
  readonly wrong: string;
}

function readRequest(line: string): Request | NoRequest {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, wrong: 'is not JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { id: null, wrong: 'is not a JSON object' };
  const { id = null, quote, source, locator } = value as Record<string, unknown>;
  if (typeof quote !== 'string') return { id, wrong: 'has no "quote"' };
  const wrong = wrongName('source', source) ?? wrongName('locator', locator);
  if (wrong !== undefined) return { id, wrong };
  return {
    id,
    quote,
    ...(typeof source === 'string' ? { source } : {}),
    ...(typeof locator === 'string' ? { locator } : {}),
  };
}

/** An empty one is a mistake of whoever asks: taken for none, it would accept words from anywhere. */
function wrongName(name: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') return `has a "${name}" that is not a string`;
  return value.trim() === '' ? `has an empty "${name}"` : undefined;
}

function judgeRequest(corpus: Corpus, { quote, source, locator }: Request): Judgement {
  const readings = [{ text: quote }, readQuotation(quote)];
  if (source !== undefined) return judgeQuotation(corpus, readings, [claimOf(corpus, source, locator)]);
  const anywhere = judgeAnywhere(corpus, readings);
  if (locator === undefined) return anywhere;
  if (isAccepted(anywhere.verdict) && anywhere.place)
    return judgeQuotation(corpus, readings, [placedClaim(corpus, anywhere.place.source, locator)]);
  if (anywhere.reason !== 'ambiguous') return anywhere;
  const fitting = corpus
    .candidates(readings.at(-1)?.text ?? '')
    .map(({ key }) => judgeQuotation(corpus, readings, [placedClaim(corpus, key, locator)]))
    .filter(({ verdict }) => isAccepted(verdict));
  return fitting.length === 1 && fitting[0] ? fitting[0] : anywhere;
}

function claimOf(corpus: Corpus, key: string, locator: string | undefined): Claim {
  const source = corpus.source(key);
  if (locator === undefined || !source) return { key };
  return { key, paragraphs: paragraphsIn(corpus, key, locator) ?? 'unknown' };
}

/** Of a source that nobody named: if it lacks the paragraph, the words stand elsewhere than was said. */
const placedClaim = (corpus: Corpus, key: string, locator: string): Claim => ({
  key,
  paragraphs: paragraphsIn(corpus, key, locator) ?? [],
});

function paragraphsIn(corpus: Corpus, key: string, locator: string): number[] | undefined {
  const source = corpus.source(key);
  const parsed = parseLocator(locator);
  return source && parsed && parsed.label !== 'none' ? paragraphsOf(source, parsed) : undefined;
}

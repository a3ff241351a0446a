import * as readline from 'node:readline';
import { isAccepted, judgeAnywhere, judgeQuotation, type Claim, type Corpus } from '#corpus-index';
import { parseLocator } from '../../language/citations/parse-locator';
import { paragraphsOf } from '../../language/locators';
import { readQuotation } from '../../language/quotations/read-quotation';
import { EXIT, print, readArguments, say, type Command } from '../command';
import { openFolder } from '../folder';
import { judgementJson } from '../judgement-json';

export const verify: Command = {
  usage: 'verify',
  summary: 'quotations as JSON lines on standard input: {"id","quote","source"?,"locator"?}',
  run: async (args) => {
    const { corpus } = await openFolder(readArguments(args));
    let worst: number = EXIT.clean;
    let line = 0;
    for await (const text of readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
      line++;
      if (text.trim() === '') continue;
      const request = readRequest(text);
      if (typeof request === 'string') {
        say(`Line ${line} of standard input ${request}.`);
        print(
          JSON.stringify({
            id: null,
            verdict: 'unchecked',
            accepted: false,
            error: `line ${line} ${request}`,
          }),
        );
        worst = EXIT.couldNotRun;
        continue;
      }
      const judgement = judgeRequest(corpus, request);
      print(JSON.stringify({ id: request.id, ...judgementJson(judgement, request.source) }));
      if (!isAccepted(judgement.verdict)) worst = Math.max(worst, EXIT.findings);
    }
    return worst;
  },
};

interface Request {
  readonly id: unknown;
  readonly quote: string;
  readonly source?: string;
  readonly locator?: string;
}

/** A request, or what is wrong with the line. */
function readRequest(line: string): Request | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'is not JSON';
  }
  if (typeof value !== 'object' || value === null) return 'is not a JSON object';
  const { id = null, quote, source, locator } = value as Record<string, unknown>;
  if (typeof quote !== 'string') return 'has no "quote"';
  if (source !== undefined && source !== null && typeof source !== 'string')
    return 'has a "source" that is not a string';
  if (locator !== undefined && locator !== null && typeof locator !== 'string')
    return 'has a "locator" that is not a string';
  return { id, quote, ...(source ? { source } : {}), ...(locator ? { locator } : {}) };
}

function judgeRequest(corpus: Corpus, { quote, source, locator }: Request) {
  const readings = [{ text: quote }, readQuotation(quote)];
  if (source === undefined) return judgeAnywhere(corpus, readings);
  return judgeQuotation(corpus, readings, [claimOf(corpus, source, locator)]);
}

function claimOf(corpus: Corpus, key: string, locator: string | undefined): Claim {
  const source = corpus.source(key);
  if (locator === undefined || !source) return { key };
  const parsed = parseLocator(locator);
  const named = parsed && parsed.label !== 'none' ? paragraphsOf(source, parsed) : undefined;
  return { key, paragraphs: named ?? 'unknown' };
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Corpus, isAccepted, judgeQuotation, splitText } from '#corpus-index';
import { findRun, isWord, runOf, tokensOf } from '../../../corpus-index/quotations/tokens';
import { chance } from '../../../bench/chance';
import { paragraph, WORDS } from './random-paragraphs';

const CASES = 10_000;

const corpus = new Corpus();
const TEXTS = [1, 2, 3].map((seed) => {
  const random = chance(seed);
  return Array.from({ length: 12 }, () => paragraph(random)).join('\n\n');
});
TEXTS.forEach((text, at) => {
  corpus.put({ path: `s${at}.txt`, format: 'text', text, reading: { text }, ...splitText(text) });
});
const SOURCE_TOKENS = TEXTS.map((text) => tokensOf(text));

const judge = (quote: string, source: number) =>
  judgeQuotation(corpus, [{ text: quote }], [{ key: `s${source}` }]).verdict;

/** Where words begin and end, white space around them. */
const PIECES = TEXTS.map((text) =>
  [...text.matchAll(/\S+/g)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
);

const slice = fc
  .tuple(fc.nat(TEXTS.length - 1), fc.nat(), fc.integer({ min: 8, max: 24 }))
  .map(([source, from, length]) => {
    const pieces = PIECES[source]!;
    const first = from % (pieces.length - length);
    const quote = TEXTS[source]!.slice(pieces[first]!.start, pieces[first + length - 1]!.end);
    return { source, quote };
  });

/** From its first word to its last it stands nowhere token by token: marks around are the writer's. */
const standsNowhere = (quote: string): boolean => {
  const tokens = tokensOf(quote);
  const words = [...Array(tokens.length).keys()].filter((token) => isWord(tokens, token));
  const run = runOf(tokens, words[0] ?? 0, (words.at(-1) ?? -1) + 1);
  return SOURCE_TOKENS.every((source) => findRun(source, run) < 0);
};

/** What is in brackets, and what an ellipsis stands for, is the editor's. */
const hasEditorsMarks = (quote: string): boolean => /[…[\]]|\.\s?\./.test(quote);

function refusesEach(change: (quote: string, at: number, word: string) => string | undefined): void {
  fc.assert(
    fc.property(slice, fc.nat(), fc.constantFrom(...WORDS), ({ source, quote }, at, word) => {
      const changed = change(quote, at, word);
      fc.pre(changed !== undefined && !hasEditorsMarks(changed) && standsNowhere(changed));
      assert.ok(!isAccepted(judge(changed, source)), changed);
    }),
    { numRuns: CASES, maxSkipsPerRun: 100 },
  );
}

/** The quotation's tokens inside, neither the first nor the last, which a shorter quotation does without. */
function inner(quote: string, at: number): { from: number; to: number; end: number } | undefined {
  const tokens = tokensOf(quote);
  if (tokens.length < 5 || hasEditorsMarks(quote)) return undefined;
  const index = 2 + (at % (tokens.length - 4));
  const [from = 0, to = 0, end = 0] = [tokens.start[index], tokens.end[index], tokens.end[index + 1]];
  return { from, to, end };
}

describe('any slice of a source of eight words or more', function () {
  this.timeout(240_000);

  it('is verbatim', () => {
    fc.assert(
      fc.property(slice, ({ source, quote }) => {
        assert.equal(judge(quote, source), 'verbatim');
      }),
      { numRuns: CASES },
    );
  });

  it('is accepted where words inside were left out at a mark', () => {
    fc.assert(
      fc.property(slice, fc.nat(), fc.nat(), ({ source, quote }, from, length) => {
        const words = quote.split(' ');
        fc.pre(!hasEditorsMarks(quote) && !quote.includes('\n') && words.length >= 10);
        const first = 4 + (from % (words.length - 8));
        const last = first + 1 + (length % (words.length - 4 - first));
        const shortened = [...words.slice(0, first), '[…]', ...words.slice(last)].join(' ');
        assert.ok(isAccepted(judge(shortened, source)), shortened);
      }),
      { numRuns: CASES, maxSkipsPerRun: 100 },
    );
  });

  it('is never accepted once a word of it is another', () => {
    refusesEach((quote, at, word) => {
      if (hasEditorsMarks(quote)) return undefined;
      const own = [...quote.matchAll(/[\p{L}\p{N}]+(?:,\d+)?/gu)];
      const target = own[at % own.length];
      if (!target || target[0] === word) return undefined;
      return quote.slice(0, target.index) + word + quote.slice(target.index + target[0].length);
    });
  });

  it('is never accepted once a word or mark inside is left out without a mark', () => {
    refusesEach((quote, at) => {
      const token = inner(quote, at);
      return token && `${quote.slice(0, token.from)} ${quote.slice(token.to)}`;
    });
  });

  it('is never accepted once a word inside is added', () => {
    refusesEach((quote, at, word) => {
      const token = inner(quote, at);
      return token && `${quote.slice(0, token.from)} ${word} ${quote.slice(token.from)}`;
    });
  });

  it('is never accepted once two words or marks inside change places', () => {
    refusesEach((quote, at) => {
      const token = inner(quote, at);
      if (!token) return undefined;
      const [one, other] = [quote.slice(token.from, token.to), quote.slice(token.to, token.end)];
      return `${quote.slice(0, token.from)} ${other} ${one} ${quote.slice(token.end)}`;
    });
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Corpus, isAccepted, judgeQuotation, splitText, type Judgement } from '#corpus-index';
import { chance } from '../../../bench/chance';
import { paragraph, WORDS } from './random-paragraphs';

const CASES = 10_000;

const corpus = new Corpus();
const PARAGRAPHS = [1, 2, 3].map((seed) => {
  const random = chance(seed);
  return Array.from({ length: 12 }, () => paragraph(random));
});
PARAGRAPHS.forEach((paragraphs, at) => {
  const text = paragraphs.join('\n\n');
  corpus.put({ path: `s${at}.txt`, format: 'text', text, reading: { text }, ...splitText(text) });
});

type Change = (words: string[], at: number, word: string) => string;

/** What writers do to a quotation, and should not do. */
const CHANGES: readonly Change[] = [
  (words) => words.join(' '),
  (words) => words.join('\n'),
  (words) => `“${words.join(' ')}.”`,
  (words) => words.join(' ').replace(/[“”"]/g, '‘').replace(/'/g, '’').replace(/-/g, '‑').replace(/fi/, 'ﬁ'),
  (words) => words.join(' ').replace(/(\p{L}{3})(?=\p{L}{3})/u, '$1\u00ad'),
  (words, at) => [...words.slice(0, at), '…', ...words.slice(at + 2)].join(' '),
  (words, at) => [...words.slice(0, at), '[…]', ...words.slice(at + 3)].join(' '),
  (words, at) => [...words.slice(0, at), '. . .', ...words.slice(at)].join(' '),
  (words, at) => `… ${words.slice(at).join(' ')} …`,
  (words, at, word) => [...words.slice(0, at), `[${word}]`, ...words.slice(at + 1)].join(' '),
  (words, at, word) => [...words.slice(0, at), word, ...words.slice(at + 1)].join(' '),
  (words, at, word) => [...words.slice(0, at), word, ...words.slice(at)].join(' '),
  (words, at) => [...words.slice(0, at), ...words.slice(at + 2)].join(' '),
  (words, at) => [...words.slice(at), ...words.slice(0, at)].join(' '),
  (words, at) => words.join(' ').slice(at),
  (words, at) => `${words.join(' ').slice(0, -at)}.`,
  (words) => words.join(' ').replace(/^./, (letter) => letter.toUpperCase()),
];

/** A quotation made of a paragraph, and the paragraph that it is said to be of: mostly that one. */
const cited = fc
  .record({
    source: fc.nat(PARAGRAPHS.length - 1),
    n: fc.integer({ min: 1, max: 12 }),
    off: fc.constantFrom(0, 0, 0, 0, 1, -1),
    from: fc.nat(),
    length: fc.integer({ min: 5, max: 24 }),
    change: fc.constantFrom(...CHANGES),
    at: fc.nat(),
    word: fc.constantFrom(...WORDS),
  })
  .map(({ source, n, off, from, length, change, at, word }) => {
    const words = PARAGRAPHS[source]![n - 1]!.split(' ');
    const first = from % (words.length - length);
    const quote = change(words.slice(first, first + length), 1 + (at % (length - 2)), word);
    return { source: `s${source}`, n: Math.min(12, Math.max(1, n + off)), quote };
  });

/** A citation that names a paragraph twice says the same as one that names it once, but none of the short ways is taken. */
const judge = (quote: string, key: string, paragraphs: readonly number[]): Judgement =>
  judgeQuotation(corpus, [{ text: quote }], [{ key, paragraphs }]);

describe('a quotation whose paragraph is cited', function () {
  this.timeout(240_000);

  it('is judged as it is by a comparison with all that is near', () => {
    let [accepted, altered] = [0, 0];
    fc.assert(
      fc.property(cited, ({ source, n, quote }) => {
        const short = judge(quote, source, [n]);
        const long = judge(quote, source, [n, n]);
        if (isAccepted(short.verdict)) accepted++;
        if (short.verdict !== 'altered') {
          assert.deepEqual(short, long, quote);
          return;
        }
        altered++;
        // Among words that stand everywhere, a search for what is close may pass over the place that is cited.
        assert.ok(long.verdict === 'altered' || long.verdict === 'missing', quote);
      }),
      { numRuns: CASES },
    );
    assert.ok(accepted > CASES / 4 && altered > CASES / 10, `${accepted} accepted, ${altered} altered`);
  });
});

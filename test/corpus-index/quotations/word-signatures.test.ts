import assert from 'node:assert/strict';
import { Corpus, judgeQuotation, sampledGrams, splitText } from '#corpus-index';
import { rangesWithWords, wordSignatures } from '../../../corpus-index/quotations/word-signatures';
import { chance } from '../../../bench/chance';

const random = chance(5);
const number = () => Math.floor(random() * 2 ** 32);

describe('signatures of words', () => {
  const passages = Array.from({ length: 200 }, () => Array.from({ length: 30 }, number));
  const signatures = wordSignatures(passages.length, (visit) => {
    passages.forEach((words, at) => {
      for (const word of words) visit(word, at);
    });
  });
  const holds = (words: number[], at: number) =>
    rangesWithWords(signatures, passages.length, Uint32Array.from(words)).some(
      ({ from, to }) => from <= at && at < to,
    );

  it('never miss a passage in which the words stand, nor two of which each has some', () => {
    passages.forEach((words, at) => {
      const next = passages[at + 1] ?? [];
      assert.ok(holds(words.slice(3, 6), at));
      assert.ok(holds([...words.slice(-1), ...next.slice(0, 2)], at));
    });
  });

  it('leave out nearly all that have not all of the words', () => {
    let told = 0;
    for (let at = 0; at < 1000; at++)
      told += rangesWithWords(signatures, passages.length, Uint32Array.of(number(), number())).length;
    assert.ok(told < 5, `${told}`);
  });
});

describe('a few words of a large source', () => {
  const VOCABULARY = Array.from({ length: 40_000 }, (_, at) => `w${(at * 7919).toString(36)}x`);
  const word = () => VOCABULARY[Math.floor(random() * VOCABULARY.length)] ?? '';
  const paragraphs = Array.from(
    { length: 3600 },
    (_, at) => `${Array.from({ length: 100 }, word).join(' ')} ${at === 2000 ? 'and con-\ncord ' : ''}end.`,
  );
  const text = paragraphs.join('\n\n');
  const source = { path: 's.txt', format: 'text' as const, text, reading: { text }, ...splitText(text) };
  const corpora = [source, { ...source, grams: { ...sampledGrams(source) } }].map((one, at) => {
    const corpus = new Corpus();
    // The first one is searched whole.
    const { hashes, heads } = sampledGrams(one);
    corpus.put(at === 0 ? { ...one, grams: { hashes, heads } } : one);
    return corpus;
  });
  const words = (at: number, from: number, count: number) =>
    (paragraphs[at] ?? '')
      .split(' ')
      .slice(from, from + count)
      .join(' ');

  it('are judged as if all of it were searched', () => {
    assert.ok(text.length > 2_000_000 && sampledGrams(source).signatures);
    const quotes = [
      ...[0, 31, 32, 1777, 3599].flatMap((at) => [words(at, 10, 3), words(at, 40, 2), words(at, 60, 1)]),
      `${words(900, 5, 2)} … ${words(900, 20, 3)}`,
      `${words(500, 5, 1)} [a] ${words(500, 7, 2)}`,
      'and concord end',
      'concord',
      'end',
      'velvet orchard',
      `${words(3, 5, 1)} ${words(3, 4, 1)}`,
    ];
    for (const quote of quotes) {
      const [whole, narrow] = corpora.map((corpus) =>
        judgeQuotation(corpus, [{ text: quote }], [{ key: 's' }]),
      );
      assert.deepEqual(narrow, whole, quote);
    }
  }).timeout(30_000);
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formHash } from '../../../corpus-index/quotations/form-hash';
import {
  findRun,
  formAt,
  isSpaced,
  isWord,
  patternToken,
  runOf,
  tokensOf,
} from '../../../corpus-index/quotations/tokens';

const forms = (text: string) => {
  const tokens = tokensOf(text);
  return Array.from({ length: tokens.length }, (_, at) => formAt(tokens, at));
};

/** Characters that words, numbers and marks are made of, and those that change what stands beside them. */
const SIGNS = [
  ...Array.from('aZé9½²/-.,;\'`’‘ʼ“”„«"…–—‐[]()…¼'),
  ...Array.from(' \n\t\u00a0\u2009\u3000\ufeff\u00ad\u200b\u2060\u202e\u0301\u0640\u001f\u0007'),
  ...Array.from('ﬁ水カ𝒳😀ßØ′″م٣'),
  '...',
  '. . .',
  "''",
  ',,',
  '--',
  'word',
  '1.5',
  "don't",
  '[12]',
];

describe('tokens', () => {
  it('are words and marks in the forms that are compared', () => {
    assert.deepEqual(forms('“Don’t,” he said—twice. ofﬁce 1,500.5 a.b x...y'), [
      ...['"', "Don't", ',', '"', 'he', 'said', '-', 'twice', '.', 'office', '1,500.5'],
      ...['a', '.', 'b', 'x', '…', 'y'],
    ]);
  });

  it('are the same whether they are told by their first characters or by the pattern', () => {
    const text = fc.array(fc.constantFrom(...SIGNS), { maxLength: 30 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 20 })), (written) => {
        // Footnote marks are blanked out before anything is read.
        const piece = written.replace(/\[\d/g, '(').replace(/[⁰¹²³⁴-⁹]/g, 'x');
        const tokens = tokensOf(piece);
        let end = 0;
        for (let index = 0; index < tokens.length; index++) {
          const [start, stop] = [tokens.start[index]!, tokens.end[index]!];
          const told = patternToken(piece, start);
          assert.deepEqual(
            { form: formAt(tokens, index), isWord: isWord(tokens, index), end: stop },
            told,
            JSON.stringify(piece),
          );
          for (let at = end; at < start; at++)
            assert.ok(/\s/.test(piece[at]!) || patternToken(piece, at).form === '');
          assert.equal(isSpaced(tokens, index), index === 0 || start !== end);
          end = stop;
        }
        for (let at = end; at < piece.length; at++)
          assert.ok(/\s/.test(piece[at]!) || patternToken(piece, at).form === '');
        assert.deepEqual(
          Array.from(tokens.hashes),
          forms(piece).map((form) => formHash(form) >>> 0),
        );
      }),
      { numRuns: 10_000 },
    );
  });

  it('pass over marks of footnotes, in a word as behind it', () => {
    assert.deepEqual(forms('The village[12] and the towns.[3] Row[4]boat, x² and rivers¹² [5] 7[8]'), [
      ...['The', 'village', 'and', 'the', 'towns', '.', 'Rowboat', ',', 'x²', 'and', 'rivers'],
      ...['[', '5', ']', '7', '[', '8', ']'],
    ]);
  });

  it('of a stretch know nothing of what stands behind it', () => {
    const text = 'It is 1.5 kilometres’ way.. .and on';
    const stretch = (end: number) => {
      const tokens = tokensOf(text, [{ start: 6, end }]);
      return Array.from({ length: tokens.length }, (_, at) => formAt(tokens, at));
    };
    assert.deepEqual(stretch(7), ['1']);
    assert.deepEqual(stretch(8), ['1', '.']);
    assert.deepEqual(stretch(14), ['1.5', 'kilo']);
    assert.deepEqual(stretch(21), ['1.5', 'kilometres', '"']);
    assert.deepEqual(stretch(26), ['1.5', 'kilometres', '"', 'way', '.']);
  });

  it('keep their forms when other texts are read after them, short and long ones', () => {
    const words = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => `“w${from + at}” ofﬁce`).join(' ');
    const texts = [1, 20, 900, 4000, 3, 700, 2, 1500].map((count, at) => words(at * 10_000, count));
    const read = texts.map((text) => tokensOf(text));
    texts.forEach((text, at) => {
      const tokens = read[at]!;
      const kept = Array.from({ length: tokens.length }, (_, token) => formAt(tokens, token)).join(' ');
      assert.equal(kept, text.replace(/[“”]/g, (sign) => (sign === '“' ? '" ' : ' "')).replace(/ﬁ/g, 'fi'));
    });
  });

  it('stand as a run where forms and order are the same', () => {
    const tokens = tokensOf('the Sand of the sand of the river');
    const places = (words: string) => {
      const run = runOf(tokensOf(words));
      const found: number[] = [];
      for (let at = findRun(tokens, run); at >= 0; at = findRun(tokens, run, at + 1)) found.push(at);
      return found;
    };
    assert.deepEqual(places('of the'), [2, 5]);
    assert.deepEqual(places('sand'), [4]);
    assert.deepEqual(places('river of'), []);
  });
});

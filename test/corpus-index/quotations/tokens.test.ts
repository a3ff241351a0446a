import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formHash } from '../../../corpus-index/quotations/form-hash';
import { formAt, isSpaced, isWord, patternToken, tokensOf } from '../../../corpus-index/quotations/tokens';

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
});

import assert from 'node:assert/strict';
import { judgeQuotation } from '#corpus-index';
import { corpusOf } from '../../support/corpus-of';

/** So many words, each once. */
const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => `word${from + at}`).join(' ');

const judge = (text: string, quote: string, n: number) =>
  judgeQuotation(corpusOf({ 's.txt': text }), [{ text: quote }], [{ key: 's', paragraphs: [n] }]);

describe('a quotation whose paragraph is cited', () => {
  for (const [first, second] of [
    [2500, 10],
    [1000, 1100],
    [10, 5000],
  ] as const) {
    it(`is judged beside paragraphs of ${first} and ${second} words`, () => {
      const text = `The ${words(0, first)} ended.\n\nThen ${words(first, second)} ended in 1904.`;
      const one = judge(text, 'word1 word2 word3 other word5 word6 word7 another word9', 1);
      assert.equal(one.verdict, 'altered');
      const end = first + second;
      const two = judge(text, `word${end - 3} word${end - 2} … ended in 1904`, 1);
      assert.equal(two.verdict, 'elsewhere');
      assert.equal(two.place?.n, 2);
    });
  }

  it('has the risks that what stands before its paragraph tells, where that begins with a quotation mark', () => {
    const text =
      'Nobody but he himself said so, and that for an hour,\n\n“The council never agreed to it. It was a lie,” he said, and went home.';
    const quote = 'The council never agreed to it.';
    const around = judgeQuotation(corpusOf({ 's.txt': text }), [{ text: quote }], [{ key: 's' }]);
    assert.deepEqual(judge(text, quote, 2).risks, around.risks);
  });

  it('that begins where its source begins anew is compared with the later beginning', () => {
    const text =
      'They met.\n\nIt was in the council of the town, in the council of the town was no one opposed to the new harbour wall at all.\n\nIt rained.';
    const quote = 'in the council of the town was someone opposed to the new harbour wall';
    const { verdict, differences } = judge(text, quote, 2);
    assert.equal(verdict, 'altered');
    assert.ok(!differences.some(({ kind }) => kind === 'omitted'), JSON.stringify(differences));
  });
});

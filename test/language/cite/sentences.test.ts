import assert from 'node:assert/strict';
import { sentencesOf } from '../../../src/language/cite/sentences';

const sentences = (text: string): string[] =>
  sentencesOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

describe('the sentences of a passage', () => {
  for (const [name, text, wanted] of [
    ['ends them at full stops', 'The wall was low. Nobody knew.', ['The wall was low.', 'Nobody knew.']],
    [
      'does not end them at abbreviations',
      'The U.S. Navy came. Dr. Verne left on Feb. 3 with Gen. Horn.',
      ['The U.S. Navy came.', 'Dr. Verne left on Feb. 3 with Gen. Horn.'],
    ],
    ['keeps closing marks with them', 'He said “no.” She left.', ['He said “no.”', 'She left.']],
    [
      'does not end them at a line break',
      'The wall\nwas low.\nNobody knew.',
      ['The wall\nwas low.', 'Nobody knew.'],
    ],
    ['takes a passage without a full stop as one', 'The wall was low', ['The wall was low']],
  ] as const) {
    it(name, () => {
      assert.deepEqual(sentences(text), wanted);
    });
  }

  it('gives offsets of the source', () => {
    const text = 'Title\n\nOne. Two.';
    assert.deepEqual(sentencesOf(text, { start: 7, end: text.length }), [
      { start: 7, end: 11 },
      { start: 12, end: 16 },
    ]);
  });
});

import assert from 'node:assert/strict';
import { Corpus, splitText, type Source } from '#corpus-index';
import { verbatimInside } from '../../../corpus-index/quotations/verbatim-inside';

const sourceOf = (text: string): Source => {
  const corpus = new Corpus();
  corpus.put({ path: 'berg.txt', format: 'text', text, reading: { text }, ...splitText(text) });
  const [source] = corpus.sources;
  assert.ok(source);
  return source;
};

const finds = (text: string, quote: string): boolean =>
  verbatimInside(quote, sourceOf(text), 1) !== undefined;

const TEXT = 'The council of non-combatants said that the harbour wall was closed in 1 500 places, and left.';

describe('a quotation that stands in its cited paragraph character for character', () => {
  it('is placed with its words, offsets and paragraph', () => {
    const quote = 'said that the harbour wall was closed';
    assert.deepEqual(verbatimInside(` ${quote}\n`, sourceOf(TEXT), 1), {
      start: 30,
      end: 67,
      source: 'berg',
      n: 1,
      text: quote,
      verdict: 'verbatim',
      risks: [],
    });
  });

  for (const [why, quote] of [
    ['begins inside a word', 'ouncil of non-combatants said'],
    ['ends inside a word', 'said that the harb'],
    ['begins behind a hyphen', 'combatants said that the harbour'],
    ['ends in front of a hyphen', 'The council of non'],
    ['begins with a figure', '500 places, and left'],
    ['begins the paragraph', 'The council of non-combatants said'],
    ['ends the paragraph', 'was closed in 1 500 places, and left.'],
    ['stands nowhere in it', 'said that the harbour gate was closed'],
  ] as const)
    it(`is left to the comparison by words if it ${why}`, () => {
      assert.equal(finds(TEXT, quote), false);
    });

  it('is left to it where the same words may stand before in other typography', () => {
    const text = 'He saw the har\u00adbour wall, and she saw the harbour wall, and both left.';
    assert.equal(finds(text, 'saw the harbour wall'), false);
  });

  it('is left to it where a full stop at its end is part of an ellipsis', () => {
    assert.equal(
      finds('We know that the harbour wall was closed . . . and left open.', 'the harbour wall was closed .'),
      false,
    );
    assert.equal(
      finds('We know that the harbour wall was closed. It was left open.', 'the harbour wall was closed.'),
      true,
    );
  });
});

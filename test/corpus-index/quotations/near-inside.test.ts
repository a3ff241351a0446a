import assert from 'node:assert/strict';
import { Corpus, splitText } from '#corpus-index';
import { nearInside } from '../../../corpus-index/quotations/near/near-inside';

const TEXT = [
  'The council said on Monday that the harbour wall was not closed in winter, although nobody had asked for it at all.',
  'The mayor said on Monday that the harbour wall was closed in spring.',
].join('\n\n');

const near = (quote: string, n = 1) => {
  const corpus = new Corpus();
  corpus.put({ path: 'berg.txt', format: 'text', text: TEXT, reading: { text: TEXT }, ...splitText(TEXT) });
  return nearInside({ text: quote }, corpus.sources[0]!, n);
};

describe('a quotation altered between its first and last words', () => {
  it('is compared with the paragraph that is cited', () => {
    const found = near(
      'said on Monday that the harbour wall was closed in winter, although nobody had asked',
    );
    assert.equal(
      found?.place.text,
      'said on Monday that the harbour wall was not closed in winter, although nobody had asked',
    );
    assert.deepEqual(
      found.differences().map(({ kind, quotationText, sourceText }) => [kind, quotationText, sourceText]),
      [['negation', '', 'not']],
    );
  });

  it('is left to a search where its ends, or many of its words, are not the paragraph’s', () => {
    assert.equal(near('heard on Monday that the harbour wall was not closed in winter, although'), undefined);
    assert.equal(
      near('said on Monday that the old gate stood open in winter, although nobody had'),
      undefined,
    );
    assert.equal(near('said on Monday that the harbour wall was not closed in winter', 2), undefined);
  });

  it('is left to a search where nothing differs: half a word may have been left out', () => {
    assert.equal(near('said on Monday that the harbour wall was not closed in winter'), undefined);
  });
});

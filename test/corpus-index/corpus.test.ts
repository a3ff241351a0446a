import assert from 'node:assert/strict';
import { Corpus, type SourceText } from '#corpus-index';

/** With all that a text may have: what is added to `SourceText` has to be added here, and is then asked for below. */
const TEXT: Required<SourceText> = {
  path: 'wall.pdf',
  format: 'pdf',
  text: 'The wall stood.',
  reading: { text: 'The wall stood.' },
  metadata: { author: ['Ada Berg'], title: 'The Wall' },
  passages: [{ n: 1, start: 0, end: 15 }],
  dropped: [],
  pages: [{ label: 'iv', n: 4, start: 0, end: 15 }],
  unread: ['page 3'],
  withdrawn: true,
  shared: { key: 'wall' },
};

describe('a source of the corpus', () => {
  it('has all that its text has', () => {
    const corpus = new Corpus();
    corpus.put(TEXT);
    for (const name of Object.keys(TEXT) as (keyof SourceText)[])
      assert.deepEqual(corpus.sources[0]?.[name], TEXT[name], name);
  });
});

import assert from 'node:assert/strict';
import { Corpus, splitText } from '#corpus-index';
import { chance, pick } from '../../../bench/chance';
import { nearInside } from '../../../corpus-index/quotations/near/near-inside';
import { nearPlace } from '../../../corpus-index/quotations/near/near-place';
import { paragraph, WORDS } from './random-paragraphs';

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

  it('has one word for another told as a comparison of all the words tells it', () => {
    let told = 0;
    for (let seed = 1; seed <= 600; seed++) {
      const random = chance(seed);
      const text = paragraph(random);
      const words = text.split(' ');
      const at = 8 + Math.floor(random() * 14);
      words[at] = pick(WORDS, random);
      const corpus = new Corpus();
      corpus.put({ path: 'one.txt', format: 'text', text, reading: { text }, ...splitText(text) });
      const reading = { text: words.slice(1, 34).join(' ') };
      const inside = nearInside(reading, corpus.sources[0]!, 1);
      if (!inside) continue;
      const near = nearPlace(reading, corpus.sources[0]!);
      assert.deepEqual(inside.differences(), near?.differences(), reading.text);
      assert.equal(inside.share, near?.share, reading.text);
      told++;
    }
    assert.ok(told > 300, String(told));
  });
});

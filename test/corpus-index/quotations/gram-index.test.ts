import assert from 'node:assert/strict';
import { Corpus, judgeQuotation, splitText } from '#corpus-index';
import { chance } from '../../../bench/chance';

const random = chance(7);
const VOCABULARY = Array.from({ length: 400 }, (_, at) => `w${String.fromCharCode(97 + (at % 26))}${at}x`);
const sentence = (): string =>
  `${Array.from({ length: 12 }, () => VOCABULARY[Math.floor(random() * VOCABULARY.length)]).join(' ')}.`;

describe('a corpus too large to be compared whole', () => {
  const corpus = new Corpus();
  const texts = Array.from({ length: 120 }, () => Array.from({ length: 5 }, sentence).join('\n\n'));
  const put = (at: number, text: string) => {
    corpus.put({ path: `s${at}.txt`, format: 'text', text, reading: { text }, ...splitText(text) });
  };
  texts.forEach((text, at) => {
    put(at, text);
  });
  const whereIs = (quote: string) =>
    judgeQuotation(corpus, [{ text: quote }], [{ key: 's0' }]).suggestion?.source;
  const quoted = (at: number) => texts[at]!.split('\n\n')[2]!.split(' ').slice(1, 10).join(' ');

  it('finds the source that words come from', () => {
    for (let at = 1; at < texts.length; at++) assert.equal(whereIs(quoted(at)), `s${at}`);
  });

  it('finds it where one word was changed', () => {
    for (let at = 1; at < 40; at++) {
      const words = quoted(at).split(' ');
      assert.equal(whereIs([...words.slice(0, 4), 'other', ...words.slice(5)].join(' ')), `s${at}`);
    }
  });

  it('follows sources that are put anew and removed', () => {
    const old = quoted(5);
    put(5, 'Other words stand here now, and no more than these few.');
    assert.equal(whereIs(old), undefined);
    assert.equal(whereIs('and no more than these few'), 's5');
    corpus.remove('s5.txt');
    assert.equal(whereIs('and no more than these few'), undefined);
  });
});

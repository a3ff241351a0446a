import assert from 'node:assert/strict';
import { Corpus, gramTableInSteps, inOneGo, judgeQuotation, sampledGrams, splitText } from '#corpus-index';
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

describe('word grams that are joined elsewhere', () => {
  const sentenceOf = (at: number) =>
    `Number ${at} of the walls was ${at % 2 === 0 ? 'high' : 'low'} and red${at}brick all over.`;
  const putInto = (corpus: Corpus, at: number, text = sentenceOf(at)) => {
    const source = {
      path: `s${at}.txt`,
      format: 'text' as const,
      text,
      reading: { text },
      ...splitText(text),
    };
    corpus.put(source, { table: inOneGo(gramTableInSteps([sampledGrams(source)])) });
  };
  const foundIn = (corpus: Corpus, words: string) =>
    judgeQuotation(corpus, [{ text: words }], [{ key: 'none' }]).suggestion?.source;

  it('are asked for when enough have come, and find what each had alone', () => {
    const corpus = new Corpus({ joinsGrams: true });
    for (let at = 0; at < 10; at++) putInto(corpus, at);
    assert.equal(corpus.gramsToJoin(false), undefined);
    for (let at = 10; at < 60; at++) putInto(corpus, at);
    assert.equal(corpus.gramsToJoin(true), undefined, 'while they come, fewer times');
    assert.equal(foundIn(corpus, sentenceOf(33)), 's33');
    const join = corpus.gramsToJoin(false);
    assert.ok(join);
    corpus.joinGrams(join, inOneGo(gramTableInSteps(join.parts)));
    assert.equal(foundIn(corpus, sentenceOf(33)), 's33');
    assert.equal(corpus.gramsToJoin(false), undefined);
  });

  it('follow what was put anew or removed while they were joined', () => {
    const corpus = new Corpus({ joinsGrams: true });
    const join = () => {
      const wanted = corpus.gramsToJoin(false);
      assert.ok(wanted);
      const table = inOneGo(gramTableInSteps(wanted.parts));
      return () => {
        corpus.joinGrams(wanted, table);
      };
    };
    for (let at = 0; at < 60; at++) putInto(corpus, at);
    const first = join();
    putInto(corpus, 5, 'Other words stand here now, and no more than these few.');
    corpus.remove('s6.txt');
    first();
    for (let at = 60; at < 90; at++) putInto(corpus, at);
    const second = join();
    putInto(corpus, 7, 'Somebody has put words of their own in place of these.');
    corpus.remove('s61.txt');
    second();
    for (const gone of [5, 6, 7, 61]) assert.equal(foundIn(corpus, sentenceOf(gone)), undefined, `${gone}`);
    for (const there of [0, 8, 59, 60, 89]) assert.equal(foundIn(corpus, sentenceOf(there)), `s${there}`);
    assert.equal(foundIn(corpus, 'and no more than these few'), 's5');
    assert.equal(foundIn(corpus, 'words of their own in place'), 's7');
  });
});

import assert from 'node:assert/strict';
import { Corpus, judgeQuotation, splitText } from '#corpus-index';
import { chance } from '../../../bench/chance';

const random = chance(3);
const VOCABULARY = Array.from({ length: 900 }, (_, at) => `w${String.fromCharCode(97 + (at % 26))}${at}x`);
const word = (): string => VOCABULARY[Math.floor(random() * VOCABULARY.length)] ?? '';
const TEXT = Array.from({ length: 90 }, () => `${Array.from({ length: 100 }, word).join(' ')}.`).join('\n\n');

const corpus = new Corpus();
corpus.put({ path: 's.txt', format: 'text', text: TEXT, reading: { text: TEXT }, ...splitText(TEXT) });
const judge = (text: string) => judgeQuotation(corpus, [{ text }], [{ key: 's' }]);

describe('a quotation that is close to its source', () => {
  it('is compared word by word however long it is, and each change is told', () => {
    const words = TEXT.split(/\s+/).slice(100, 7100);
    const changed = [700, 3500, 6100];
    for (const at of changed) words[at] = 'otherwise';
    const { verdict, differences } = judge(words.join(' '));
    assert.equal(verdict, 'altered');
    assert.deepEqual(
      differences.map(({ quotationText }) => quotationText),
      changed.map(() => 'otherwise'),
    );
  }).timeout(10_000);

  it('has its differences behind the last word where the rest of it was left out', () => {
    const text = 'a lamp of the non';
    const near = new Corpus();
    const whole = 'There stood a lamp of the non-combatants on the wall.';
    near.put({ path: 's.txt', format: 'text', text: whole, reading: { text: whole }, ...splitText(whole) });
    const starts = Uint32Array.from(text, (_, at) => at + 50);
    const reading = { text, starts, ends: starts.map((at) => at + 1) };
    const { verdict, differences } = judgeQuotation(near, [reading], [{ key: 's' }]);
    assert.equal(verdict, 'altered');
    assert.deepEqual(
      differences.map(({ quotation, sourceText }) => [...quotation, sourceText]),
      [[50 + text.length, 50 + text.length, '-combatants']],
    );
  });
});

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

  describe('with other words at its ends', () => {
    const near = new Corpus();
    const whole =
      'The keeper of the northern lamp had not seen a ship since 1904. Nobody asked the ex-captain why.';
    near.put({ path: 's.txt', format: 'text', text: whole, reading: { text: whole }, ...splitText(whole) });
    for (const [quote, ...expected] of [
      ['the northern lamp had not seen a ship since 1940', 'number: 1940 for 1904'],
      ['the northern lamp had not seen a ship since 1940.', 'number: 1940 for 1904'],
      ['southern lamp had not seen a ship since 1904', 'word: southern for northern'],
      ['The keeper of the northern lamp had never', 'negation: never for not'],
      // Words left out beside it; and more than a slip, or nothing that could stand for it.
      [
        'The keeper of the northern lamp had not seen a ship since 1904 as far as known',
        'added: as far as known for ',
      ],
      ['of the northern lamp had seen', 'negation:  for not'],
      ['had not seen a ship since 1904 indeed', 'added: indeed for '],
      ['since 1904. Nobody asked the captain', 'omitted:  for ex-'],
    ] as const)
      it(`has them told as changed or added: ${quote}`, () => {
        const { differences } = judgeQuotation(near, [{ text: quote }], [{ key: 's' }]);
        assert.deepEqual(
          differences.map(
            ({ kind, quotationText, sourceText }) => `${kind}: ${quotationText} for ${sourceText}`,
          ),
          expected,
        );
      });
  });
});

import assert from 'node:assert/strict';
import { isAccepted, judgeQuotation } from '#corpus-index';
import { corpusOf } from '../../support/corpus-of';

const TEXT = [
  'The army protected the village at night. The militia killed forty civilians. In 2018 about 1 500 people and 2,300 cats were moved, 10-20 dogs as well.',
  'Non-combatants were moved to the hills at -5 degrees, and the ex-president was absent. An area of 12 metres² was lost, a hole 5′ deep and .5 percent of the rest; they lost 5% of it.',
  'Nobody believes that Orlov was guilty of the crime. He was guilty of nothing, the court said. We can win this war, and al-Hamdi knew it. They killed 5 people.',
  'This is a re-\nport about the well-\nknown harbour wall. It said “yes” to all.',
  'Its 12 hours were over; the support — even now — was gone.[3] Nobody came.',
  '“Orlov knew of it?” she asked. Did the ferry sink? The captain was asleep, and the nowhere man left.',
  '五十条船沉了，没有人得救。船长说：“我们会回来！”他据说还活着。',
  'All were told that the non-\ncombatants were to be shot at dawn, and pre-\nand post-war houses burned.',
  'Was it the mayor who closed the harbour gate!? Had they (as he asked them to) opened it again?)',
].join('\n\n');

const corpus = corpusOf({ 's.txt': TEXT });
const judge = (quote: string) => judgeQuotation(corpus, [{ text: quote }], [{ key: 's' }]);

describe('a quotation that is not what the source says', () => {
  for (const [name, quote] of [
    ['half a compound', 'combatants were moved to the hills'],
    ['the rest of a compound cut off', 'and the ex'],
    ['a name cut off behind its article', 'We can win this war, and al'],
    [
      'a name cut off behind its article at an ellipsis',
      'We can win this war, and al … They killed 5 people',
    ],
    ['the end of a number', '500 people and 2,300 cats were moved'],
    ['the beginning of a number', 'In 2018 about 1'],
    ['a number without its minus', '5 degrees, and the ex-president was absent'],
    ['a number without its decimal point', '5 percent of the rest'],
    ['the end of a range', '20 dogs as well'],
    ['another exponent', 'An area of 12 metres³ was lost'],
    ['no exponent', 'An area of 12 metres was lost'],
    ['another prime', 'a hole 5″ deep'],
    ['figures patched into a number', 'They killed 5[00] people'],
    [
      'the subject of one sentence and the predicate of another in short fragments',
      'The army … killed forty civilians',
    ],
    ['letters shown in another order', 'Its \u202e12\u202c hours were over'],
    ['letters of another alphabet', 'The аrmy protected the village'],
    ['a word joined', 'The army protected thevillage'],
    ['a word parted by a letter that shows as a blank', 'and the now\u3164here man left'],
    ['a question made a statement', 'Orlov knew of it.'],
    ['a question made a statement in front of an ellipsis', 'Did the ferry sink. … and the nowhere man left'],
    ['a question with another mark in front made a statement', 'the mayor who closed the harbour gate.'],
    ['a question in brackets made a statement', 'opened it again.'],
    ['half a word behind a hyphen at the end of a line', 'combatants were to be shot at dawn'],
    ['half a word in front of one', 'All were told that the non'],
    ['the end of a Chinese numeral', '十条船沉了，没有人得救'],
    ['a Chinese numeral cut off', 'Nobody came … 五'],
  ] as const) {
    it(`is not accepted: ${name}`, () => {
      const { verdict, place } = judge(quote);
      assert.ok(!isAccepted(verdict), `${verdict}: ${place?.text ?? ''}`);
    });
  }
});

describe('what stands behind a hyphen at the end of a line', () => {
  it('is accepted with the word that it belongs to, and where it is a word of its own', () => {
    for (const quote of ['the non-combatants were to be shot at dawn', 'and post-war houses burned'])
      assert.ok(isAccepted(judge(quote).verdict), quote);
  });
});

describe('half a word or number', () => {
  for (const [quote, rest] of [
    ['combatants were moved to the hills', 'Non-'],
    ['500 people and 2,300 cats were moved', '1'],
    ['5 degrees, and the ex-president was absent', '-'],
    ['were moved to the hills at -5 degrees, and the ex', '-president'],
  ] as const) {
    it(`is told as what was left out: ${rest}`, () => {
      const { verdict, differences } = judge(quote);
      assert.deepEqual([verdict, differences.map(({ sourceText }) => sourceText)], ['altered', [rest]]);
    });
  }
});

describe('a quotation that is what the source says', () => {
  for (const [name, quote] of [
    ['beginning with an ellipsis', '… Orlov was guilty of the crime'],
    ['ending with one in brackets', 'The army protected the village […]'],
    ['with a hyphen that the end of a line put in', 'This is a report about'],
    ['with a hyphen that the end of a line only shows', 'about the well-\nknown harbour wall'],
    ['in other scripts’ marks', 'It said 〝yes〞 to all'],
    ['beginning behind a long dash', 'even now — was gone. Nobody came'],
    ['without a name’s article', 'Hamdi knew it'],
    ['with its percent sign', 'they lost 5% of it'],
    ['with the comma of a writer’s sentence behind a question', 'Did the ferry sink,'],
    ['with marks of another width', '没有人得救。船长说:「我们会回来!」'],
  ] as const) {
    it(`is accepted ${name}`, () => {
      const { verdict, differences } = judge(quote);
      assert.ok(isAccepted(verdict), `${verdict} ${JSON.stringify(differences)}`);
    });
  }
});

describe('the risks of an accepted quotation', () => {
  for (const [quote, kinds] of [
    ['He was guilty…', ['negation']],
    ['… Orlov was guilty of the crime', ['negation']],
    ['Orlov was guilty of the crime.', ['negation']],
    ['The army protected … militia killed forty civilians', ['sentences-joined']],
    ['The army protected the village … forty civilians were', undefined],
    ['The army protected the village […] killed forty civilians', ['sentences-joined']],
    ['We can[not] win this war', ['negation']],
    ['They killed [500] people', ['number']],
    ['Nobody believes that [Petrov] was guilty', ['actor']],
    ['The militia killed forty civilians.', []],
    ['protected the village at night', []],
    ['他据说还活。', ['cut-sentence']],
  ] as const) {
    it(`are ${kinds?.join(', ') ?? 'none, as it is refused'} for “${quote}”`, () => {
      const judgement = judge(quote);
      if (kinds === undefined) assert.ok(!isAccepted(judgement.verdict));
      else
        assert.deepEqual(
          [judgement.risks.map(({ kind }) => kind), isAccepted(judgement.verdict)],
          [kinds, true],
        );
    });
  }
});

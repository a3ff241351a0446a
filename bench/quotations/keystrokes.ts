import { Corpus, type SourceText } from '#corpus-index';
import { checkDraft } from '../../src/language/checks/check-draft';
import { judgeDraft } from '../../src/language/judge-draft';
import { JudgementMemo } from '../../src/language/judgement-memo';
import { newDraftMemo, parseDraft } from '../../src/language/parse-draft';
import { chance } from '../chance';
import { figureOf, figureOfEach, timeRound, type Round } from '../figures';
import type { Measure } from '../measure';
import { makeQuotations, type MadeQuotation } from './make-quotations';

const CITATIONS = 300;
const LETTERS = 100;

/** One letter typed in a draft of many citations: parsed, judged and checked as the server does it. */
export const keystrokes: Measure = function* ({ corpus, seed, rounds }) {
  const random = chance(seed);
  const own = new Corpus();
  for (const source of corpus.sources) own.put(source);
  own.likeliest('words that make the index of word grams', 1);
  const drafts = Array.from({ length: rounds }, () => makeDraft(corpus.sources, random));
  const [opened, typed] = [[] as Round[], [] as Round[]];
  for (const draft of drafts) {
    const check = checker(own);
    opened.push(timeRound([draft], check));
    typed.push(typeLetters(check, draft, random));
  }
  yield figureOf(`a draft of ${CITATIONS} citations opened`, opened);
  yield figureOfEach('a letter typed in it', typed, { target: 10 });
};

function makeDraft(sources: readonly SourceText[], random: () => number): string {
  return makeQuotations(sources, CITATIONS / 5, random)
    .map(paragraph)
    .join('\n\n');
}

function paragraph({ text, source, n }: MadeQuotation, at: number): string {
  const line = text.replace(/\n/g, ' ');
  const citation = `[@${source}, para. ${n}]`;
  return at % 3 === 0
    ? `> ${line}\n>\n> ${citation}`
    : `In the words of number ${at}, “${line.replace(/[“”"]/g, '’')}” ${citation}, which is to be read with care.`;
}

/** Types one letter after the other, each in another place, and checks the draft after each. */
function typeLetters(check: (text: string) => void, draft: string, random: () => number): Round {
  let text = draft;
  return timeRound(Array.from({ length: LETTERS }), () => {
    const at = text.indexOf(' ', Math.floor(random() * (text.length - 200)));
    text = `${text.slice(0, at)}x${text.slice(at)}`;
    check(text);
  });
}

function checker(corpus: Corpus): (text: string) => void {
  const [memo, judgements] = [newDraftMemo(), new JudgementMemo()];
  return (text) => {
    checkDraft(judgeDraft(corpus, parseDraft(text, memo), undefined, judgements));
  };
}

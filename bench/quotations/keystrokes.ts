import type { Corpus, SourceText } from '#corpus-index';
import { checkDraft } from '../../src/language/checks/check-draft';
import { judgeDraft } from '../../src/language/judge-draft';
import { parseDraft } from '../../src/language/parse-draft';
import { timeRound, type Round } from '../figures';
import { makeQuotations, type MadeQuotation } from './make-quotations';

const CITATIONS = 300;

/** A draft with 300 citations, each of them of a quotation. */
export function makeDraft(sources: readonly SourceText[], random: () => number): string {
  const quotations = makeQuotations(sources, CITATIONS / 5, random);
  return quotations.map(paragraph).join('\n\n');
}

function paragraph({ text, source, n }: MadeQuotation, at: number): string {
  const line = text.replace(/\n/g, ' ');
  const citation = `[@${source}, para. ${n}]`;
  return at % 3 === 0
    ? `> ${line}\n>\n> ${citation}`
    : `In the words of number ${at}, “${line.replace(/[“”"]/g, '’')}” ${citation}, which is to be read with care.`;
}

/** Types one letter after the other, each in another paragraph, and checks the draft after each. */
export function typeLetters(corpus: Corpus, draft: string, letters: number, random: () => number): Round {
  const check = checker(corpus);
  check(draft);
  let text = draft;
  return timeRound(Array.from({ length: letters }), () => {
    const at = text.indexOf(' ', Math.floor(random() * (text.length - 200)));
    text = `${text.slice(0, at)}x${text.slice(at)}`;
    check(text);
  });
}

function checker(corpus: Corpus): (text: string) => void {
  return (text) => {
    checkDraft(judgeDraft(corpus, parseDraft(text)));
  };
}

import type { Judgement } from '#corpus-index';
import type { JudgedDraft, JudgedQuotation } from '../judge-draft';
import { citePlace, paragraphTerm } from './cite-place';
import { withEdges } from './edges';
import type { Proposals, QuotationFixer, Replacement } from './fix';
import { markedChanges, type Marks } from './mark-changes';
import type { Misquotation } from './misquotation';
import { restoredWords } from './restore-words';
import { riskNote } from './risk-note';
import { together } from './together';

/** The source's words again; or marks that show what was left out and what was changed. */
export const fixAlteredQuotation: QuotationFixer = function* (judged, at) {
  const misquotation = misquotationOf(judged, at);
  if (!misquotation) return;
  const restore = { title: 'Restore the source’s words', attempts: restoredWords(misquotation) };
  const isRestored = yield { ...restore, isPreferred: true };
  if (!isRestored) yield* withLocator(misquotation, restore.title, [...restoredWords(misquotation)]);
  const marks = markedChanges(withEdges(misquotation));
  if (!marks) return;
  const isMarked = yield { title: titleOf(marks), attempts: [marks.edits], remark: remarkOn(misquotation) };
  if (!isMarked) yield* withLocator(misquotation, titleOf(marks), [marks.edits]);
};

/**
 * What a mark takes away, so that nobody marks without knowing. A `not` that was dropped by itself is not to be marked at
 * all: the quotation would be accepted and say the opposite.
 */
const remarkOn =
  ({ differences }: Misquotation) =>
  ({ risks }: Judgement): string | undefined =>
    risks.some(({ kind }) => kind === 'negation') && !differences.some(({ kind }) => kind === 'splice')
      ? undefined
      : riskNote(risks);

function misquotationOf(
  { draft, corpus }: JudgedDraft,
  { quotation, judgement: { place, differences } }: JudgedQuotation,
): Misquotation | undefined {
  const source = place && corpus.source(place.source);
  return source && { draft, quotation, source, place, differences };
}

/** The same where the words then stand in another paragraph than the citation names, or in several. */
function* withLocator(
  misquotation: Misquotation,
  title: string,
  words: readonly (readonly Replacement[])[],
): Proposals {
  const { draft, quotation, place } = misquotation;
  const citation = quotation.citations.find(({ key }) => key === place.source);
  if (!citation || place.n === undefined) return;
  const paragraphs = String(place.n);
  yield {
    title: `${title} and name ${paragraphTerm(paragraphs)}`,
    attempts: together(words, [...citePlace(draft, citation, { key: place.source, paragraphs })]),
    remark: remarkOn(misquotation),
  };
}

function titleOf({ marksOmissions, marksChanges }: Marks): string {
  if (!marksChanges) return 'Mark what is left out with […]';
  return marksOmissions
    ? 'Mark what is left out with […] and changes with brackets'
    : 'Put the changes in brackets';
}

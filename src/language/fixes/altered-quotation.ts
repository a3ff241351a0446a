import type { Judgement, RiskKind } from '#corpus-index';
import type { JudgedDraft, JudgedQuotation } from '../judge-draft';
import { citePlace } from './cite-place';
import { locatorOf, locatorTerm } from './cited-locator';
import { withEdges } from './edges';
import type { Proposal, QuotationFixer, Replacement } from './fix';
import { markedChanges, type Marks } from './mark-changes';
import type { Misquotation } from './misquotation';
import { restoredWords } from './restore-words';
import { riskNote } from './risk-note';
import { together } from './together';

/** The source's words again; or marks that show what was left out and what was changed. */
export const fixAlteredQuotation: QuotationFixer = function* (judged, at) {
  const misquotation = misquotationOf(judged, at);
  if (!misquotation) return;
  const isRestored = yield* offer(misquotation, {
    title: 'Restore the source’s words',
    attempts: [...restoredWords(misquotation)],
    isPreferred: true,
  });
  const whole = withEdges(misquotation);
  const marks = markedChanges(whole);
  // What cannot be restored was not found at the right place, unless it joins two places.
  if (marks && (isRestored || joinsPlaces(whole)))
    yield* offer(misquotation, {
      title: titleOf(marks),
      attempts: [marks.edits],
      remark: remarkOn(whole),
    });
};

/** Offers a way to change the words; if need be together with the locator of the paragraph where they stand then. */
function* offer(
  { draft, quotation, source, place }: Misquotation,
  proposal: Proposal & { readonly attempts: readonly (readonly Replacement[])[] },
): Generator<Proposal, boolean, boolean> {
  if (yield proposal) return true;
  const citation = quotation.citations.find(({ key }) => key === place.source);
  const locator = citation && locatorOf(draft, citation, source, place);
  if (!locator) return false;
  return yield {
    ...proposal,
    title: `${proposal.title} and name ${locatorTerm(locator)}`,
    attempts: together(proposal.attempts, [...citePlace(draft, citation, { key: place.source, locator })]),
    // Another place than the one cited may be another one than the one meant.
    isPreferred: false,
  };
}

const joinsPlaces = ({ differences }: Misquotation): boolean =>
  differences.some(({ kind }) => kind === 'splice');

/** What marks must never do to a quotation, by whatever name its differences go. */
const FORBIDDEN: ReadonlySet<RiskKind> = new Set(['negation', 'number', 'actor']);

/**
 * What a mark takes away, so that nobody marks without knowing. A `not` that was dropped by itself is not to be marked at
 * all: the quotation would be accepted and say the opposite. In a long stretch between two places there may well be one.
 */
const remarkOn =
  (misquotation: Misquotation) =>
  ({ risks }: Judgement): string | undefined =>
    risks.some(({ kind }) => FORBIDDEN.has(kind)) && !joinsPlaces(misquotation) ? undefined : riskNote(risks);

function misquotationOf(
  { draft, corpus }: JudgedDraft,
  { quotation, judgement: { place, differences } }: JudgedQuotation,
): Misquotation | undefined {
  const source = place && corpus.source(place.source);
  return source && { draft, quotation, source, place, differences };
}

function titleOf({ marksOmissions, marksChanges }: Marks): string {
  if (!marksChanges) return 'Mark what is left out with […]';
  return marksOmissions
    ? 'Mark what is left out with […] and changes with brackets'
    : 'Put the changes in brackets';
}

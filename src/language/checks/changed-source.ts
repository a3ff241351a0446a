import { isAccepted, quotationLine, type Place } from '#corpus-index';
import type { Check } from './check';
import { compareLocked, type ComparedQuotation } from '../lock/compare-locked';
import { sourceName } from '../lock/locked-source-name';
import { toldWords } from '../lock/told-words';

/** The source of a locked quotation has other words now at the place that was quoted: what was locked, what is there now, and the draft. */
export const changedSource: Check = (judged) =>
  compareLocked(judged).flatMap((one) => {
    const place = changedPlace(one);
    if (!place) return [];
    const accepted = isAccepted(one.judged.judgement.verdict);
    return [
      {
        code: 'changed-source',
        severity: accepted ? 'warning' : 'error',
        message: `${sourceName(one)} has changed since this quotation was locked. ${threeWays(one, place)} ${advice(one, accepted)}`,
        span: one.judged.quotation.span,
        place: { source: place.source, start: place.start, end: place.end },
      },
    ];
  });

/** Where other words stand now. What a writer has changed since, and what is accepted so, is no matter of the source's. */
function changedPlace({ comparison, judged, isSame }: ComparedQuotation): Place | undefined {
  const { verdict, place } = judged.judgement;
  const accepted = isAccepted(verdict);
  if (!isSame && accepted) return undefined;
  if (comparison.state === 'changed') return comparison.place;
  return comparison.state === 'gone' && accepted ? place : undefined;
}

function threeWays({ locked, judged }: ComparedQuotation, place: Place): string {
  const draft = quotationLine(judged.quotation.reading.text);
  const isQuotedWhole = draft === quotationLine(locked.anchor.exact);
  const [before = '', now = ''] = toldWords([locked.anchor.exact, place.text]);
  const [own = ''] = toldWords([draft]);
  return isQuotedWhole
    ? `Locked, and in the draft: “${before}”. In the source now: “${now}”.`
    : `Locked: “${before}”. In the source now: “${now}”. In the draft: “${own}”.`;
}

const advice = ({ isSame }: ComparedQuotation, accepted: boolean): string =>
  accepted
    ? 'See that the quotation still says what the source says, and lock it again.'
    : isSame
      ? 'Quote what the source says now, or bring back the text that was quoted; then lock the quotation again.'
      : 'The quotation was edited too. Quote what the source says now; then lock the quotation again.';

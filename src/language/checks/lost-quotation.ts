import { isAccepted } from '#corpus-index';
import type { JudgedDraft } from '../judge-draft';
import type { Check } from './check';
import { compareLocked, type ComparedQuotation } from '../lock/compare-locked';
import { sourceName } from '../lock/locked-source-name';
import { toldWords } from '../lock/told-words';
import { placeIn, placeName } from '../reference';

/** A quotation was locked to words that its source no longer has, or to a source that is no longer there. */
export const lostQuotation: Check = (judged) =>
  compareLocked(judged).flatMap((one) => {
    const { comparison } = one;
    const { verdict, suggestion } = one.judged.judgement;
    if ((comparison.state !== 'gone' && comparison.state !== 'no-source') || isAccepted(verdict)) return [];
    return [
      {
        code: 'lost-quotation',
        severity: 'error',
        message: `${whatIsLost(one)} ${advice(judged, one)}`,
        span: one.judged.quotation.span,
        ...(suggestion
          ? { place: { source: suggestion.source, start: suggestion.start, end: suggestion.end } }
          : {}),
      },
    ];
  });

function whatIsLost(one: ComparedQuotation): string {
  const { anchor, source, n } = one.locked;
  if (one.comparison.state === 'no-source')
    return `The source that this quotation was locked to, @${source.key} (${source.path}), is not among the sources that can be read.`;
  const [words = ''] = toldWords([anchor.exact]);
  const where = placeName(n === undefined ? {} : { n });
  return `${sourceName(one)} has changed since this quotation was locked: what stood in ${where} is gone, “${words}”.`;
}

function advice({ corpus }: JudgedDraft, { judged, comparison }: ComparedQuotation): string {
  const { verdict, suggestion } = judged.judgement;
  const other = suggestion && corpus.source(suggestion.source);
  if (other && verdict === 'elsewhere')
    return `The same words stand in ${placeIn(other, suggestion)} of ${other.path} (@${other.key}).`;
  return comparison.state === 'no-source'
    ? 'Put the file back, or take the quotation out.'
    : 'Bring back the text that was quoted, or take the quotation out.';
}

import type { Check } from './check';
import { placeIn, shortReference } from '../reference';

/** The words are right, but stand in another paragraph or another source than the citation names. */
export const misplacedQuotation: Check = ({ corpus, quotations }) =>
  quotations.flatMap(({ quotation, judgement }) => {
    const place = judgement.suggestion;
    if (judgement.verdict !== 'elsewhere' || !place) return [];
    const source = corpus.source(place.source);
    const where = `${placeIn(source, place)} of ${source ? shortReference(source) : place.source} (@${place.source})`;
    return [
      {
        code: 'misplaced-quotation',
        severity: 'error',
        message: `These words do not stand where the citation says, but in ${where}. Correct the citation.`,
        span: quotation.span,
        place: { source: place.source, start: place.start, end: place.end },
      },
    ];
  });

import type { Check } from './check';

/** The words stand in several paragraphs of the cited source, and the citation names none of them. */
export const ambiguousQuotation: Check = ({ quotations }) =>
  quotations
    .filter(({ judgement }) => judgement.reason === 'ambiguous')
    .map(({ quotation, judgement }) => ({
      code: 'ambiguous-quotation',
      severity: 'warning',
      message:
        'These words stand in more than one paragraph of the source. Name the paragraph in the citation, as in "para. 4".',
      span: quotation.span,
      ...(judgement.suggestion
        ? {
            place: {
              source: judgement.suggestion.source,
              start: judgement.suggestion.start,
              end: judgement.suggestion.end,
            },
          }
        : {}),
    }));

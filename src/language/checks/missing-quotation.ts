import type { Check } from './check';

/** The quoted words stand nowhere in the corpus. */
export const missingQuotation: Check = ({ quotations }) =>
  quotations
    .filter(({ judgement }) => judgement.verdict === 'missing')
    .map(({ quotation }) => ({
      code: 'missing-quotation',
      severity: 'error',
      message:
        `These words stand in none of the sources, ${cited(quotation.citations)} included. ` +
        'Quote what the source says, mark omissions with an ellipsis and changes with brackets.',
      span: quotation.span,
    }));

const cited = (citations: readonly { readonly key: string }[]): string =>
  citations.map(({ key }) => `@${key}`).join(' and ');

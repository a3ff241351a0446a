import type { Check } from './check';

/** Words in quotation marks that no citation claims for a source. */
export const uncitedQuotation: Check = ({ quotations }) =>
  quotations
    .filter(({ judgement }) => judgement.reason === 'no-citation')
    .map(({ quotation }) => ({
      code: 'uncited-quotation',
      severity: 'hint',
      message: 'This quotation has no citation, so it was not checked.',
      span: quotation.span,
    }));

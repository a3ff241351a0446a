import type { Check } from './check';

/** A quotation that could not be compared with its source: said, never passed over. */
export const uncheckedQuotation: Check = ({ quotations }) =>
  quotations
    .filter(({ judgement }) => judgement.verdict === 'unchecked' && judgement.reason === 'no-text')
    .map(({ quotation }) => ({
      code: 'unchecked-quotation',
      severity: 'warning',
      message:
        'This quotation was not checked: the text of its source is not among the sources or could not be read. ' +
        'Add the file, and name it under "file:" in sources.yaml.',
      span: quotation.span,
    }));

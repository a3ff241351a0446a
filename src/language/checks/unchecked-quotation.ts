import type { Check } from './check';

/**
 * A quotation that could not be compared with its source: said, never passed over. A record that names no file promises no
 * text; where it names one, a text that should be at hand is not.
 */
export const uncheckedQuotation: Check = ({ corpus, quotations }) =>
  quotations
    .filter(({ judgement }) => judgement.verdict === 'unchecked' && judgement.reason === 'no-text')
    .map(({ quotation }) => {
      if (quotation.citations.some(({ key }) => corpus.isUnreached(key)))
        return {
          code: 'unchecked-quotation',
          severity: 'warning',
          message:
            'This quotation was not checked: its source may be in the shared corpus, which has not answered. ' +
            'The status bar says why.',
          span: quotation.span,
        };
      const file = quotation.citations
        .filter(({ key }) => !corpus.source(key))
        .map(({ key }) => corpus.record(key)?.file)
        .find((named) => named !== undefined);
      return {
        code: 'unchecked-quotation',
        severity: file === undefined ? 'warning' : 'error',
        message:
          file === undefined
            ? 'This quotation was not checked: the text of its source is not among the sources. ' +
              'Add the file, and name it under "file:" in sources.yaml.'
            : `This quotation was not checked: the file of its source, ${file}, is not among the sources or could not be read. ` +
              'Put the file there, or correct "file:" in sources.yaml.',
        span: quotation.span,
      };
    });

import type { Check } from './check';

const NO_TEXT =
  'the text of the source is not among the sources. Add the file, and name it under "file:" in sources.yaml, or look it up yourself.';
const UNREACHED = 'the source may be in the shared corpus, which has not answered. The status bar says why.';

/** A place in a source that has a record and no text. Where a quotation stands with it, that is told to be unchecked. */
export const uncheckedLocator: Check = ({ corpus, citations, quotations }) => {
  const quoting = new Set(quotations.flatMap(({ quotation }) => quotation.citations));
  return citations.flatMap(({ citation, isUnread }) =>
    isUnread && citation.locator && !quoting.has(citation)
      ? [
          {
            code: 'unchecked-locator',
            severity: 'hint',
            message: `Whether there is such a place was not checked: ${corpus.isUnreached(citation.key) ? UNREACHED : NO_TEXT}`,
            span: citation.locator.span,
          },
        ]
      : [],
  );
};

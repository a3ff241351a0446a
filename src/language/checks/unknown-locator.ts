import type { Check } from './check';
import { shortReference } from '../reference';

/** The key is known, but the source has no such paragraph or page. */
export const unknownLocator: Check = ({ corpus, citations }) =>
  citations.flatMap(({ citation, resolved }) => {
    const source = corpus.source(citation.key);
    if (!source || resolved || !citation.locator) return [];
    const { label, value, span } = citation.locator;
    const last = source.passages.length;
    const what =
      label === 'paragraph'
        ? `${shortReference(source)} has no paragraph ${value}: its paragraphs are 1 to ${last}.`
        : label === 'page' && source.pages
          ? `${shortReference(source)} has no page ${value}: its pages are ${source.pages[0]?.label ?? ''} to ${source.pages.reduce((a, b) => (b.n > a.n ? b : a)).label}.`
          : label === 'page'
            ? `${shortReference(source)} has no page ${value}: it is cited by paragraph, as in "para. 4". A number without a term means a page.`
            : `"${label} ${value}" cannot be found in ${shortReference(source)}: places in it are named by paragraph, as in "para. 4".`;
    return [{ code: 'unknown-locator', severity: 'error', message: what, span }];
  });

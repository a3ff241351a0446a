import { isCrossReference } from '../cross-reference';
import type { Check } from './check';
import { nearestKey } from './nearest-key';

/** A citation's key names no source and no record. */
export const unknownSource: Check = ({ corpus, citations }) =>
  citations
    .filter(({ citation }) => !corpus.isKnownKey(citation.key) && !isCrossReference(corpus, citation.key))
    .map(({ citation }) => {
      const near = nearestKey(citation.key, corpus.keys);
      return {
        code: 'unknown-source',
        severity: 'error',
        message:
          `No source has the key "${citation.key}". ` +
          (near === undefined
            ? 'Add it to the sources, or correct the key; what stands in a bibliography of your own, Import References… takes in.'
            : `Did you mean "${near}"?`),
        span: citation.span,
      };
    });

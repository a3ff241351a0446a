import type { Check } from './check';
import { nearestKey } from './nearest-key';

/** Quarto's cross-references to figures, tables and the like are written as citations are: `@fig-harbour`. */
const CROSS_REFERENCE =
  /^(?:fig|tbl|lst|sec|eq|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|tip|nte|wrn|imp|cau|supp|vid)-/;

/** A citation's key names no source and no record. */
export const unknownSource: Check = ({ corpus, citations }) =>
  citations
    .filter(({ citation }) => !corpus.isKnownKey(citation.key) && !CROSS_REFERENCE.test(citation.key))
    .map(({ citation }) => {
      const near = nearestKey(citation.key, corpus.keys);
      return {
        code: 'unknown-source',
        severity: 'error',
        message:
          `No source has the key "${citation.key}". ` +
          (near === undefined ? 'Add it to the sources, or correct the key.' : `Did you mean "${near}"?`),
        span: citation.span,
      };
    });

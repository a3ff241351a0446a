import type { Corpus } from '#corpus-index';

const KINDS =
  /^(?:fig|tbl|lst|sec|eq|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|tip|nte|wrn|imp|cau|supp|vid)-/;

/** Quarto's cross-references to figures, tables and the like are written as citations are: `@fig-harbour`. A source's key is none. */
export const isCrossReference = (corpus: Corpus, key: string): boolean =>
  KINDS.test(key) && !corpus.isKnownKey(key);

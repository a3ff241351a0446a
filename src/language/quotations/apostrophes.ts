/** Words and decades that begin with an apostrophe. */
const LEADING =
  /^(?:\d\ds?(?!\d)|tis|twas|twere|twould|til|till|em|cause|bout|round|cos|cuz|neath|gainst|nuff|ere|n['’])(?![\p{L}\p{N}])/iu;

/** `'90s`, `'tis`: what stands behind the mark is a word that is written with an apostrophe at its start. */
export const looksLikeLeadingApostrophe = (after: string): boolean => LEADING.test(after);

/**
 * `the dogs' tails`, `singin' in`: a mark behind such a word with a word to follow may be an apostrophe, and closes a
 * single quotation only if nothing better does. `before` ends with the mark's left neighbour.
 */
export const looksLikeTrailingApostrophe = (before: string, after: string): boolean =>
  /(?:[sxz]|in|(?<![\p{L}\p{N}])o)$/iu.test(before) && /^\s+[\p{L}\p{N}]/u.test(after);

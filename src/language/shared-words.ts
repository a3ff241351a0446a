import { words } from '#corpus-index';

/** Below this share of common words, a text is taken for another one and not for an edited one. */
export const FEWEST_COMMON = 0.5;

export const termsOf = (text: string): ReadonlySet<string> => new Set(words(text).map(({ term }) => term));

/** How many of the words of two texts are common, of those of the longer one: 0 to 1. */
export const shareOf = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((term) => b.has(term)).length / Math.max(1, a.size, b.size);

import { stopWords } from '../text/stop-words';
import type { Word } from '../text/words';
import { words } from '../text/words';

/** The Arabic article, folded, in any of its forms. */
export const ARTICLE = 'al';

/** Forms of it that are also written as words of their own: Zia ul Haq, Salah ud Din, Saif ur Rahman. */
export const SPACED_ARTICLES: ReadonlySet<string> = new Set(['ul', 'ud', 'ur']);

/** The words by which a name is found; two names with the same key are the same to the matcher. */
export const nameKey = (name: string): string =>
  words(name)
    .map(({ term }) => term)
    .join(' ');

/**
 * Whether a name would be found everywhere: it has no words, is a single letter, or consists of stop
 * words. An abbreviation in capitals (WHO, IS) is a name, and found in capitals only.
 */
export function isTooCommon(name: string, found: readonly Word[] = words(name)): boolean {
  const [first, ...others] = found;
  if (!first || (others.length === 0 && first.term.length === 1)) return true;
  return found.every(isStopWord) && !isAbbreviation(name);
}

export const isStopWord = ({ term }: Word): boolean => stopWords.has(term);

/** One word of two capitals or more, dots apart. */
export const isAbbreviation = (name: string): boolean => /^(?:\p{Lu}\.?){2,}$/u.test(name.trim());

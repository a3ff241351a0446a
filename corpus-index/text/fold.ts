import { forEachWord } from './words';

/** A whole string folded for search: its folded words with a space between them. See `forEachWord`. */
export function fold(text: string): string {
  const terms: string[] = [];
  forEachWord(text, 0, text.length, (term) => terms.push(term));
  return terms.join(' ');
}

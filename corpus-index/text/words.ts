import { WordCursor } from './word-cursor';

/** One word of a text: its folded form, and where it stands (UTF-16 code units, end exclusive). */
export interface Word {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Visits the words between two offsets, folded for search and for names (never for verdicts).
 *
 * - Case, diacritics, ligatures and full-width forms are folded; soft hyphens and zero-width characters ignored.
 * - Apostrophes and the signs for ayn and hamza are dropped between letters (Qa'ida, Qaʿida: `qaida`); a possessive
 *   's is no part of the word or its span (Iran's: `iran`).
 * - Hyphens and dashes part words; an Arabic article before one is the word `al` in any of its forms.
 * - Letters of any script make words; each ideograph is one.
 * - `470,000` is `470000`, `1.5` is `1.5`, `9/11` is `9/11`, `U.S.` is `us`.
 *
 * Words that `start` or `end` cut through count as far as they lie inside.
 */
export function forEachWord(
  text: string,
  start: number,
  end: number,
  visit: (word: string, start: number, end: number) => void,
): void {
  const cursor = new WordCursor(text, start, end);
  while (cursor.next()) visit(cursor.term(), cursor.start, cursor.end);
}

/** All words of a text, in order: see `forEachWord`. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  cursorOfAll.read(text);
  while (cursorOfAll.next())
    found.push({ term: cursorOfAll.term(), start: cursorOfAll.start, end: cursorOfAll.end });
  cursorOfAll.read('');
  return found;
}

/** Names are many and short: making a cursor takes longer than reading one. */
const cursorOfAll = new WordCursor('');

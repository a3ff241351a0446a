import { DIRECTION_MARKS } from '../protocol/plain-message';

/** A source's or a record's words as a row of a list shows them: on one line, nothing in them reorders the rest. */
export const plainText = (text: string): string =>
  text.replace(DIRECTION_MARKS, '').replace(/\s+/g, ' ').trim();

/**
 * A source's words as a quick pick's label: one line, and `$(name)` shown as it stands instead of as an icon
 * (a word joiner, which has no width, comes between).
 */
export function plainLabel(text: string): string {
  return plainText(text).replaceAll('$(', '$\u2060(');
}

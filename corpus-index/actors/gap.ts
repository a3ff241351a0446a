import { APOSTROPHES } from '../text/fold-table';

/** What stands between two words of a text: may they belong to one name? */
export type Gap = 'none' | 'joined' | 'possessive' | 'period';

const SPACE = 0x20;
const HYPHEN = 0x2d;
/** More than a line break and an indentation is no gap within a name. */
const LONGEST = 80;

const BLANK = '[\\p{Zs}\\t]';
const BREAK = '(?:\\r\\n|\\n|\\r)';
const SIGNS = `[${APOSTROPHES}\\p{Cf}\\p{M}]*`;
/** Spaces with at most one line break, or a hyphen or dash without spaces; apostrophes, ayn and hamza around them. */
const JOINED = `${SIGNS}(?:${BLANK}*${BREAK}?${BLANK}*|\\p{Pd}(?:${BREAK}${BLANK}*)?)${SIGNS}`;
const GAP = new RegExp(`^(?:(?<possessive>[${APOSTROPHES}][sSｓＳ])|(?<period>\\.))?${JOINED}$`, 'u');

/**
 * The gap between two words that follow one another. `none` parts names: a comma, bracket or quotation
 * mark, an empty line, a dash between spaces. A `period` may end a sentence or an initial.
 */
export function gapBetween(text: string, from: number, to: number): Gap {
  if (to === from) return 'joined';
  if (to - from === 1) {
    const unit = text.charCodeAt(from);
    if (unit === SPACE || unit === HYPHEN) return 'joined';
  }
  if (to - from > LONGEST) return 'none';
  const groups = GAP.exec(text.slice(from, to))?.groups;
  if (!groups) return 'none';
  if (groups['possessive']) return 'possessive';
  return groups['period'] ? 'period' : 'joined';
}

/** What stands between two words where `gapBetween` finds none: its signs without spaces, every dash alike. */
export const signBetween = (text: string, from: number, to: number): string =>
  to - from > LONGEST
    ? ''
    : text
        .slice(from, to)
        .replace(/\s+/g, '')
        .replace(/\p{Pd}/gu, '-');

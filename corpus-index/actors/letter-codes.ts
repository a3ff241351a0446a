import { classify, EXPANDS, FIRST_FOLDED, HYPHEN, IDEOGRAPH, SEPARATOR } from '../text/fold-table';

/*
 * A character in seven bits, as the filter of first letters sees it: five for what it is, one for whether folding changes it, and one for
 * whether a word may begin behind it. The letters a to z are 1 to 26, and those of other scripts share these numbers: the filter may say
 * yes too often, but never no.
 */
export const CODE_BITS = 7;
export const CHANGED = 0x20;
const BOUNDARY = 0x40;
/** A character that ends a word in any case. */
export const END = BOUNDARY;
const LETTERS = 26;
const DIGIT = 27;
/** Ends a word, and may follow an Arabic article. */
export const DASH = BOUNDARY | 28;
/** May stand within a word, or end it: apostrophes, combining marks, what cannot be seen, the marks in numbers. */
export const SIGN = BOUNDARY | 29;
/** Begins a word wherever it stands, as an ideograph does. */
export const ALONE = BOUNDARY | 30;
/** A letter that folds to several. */
export const SEVERAL = CHANGED | 31;

const LETTER_A = 0x61;
const LETTER_Z = 0x7a;
const DIGIT_9 = 0x39;

/** The code of a UTF-16 unit. */
export function codeOf(unit: number): number {
  const kind = classify(unit);
  if (kind >= FIRST_FOLDED) return codeOfFolded(kind) | (kind === unit ? 0 : CHANGED);
  if (kind === SEPARATOR) return END;
  if (kind === HYPHEN) return DASH;
  if (kind < IDEOGRAPH) return SIGN;
  return kind === EXPANDS ? SEVERAL : ALONE;
}

/** The code of a unit of a folded word. */
export function codeOfFolded(unit: number): number {
  if (unit >= LETTER_A && unit <= LETTER_Z) return unit - LETTER_A + 1;
  return unit <= DIGIT_9 ? DIGIT : 1 + (unit % LETTERS);
}

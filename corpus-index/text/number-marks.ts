import type { BoundedText } from './bounded-text';
import { PERIOD, SLASH } from './fold-table';

/** Whether a point behind a digit belongs to a number that begins at `start`: `1.5` is one word, `24.03.2014` are three. */
export function isDecimalPoint(text: BoundedText, at: number, start: number): boolean {
  const digits = text.digitsFrom(at + 1);
  if (digits === 0) return false;
  const after = at + 1 + digits;
  return !(
    (text.codeAt(after) === PERIOD && text.isDigitAt(after + 1)) ||
    (text.codeAt(start - 1) === PERIOD && text.isDigitAt(start - 2))
  );
}

/** Whether a comma behind a digit parts thousands: `470,000` is the word `470000`. */
export const isThousandsComma = (text: BoundedText, at: number): boolean => text.digitsFrom(at + 1) === 3;

/** Whether a slash behind one or two digits belongs to them: `9/11` is one word; of `9/11/2001` the first two numbers are. */
export function isNumberSlash(text: BoundedText, at: number, start: number): boolean {
  if (text.codeAt(start - 1) === SLASH && text.isDigitAt(start - 2)) return false;
  const digits = text.digitsFrom(at + 1);
  return digits === 1 || digits === 2;
}

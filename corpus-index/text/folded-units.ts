/** The folded letters are no less than this, the digits are. */
export const FIRST_LETTER = 0x3a;

/**
 * Up to here V8 copies slices and concatenations; from 13 units on a slice would keep the whole text
 * alive and a concatenation would stay a tree (`SlicedString::kMinLength`, `ConsString::kMinLength`).
 */
export const LONGEST_SHORT = 12;
/** So many arguments a call takes in any engine. */
const CHUNK = 4096;

/** The first units as a string that keeps no other one alive. */
export function textOfUnits(units: Uint16Array, length: number): string {
  if (length > LONGEST_SHORT) return longText(units, length);
  let text = '';
  for (let at = 0; at < length; at++) text += String.fromCharCode(units[at] ?? 0);
  return text;
}

function longText(units: Uint16Array, length: number): string {
  const pieces: string[] = [];
  for (let at = 0; at < length; at += CHUNK)
    pieces.push(String.fromCharCode(...units.subarray(at, Math.min(at + CHUNK, length))));
  return pieces.join('');
}

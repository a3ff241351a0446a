import type { Span } from '../../text/span';

/**
 * Abbreviations stated in brackets, "Ministry of Works (MW)" and "MW (Ministry of Works)". As in Schwartz and Hearst's
 * "A simple algorithm for identifying abbreviation definitions" (2003), the short form stands right beside the long one;
 * here each of its letters must begin a word of it, as authors of prose do not leave others.
 */
const LONGEST_NAME = 120;
/** Words such as "of" may have a small letter in it: MoA. */
const SHORT = String.raw`\p{Lu}[\p{L}&]{0,8}[\p{Lu}&]`;
const QUOTE = `["“”'‘’]?`;
const INTRODUCTION = String.raw`(?:(?:or|also|known as|hereafter|henceforth|hereinafter|abbreviated(?: as)?|the)\s+)*`;
const SHORT_BEHIND = new RegExp(
  String.raw`^(\s?[([]\s?${INTRODUCTION}${QUOTE})(${SHORT})${QUOTE}\s?[)\],;]`,
  'u',
);
const SHORT_BEFORE = new RegExp(String.raw`(?<![\p{L}\p{N}])(${SHORT})(\s[([]\s?(?:the\s+)?)$`, 'u');
const WORD = String.raw`[\p{L}\p{M}'’-]+`;
const FULL = String.raw`\p{Lu}${WORD}(?:,?\s(?:${WORD}|&)){1,11}`;
const FULL_BEHIND = new RegExp(String.raw`^(\s[([]\s?(?:the\s+)?)(${FULL})\s?[)\]]`, 'u');
const WORDS_BEFORE = new RegExp(String.raw`((?:(?:${WORD}|&),?\s){1,12})[([]\s?$`, 'u');

/** The short form in the brackets behind a full name. */
export function shortFormBehind(text: string, end: number, name: string): Span | undefined {
  if (!opensBehind(text, end)) return undefined;
  const [, before = '', short] = SHORT_BEHIND.exec(text.slice(end, end + LONGEST_NAME)) ?? [];
  return short !== undefined && isShortFor(short, name) ? spanAt(end + before.length, short) : undefined;
}

/** The short form before the brackets that a full name stands in. */
export function shortFormBefore(text: string, start: number, name: string): Span | undefined {
  if (!opensBefore(text, start)) return undefined;
  const [, short, behind = ''] = SHORT_BEFORE.exec(text.slice(Math.max(0, start - 40), start)) ?? [];
  if (short === undefined || !isShortFor(short, name)) return undefined;
  return spanAt(start - behind.length - short.length, short);
}

/** The full name in the brackets behind a short form. */
export function fullFormBehind(text: string, end: number, short: string): Span | undefined {
  if (!opensBehind(text, end)) return undefined;
  const [, before = '', full] = FULL_BEHIND.exec(text.slice(end, end + LONGEST_NAME)) ?? [];
  return full !== undefined && isShortFor(short, full) ? spanAt(end + before.length, full) : undefined;
}

/** The full name before the brackets that a short form stands in: the fewest words that it is short for. */
export function fullFormBefore(text: string, start: number, short: string): Span | undefined {
  if (!opensBefore(text, start)) return undefined;
  const [all, words] = WORDS_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_NAME), start)) ?? [];
  if (all === undefined || words === undefined) return undefined;
  const from = start - all.length;
  const found = [...words.matchAll(/\S+/gu)].reverse();
  for (const { 0: word, index } of found) {
    const full = words.slice(index).trimEnd();
    if (/^\p{Lu}/u.test(word) && isShortFor(short, full)) return spanAt(from + index, full);
  }
  return undefined;
}

/** Whether a stretch may have a short or full form in brackets beside it, or stand in such brackets itself. */
export const isBesideBracket = (text: string, start: number, end: number): boolean =>
  opensBehind(text, end) || opensBefore(text, start);

const opensBehind = (text: string, end: number): boolean =>
  opens(text[end] === ' ' || text[end] === '\n' ? text[end + 1] : text[end]);

const opensBefore = (text: string, start: number): boolean =>
  opens(text[start - 1] === ' ' ? text[start - 2] : text[start - 1]);

const opens = (character: string | undefined): boolean => character === '(' || character === '[';

const spanAt = (start: number, text: string): Span => ({ start, end: start + text.length });

/** Whether a short form has the first letters of a name's words, in order; small words may be without. */
export function isShortFor(short: string, name: string): boolean {
  const words = name.match(/[\p{L}\p{M}'’]+|&/gu) ?? [];
  const initials = short.toUpperCase();
  // The first one may be the state: "Ruritanian Ministry of Works (MW)".
  return areInitials(initials, words) || areInitials(initials, words.slice(1));
}

/** Every capitalised word must have its letter; a small one may ("MOIS", "AQI"). */
function areInitials(short: string, [word, ...others]: readonly string[]): boolean {
  if (word === undefined) return short === '';
  if (short.startsWith(word.charAt(0).toUpperCase()) && areInitials(short.slice(1), others)) return true;
  return !/^\p{Lu}/u.test(word) && areInitials(short, others);
}

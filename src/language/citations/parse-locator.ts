import type { LocatorLabel } from '../draft';
import { labelOfTerm, LONGEST_TERM } from './locator-terms';
import { endsUnit, isRoman, isSpace, tokensOf, type Token } from './locator-tokens';

/** A locator found at the start of a suffix: units `start` to `end` are its term and value. */
export interface FoundLocator {
  readonly label: LocatorLabel;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** `none`: an empty `{}` says that no locator follows; the suffix goes on behind `end`. */
export type LocatorReading = FoundLocator | { readonly label: 'none'; readonly end: number };

/** More tokens than any locator has: what stands behind them is suffix. */
const MOST_TOKENS = 400;

/**
 * The locator with which a citation's suffix begins, read as pandoc's citeproc does: after an optional comma, either
 * `{...}`, or a term (none: page) with as many numbers as follow. Undefined: the suffix has none and stays as it is.
 */
export function parseLocator(suffix: string): LocatorReading | undefined {
  const tokens = tokensOf(suffix, MOST_TOKENS);
  let at = tokens[0]?.text === ',' ? 1 : 0;
  if (isSpace(tokens[at])) at++;
  return delimited(tokens, at) ?? integrated(tokens, at);
}

/** `{p. 33}`, `{33}`, `{}`. */
function delimited(tokens: readonly Token[], start: number): LocatorReading | undefined {
  const open = tokens[start];
  if (open?.text !== '{') return undefined;
  let at = start + 1;
  while (isSpace(tokens[at])) at++;
  const labelled = labelAt(tokens, at, () => true);
  at = labelled?.next ?? at;
  const close = closingBrace(tokens, at);
  const closing = tokens[close];
  if (!closing) return undefined;
  const value = textOf(tokens, at, close);
  if (value !== '') return { label: labelled?.label ?? 'page', value, start: open.start, end: closing.end };
  return labelled ? undefined : { label: 'none', end: closing.end };
}

function closingBrace(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    const text = tokens[at]?.text;
    if (text === '{') depth++;
    else if (text === '}' && --depth < 0) return at;
  }
  return -1;
}

/** `p. 33-35, 38`, `33`, `chap. iv`. A value without a term must have a digit, one with a term at least a numeral. */
function integrated(tokens: readonly Token[], start: number): LocatorReading | undefined {
  const labelled = labelAt(tokens, start, (at) => wordAt(tokens, at, false)?.isNumber === true);
  const valueAt = labelled?.next ?? start;
  const suits = (word: Word | undefined): word is Word =>
    word !== undefined && (labelled ? word.isNumber : /\d/.test(textOf(tokens, word.start, word.next)));
  let end = valueAt;
  for (let word = wordAt(tokens, end, false); suits(word); word = wordAt(tokens, end, true)) end = word.next;
  return end === valueAt
    ? undefined
    : found(labelled?.label ?? 'page', textOf(tokens, valueAt, end), tokens[start], tokens[end - 1]);
}

/** A colon behind the last number is the suffix's: `[@key, p. 4: "the words"]`. (To citeproc it is the number's.) */
function found(
  label: LocatorLabel,
  value: string,
  first: Token | undefined,
  last: Token | undefined,
): FoundLocator {
  const colons = value.length - value.replace(/:+$/, '').length;
  return {
    label,
    value: value.slice(0, value.length - colons),
    start: first?.start ?? 0,
    end: (last?.end ?? 0) - colons,
  };
}

const textOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map((token) => (isSpace(token) ? ' ' : token.text))
    .join('')
    .trim();

interface Labelled {
  readonly label: LocatorLabel;
  readonly next: number;
}

/** The longest term at `start` behind which a value begins. */
function labelAt(
  tokens: readonly Token[],
  start: number,
  valueBegins: (at: number) => boolean,
): Labelled | undefined {
  let longest: Labelled | undefined;
  let term = '';
  for (let at = start; at < tokens.length && term.length <= LONGEST_TERM;) {
    do term += tokens[at++]?.text ?? '';
    while (at < tokens.length && !valueBegins(at));
    const label = at < tokens.length ? labelOfTerm(term.trim().replace(/\s+/g, ' ')) : undefined;
    if (label) longest = { label, next: at };
  }
  return longest;
}

/** A number, or whatever stands in the place of one, with the separator and space before it. */
interface Word {
  readonly start: number;
  readonly next: number;
  readonly isNumber: boolean;
}

function wordAt(tokens: readonly Token[], start: number, mayBeginWithSeparator: boolean): Word | undefined {
  let at = start;
  if (mayBeginWithSeparator && /^[,;]$/.test(tokens[at]?.text ?? '')) at++;
  if (isSpace(tokens[at])) at++;
  let isNumber = false;
  const first = at;
  for (let part = partAt(tokens, at); part; part = partAt(tokens, at)) {
    isNumber ||= part.isNumber;
    at = part.next;
  }
  return at > first ? { start, next: at, isNumber } : undefined;
}

interface Part {
  readonly next: number;
  readonly isNumber: boolean;
}

const BRACES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** A number, alone or in brackets: `33`, `(1)`, `[17]`. */
function partAt(tokens: readonly Token[], at: number): Part | undefined {
  const close = BRACES[tokens[at]?.text ?? ''];
  if (close === undefined) return sequenceAt(tokens, at);
  const inside = sequenceAt(tokens, at + 1);
  const end = inside?.next ?? at + 1;
  return tokens[end]?.text === close ? { next: end + 1, isNumber: inside?.isNumber ?? false } : undefined;
}

/** `1`, `1.2`, `.2`: a stop belongs to it only where a number follows. */
function sequenceAt(tokens: readonly Token[], start: number): Part | undefined {
  const first = unitAt(tokens, start);
  let at = first?.next ?? start;
  let isNumber = first?.isNumber ?? false;
  for (let unit = decimalAt(tokens, at); unit; unit = decimalAt(tokens, at)) {
    at = unit.next;
    isNumber ||= unit.isNumber;
    if (!first) break;
  }
  return at > start ? { next: at, isNumber } : undefined;
}

const decimalAt = (tokens: readonly Token[], at: number): Part | undefined =>
  tokens[at]?.text === '.' ? unitAt(tokens, at + 1) : undefined;

/** A roman numeral, or all up to a space or punctuation: a number where it has a digit. */
function unitAt(tokens: readonly Token[], start: number): Part | undefined {
  const first = tokens[start];
  if (first && !isSpace(first) && isRoman(first)) return { next: start + 1, isNumber: true };
  let at = start;
  for (let token = first; token && !isSpace(token) && !endsUnit(token); token = tokens[at]) at++;
  return at > start ? { next: at, isNumber: /\d/.test(textOf(tokens, start, at)) } : undefined;
}

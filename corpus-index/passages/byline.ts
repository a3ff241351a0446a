import { readDate } from './dates';

/** Longest line, in UTF-16 code units, that is looked at as a byline or dateline. */
const LONGEST_BYLINE = 160;

const BY = /^(?:written |posted |published |reported )?(?:by|von|par|por|di|door)\s*:?\s+/i;
const AUTHOR = /^(?:authors?|writer|autor(?:in)?|auteur)\s*:\s*/i;

/** One name: one to six words, capitalised or particles. */
const NAME =
  /^(?:\p{Lu}[\p{L}'’.-]*|al-\p{L}+|bin|ibn|abu|van|von|der|den|de|del|della|di|da|du|la|le|el|af|y)(?:\s+(?:\p{Lu}[\p{L}'’.-]*|al-\p{L}+|bin|ibn|abu|van|von|der|den|de|del|della|di|da|du|la|le|el|af|y)){0,5}$/u;

export interface Byline {
  readonly author: readonly string[];
  /** ISO 8601. */
  readonly issued?: string;
}

/** Reads a line that names the author or the date and says nothing else; undefined for any other line. */
export function readByline(line: string): Byline | undefined {
  if (line.length > LONGEST_BYLINE) return undefined;
  const lead = BY.exec(line) ?? AUTHOR.exec(line);
  const date = readDate(line);
  if (!lead)
    return date && isOnlyDate(line, date.start, date.end) ? { author: [], issued: date.iso } : undefined;
  const names = (date ? line.slice(lead[0].length, date.start) : line.slice(lead[0].length))
    .replace(/\([^)]*\)|@\w+/g, ' ')
    .replace(/[\s|·•,–—-]*(?:\b(?:on|at|am|le)\b|\b(?:published|posted|updated)\b.*)?[\s|·•,:–—-]*$/i, '')
    .split(/\s*(?:,|&|\band\b|\bund\b|\bet\b)\s*/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0 || !names.every((name) => NAME.test(name))) return undefined;
  return { author: names, ...(date ? { issued: date.iso } : {}) };
}

export const isByline = (line: string): boolean => readByline(line) !== undefined;

const DATING_WORD =
  /^(?:first|published|posted|updated|last|modified|date|dated|issued|created|on|at|\p{L}+day|mon|tues?|wed|thu(?:rs)?|fri|sat|sun)$/iu;
const TIME_WORD = /^(?:at|utc|gmt|am|pm|[a-z]{1,3}t|\d{1,2})$/i;

/** Whether nothing but words of dating ("Published on", a weekday, a time of day) stands around the date. */
function isOnlyDate(line: string, start: number, end: number): boolean {
  const wordsOf = (text: string) => text.split(/[\s\p{P}]+/u).filter((word) => word !== '');
  return (
    wordsOf(line.slice(0, start)).every((word) => DATING_WORD.test(word)) &&
    wordsOf(line.slice(end)).every((word) => TIME_WORD.test(word))
  );
}

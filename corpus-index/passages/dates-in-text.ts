import { monthOf, type StatedDate } from './dates';

/** Years that prose is about; a number of four digits outside of them is a count or a reference. */
const FIRST_YEAR = 1000;
const LAST_YEAR = 2100;

/** Four digits that are no part of a longer number or word: every date that is read has them. */
const YEAR = /(?<![\p{L}\p{N}.,/:$€£#])\d{4}(?![\p{L}\p{N}])/gu;

/** So far before its year a date can begin, in UTF-16 code units: "the 12th of September, ". */
const REACH = 32;

/** White space with one line break at most: a date may be wrapped, but runs over no paragraph. */
const GAP = String.raw`(?:[^\S\n]+(?:\n[^\S\n]*)?|\n[^\S\n]*)`;
const ORDINAL = '(?:st|nd|rd|th|er|\\.)?';
const LINK = `(?:(?:of|de|del)${GAP})?`;
const MONTH = String.raw`(\p{L}{3,})\.?`;
const DAY_FIRST = new RegExp(
  String.raw`(?<!\p{N})(\d{1,2})${ORDINAL}${GAP}${LINK}${MONTH},?${GAP}${LINK}$`,
  'u',
);
const MONTH_FIRST = new RegExp(String.raw`(?<!\p{L})${MONTH}${GAP}(\d{1,2})${ORDINAL},?${GAP}$`, 'u');
const MONTH_ONLY = new RegExp(String.raw`(?<!\p{L})${MONTH},?${GAP}${LINK}$`, 'u');

/** A bare year is one only behind a word that times are stated with; English alone. */
const LEAD = new RegExp(
  String.raw`(?<!\p{L})(?:in|since|by|until|till|during|before|after|from|around|circa|early|late|mid|year|spring|summer|autumn|fall|winter|of|between)(?:-|${GAP})$`,
  'iu',
);
/** Behind the first year of a span: "between 2001 and 2003", "from 1998 to 2001", "in 2001-2003". */
const SPAN = new RegExp(String.raw`(?<!\p{N})(\d{4})(?:${GAP}(?:and|to|or|until|through)${GAP}|[-–])$`, 'u');
/** What is counted, not dated: "of 2003 men"; "in 2003 men came" is read as a date. */
const COUNTED = /^\s+\p{Ll}/u;
/** What is measured or goes on as a number: "in 1500 km", "by 2000%". */
const MEASURED =
  /^(?:\s?%|[.,]\d|\s(?:km|kg|m|miles|men|people|metres|meters|percent|dollars|feet)(?!\p{L}))/u;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/;

/**
 * The dates that running text spells out, in order: "12 March 2014", "March 12, 2014", "March 2014", ISO 8601, and a
 * year behind a word such as "in" or "since". Month names as in `readDate`. A date in digits alone (03/04/2014) is
 * ambiguous and not read. Offsets in UTF-16 code units, end exclusive.
 */
export function datesIn(text: string): StatedDate[] {
  const found: StatedDate[] = [];
  for (const { index, 0: digits } of text.matchAll(YEAR)) {
    const date = ISO.test(text.slice(index, index + 11))
      ? isoDate(text, index)
      : (dateBefore(text, index, digits) ?? bareYear(text, index, found.at(-1)));
    if (date) found.push(date);
  }
  return found;
}

function isoDate(text: string, start: number): StatedDate | undefined {
  const match = ISO.exec(text.slice(start, start + 11));
  if (!match) return undefined;
  const [whole, year, month, day] = match;
  return made(Number(year), Number(month), Number(day), start, start + whole.length);
}

/** A day and month, or a month, right before the year. */
function dateBefore(text: string, at: number, digits: string): StatedDate | undefined {
  const before = text.slice(Math.max(0, at - REACH), at);
  const readings: [RegExp, (groups: string[]) => [string, string?]][] = [
    [DAY_FIRST, ([day = '', month = '']) => [month, day]],
    [MONTH_FIRST, ([month = '', day = '']) => [month, day]],
    [MONTH_ONLY, ([month = '']) => [month]],
  ];
  for (const [pattern, read] of readings) {
    const match = pattern.exec(before);
    if (!match) continue;
    const [month, day] = read(match.slice(1));
    const start = at - before.length + match.index;
    const date = made(
      Number(digits),
      monthOf(month),
      day === undefined ? undefined : Number(day),
      start,
      at + digits.length,
    );
    if (date) return date;
  }
  return undefined;
}

function bareYear(text: string, at: number, previous: StatedDate | undefined): StatedDate | undefined {
  const year = Number(text.slice(at, at + 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  const end = at + 4;
  const before = text.slice(Math.max(0, at - REACH), at);
  const behind = text.slice(end, end + 12);
  if (MEASURED.test(behind)) return undefined;
  const span = SPAN.exec(before);
  const endsSpan = span !== null && previous?.end === at - before.length + span.index + 4;
  if (!endsSpan && !LEAD.test(before)) return undefined;
  if (/(?<!\p{L})of\s+$/iu.test(before) && COUNTED.test(behind)) return undefined;
  return { iso: String(year), start: at, end };
}

function made(
  year: number,
  month: number,
  day: number | undefined,
  start: number,
  end: number,
): StatedDate | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return undefined;
  if (day !== undefined && (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()))
    return undefined;
  const parts = [month, ...(day === undefined ? [] : [day])].map((part) => String(part).padStart(2, '0'));
  return { iso: [year, ...parts].join('-'), start, end };
}

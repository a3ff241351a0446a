/** Month names and their abbreviations in the languages that sources are most often dated in, from CLDR through Intl. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'];

function monthNumbers(): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
      for (let month = 0; month < 12; month++) {
        const name = format
          .format(Date.UTC(2001, month, 15))
          .toLowerCase()
          .replace(/\.$/, '');
        if (!numbers.has(name)) numbers.set(name, month + 1);
      }
    }
  }
  return numbers.set('sept', 9);
}

let months: Map<string, number> | undefined;

export interface StatedDate {
  /** `2014-03-24`; `2014-03` where no day is stated, `2014` where no month is. */
  readonly iso: string;
  readonly start: number;
  readonly end: number;
}

const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/;
const MONTH_FIRST = /(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/u;
const DAY_FIRST = /\b(\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?(\p{L}{3,})\.?,?\s+(?:de\s+)?(\d{4})\b/u;
const MONTH_ONLY = /(\p{L}{3,})\.?\s+(\d{4})\b/u;

/** The first date that a line spells out. A date in digits alone (03/04/2014) is ambiguous and not read. */
export function readDate(line: string): StatedDate | undefined {
  return (
    dateFrom(ISO.exec(line), ([year, month, day]) => [Number(year), Number(month), Number(day)]) ??
    dateFrom(MONTH_FIRST.exec(line), ([month, day, year]) => [Number(year), monthOf(month), Number(day)]) ??
    dateFrom(DAY_FIRST.exec(line), ([day, month, year]) => [Number(year), monthOf(month), Number(day)]) ??
    dateFrom(MONTH_ONLY.exec(line), ([month, year]) => [Number(year), monthOf(month)])
  );
}

/** 1 to 12; 0 for what is no month's name. */
export function monthOf(name: string | undefined): number {
  months ??= monthNumbers();
  return months.get(name?.toLowerCase() ?? '') ?? 0;
}

function dateFrom(
  match: RegExpExecArray | null,
  read: (groups: (string | undefined)[]) => number[],
): StatedDate | undefined {
  if (!match) return undefined;
  const [year = 0, month = 0, day] = read(match.slice(1));
  if (month < 1 || month > 12 || year < 1000 || (day !== undefined && (day < 1 || day > 31)))
    return undefined;
  const parts = [
    String(year),
    ...[month, day].filter((part) => part !== undefined).map((part) => String(part).padStart(2, '0')),
  ];
  return { iso: parts.join('-'), start: match.index, end: match.index + match[0].length };
}

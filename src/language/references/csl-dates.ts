/** CSL's date variables. */
const DATES: ReadonlySet<string> = new Set([
  ...['accessed', 'available-date', 'event-date', 'issued', 'original-date', 'submitted'],
]);

/** A date of the Extended Date/Time Format, level 0, with level 1's marks of doubt. */
const EDTF_DATE = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%])?(?:T.*)?$/;

export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly circa?: boolean;
  readonly season?: number;
  readonly literal?: string;
}

export const isDateVariable = (variable: string): boolean => DATES.has(variable);

/**
 * A date in any of the forms that CSL YAML has, with its parts: `2014-03-24`, a span `2014/2015`, `date-parts`, `raw`,
 * `literal`, `year` with `month` and `day`. Of a text that is none of them `known`, what else was read of it, or the text.
 */
export function cslDateOf(value: unknown, known?: string): CslDate | undefined {
  if (typeof value === 'number') return { 'date-parts': [[value]] };
  if (typeof value === 'string') return edtf(value) ?? (known === undefined ? literal(value) : edtf(known));
  if (Array.isArray(value)) return listDate(value);
  return typeof value === 'object' && value !== null
    ? recordDate(value as Readonly<Record<string, unknown>>, known)
    : undefined;
}

const literal = (text: string): CslDate | undefined => (text.trim() === '' ? undefined : { literal: text });

function edtf(text: string): CslDate | undefined {
  const read = text
    .trim()
    .split('/')
    .map((part) => EDTF_DATE.exec(part));
  const dates = read.filter((date) => date !== null);
  if (dates.length !== read.length || dates.length > 2) return undefined;
  const parts = dates.map((date) =>
    date.slice(1, 4).flatMap((part: string | undefined) => (part === undefined ? [] : [Number(part)])),
  );
  return { 'date-parts': parts, ...(dates.some((date) => date[4] !== undefined) && { circa: true }) };
}

/** pandoc's older form: one or two records with `year`. */
function listDate(values: readonly unknown[]): CslDate | undefined {
  const dates = values.flatMap((value) => cslDateOf(value)?.['date-parts']?.slice(0, 1) ?? []);
  return dates.length > 0 ? { 'date-parts': dates.slice(0, 2) } : undefined;
}

function recordDate(fields: Readonly<Record<string, unknown>>, known?: string): CslDate | undefined {
  const circa = fields['circa'] === true || fields['circa'] === 1 ? { circa: true } : {};
  const season = Number(fields['season']);
  const parts = dateParts(fields['date-parts']) ?? yearMonthDay(fields);
  if (parts) return { 'date-parts': parts, ...circa, ...(season >= 1 && season <= 4 && { season }) };
  if (typeof fields['literal'] === 'string') return literal(fields['literal']);
  const { raw } = fields;
  const date =
    typeof raw === 'string' ? (edtf(raw) ?? (known === undefined ? literal(raw) : edtf(known))) : undefined;
  return date && { ...date, ...circa };
}

function dateParts(value: unknown): readonly (readonly number[])[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const dates = Array.isArray(value[0]) ? (value as unknown[][]) : [value];
  const parts = dates.slice(0, 2).map((date) => date.map(Number).slice(0, 3));
  return parts.every((date) => date.length > 0 && date.every(Number.isInteger)) ? parts : undefined;
}

function yearMonthDay(fields: Readonly<Record<string, unknown>>): readonly (readonly number[])[] | undefined {
  const parts = [fields['year'], fields['month'], fields['day']].map(Number);
  const known = parts.findIndex((part) => !Number.isInteger(part));
  const date = known < 0 ? parts : parts.slice(0, known);
  return date.length > 0 ? [date] : undefined;
}

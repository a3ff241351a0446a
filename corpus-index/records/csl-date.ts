import { readDate } from '../passages/dates';
import type { YamlField, YamlValue } from './yaml-value';

/** ISO 8601 or EDTF: of a span of dates or a time of day only the first date is read. */
const ISO_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-])/;
const YEAR = /(?:^|\D)(\d{4})(?!\d)/;

/**
 * The date of a CSL `issued` in any of its forms as ISO 8601, as exact as it is: `date-parts`, `raw` or
 * `literal`, `year`/`month`/`day` (pandoc's older form), a text, a number. Nothing where it is none of
 * them; of a text that spells out no date the year counts.
 */
export function cslDate(value: YamlValue): string | undefined {
  switch (value.kind) {
    case 'text':
      return textDate(value.text);
    case 'list':
      return value.items[0] && cslDate(value.items[0]);
    case 'map':
      return mapDate(new Map(value.fields.map((field) => [field.name, field])));
    case 'empty':
      return undefined;
  }
}

function mapDate(fields: ReadonlyMap<string, YamlField>): string | undefined {
  const parts = fields.get('date-parts')?.value;
  if (parts) return partsDate(parts);
  const raw = (fields.get('raw') ?? fields.get('literal'))?.value;
  if (raw?.kind === 'text') return textDate(raw.text);
  return isoDate(...['year', 'month', 'day'].map((name) => numberOf(fields.get(name)?.value)));
}

/** `[[2014, 3, 24]]`, a span of two dates, or one date without its outer brackets. */
function partsDate(parts: YamlValue): string | undefined {
  if (parts.kind !== 'list') return undefined;
  const first = parts.items[0];
  return isoDate(...(first?.kind === 'list' ? first.items : parts.items).map(numberOf));
}

function textDate(text: string): string | undefined {
  const iso = ISO_DATE.exec(text);
  const exact =
    iso &&
    isoDate(
      ...iso.slice(1).flatMap((part: string | undefined) => (part === undefined ? [] : [Number(part)])),
    );
  return exact ?? (iso ? undefined : readDate(text)?.iso) ?? YEAR.exec(text)?.[1];
}

function numberOf(value: YamlValue | undefined): number | undefined {
  if (value === undefined || value.kind === 'empty') return undefined;
  return value.kind === 'text' ? Number(value.text) : NaN;
}

function isoDate(...[year, month, day]: readonly (number | undefined)[]): string | undefined {
  if (year === undefined || !isWithin(year, 1, 9999)) return undefined;
  if (month !== undefined && !isWithin(month, 1, 12)) return undefined;
  if (day !== undefined && (month === undefined || !isWithin(day, 1, daysIn(year, month)))) return undefined;
  const parts = [
    String(year).padStart(4, '0'),
    ...[month, day].flatMap((part) => (part === undefined ? [] : [pad(part)])),
  ];
  return parts.join('-');
}

const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const pad = (part: number): string => String(part).padStart(2, '0');

/** A year, decade or century of a timeline. */
export interface Period {
  /** `2003`, `2000s`, `1900–1999`: a name for it. */
  readonly label: string;
  /** Its first year. */
  readonly first: number;
  readonly years: number;
  readonly count: number;
}

/** A timeline of more bars than this is one of longer periods. */
const MOST_BARS = 60;

/** The periods from the first year to the last of a list in order, empty ones too, so that their distance is seen. */
export function periodsOf(dated: readonly { readonly year: number; readonly count: number }[]): Period[] {
  const [first, last] = [dated[0]?.year, dated.at(-1)?.year];
  if (first === undefined || last === undefined) return [];
  const years = [1, 10].find((length) => (last - first) / length < MOST_BARS) ?? 100;
  const start = Math.floor(first / years) * years;
  const counts = new Map<number, number>();
  for (const { year, count } of dated) {
    const at = Math.floor((year - start) / years);
    counts.set(at, (counts.get(at) ?? 0) + count);
  }
  const length = Math.floor((last - start) / years) + 1;
  return Array.from({ length }, (_, at) => {
    const from = start + at * years;
    return { label: periodLabel(from, years), first: from, years, count: counts.get(at) ?? 0 };
  });
}

/** The year of an ISO date. */
export const yearOf = (iso: string): number => Number(iso.slice(0, 4));

export const isIn = ({ first, years }: Period, iso: string): boolean =>
  yearOf(iso) >= first && yearOf(iso) < first + years;

const periodLabel = (first: number, years: number): string =>
  years === 1 ? String(first) : years === 10 ? `${first}s` : `${first}–${first + years - 1}`;

import type { Span } from '#corpus-index';

/** The place of the first span that starts at or behind `unit`; the spans in order. */
export function firstFrom(spans: readonly Span[], unit: number): number {
  return firstThat(spans, ({ start }) => start >= unit);
}

/** The span that holds `unit`; the spans in order, not overlapping. */
export function spanAround<T extends Span>(spans: readonly T[], unit: number): T | undefined {
  const span = spans[firstThat(spans, ({ end }) => end > unit)];
  return span && span.start <= unit ? span : undefined;
}

/** The place of the first item for which `holds`, by bisection: it holds for all behind as well. */
function firstThat<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

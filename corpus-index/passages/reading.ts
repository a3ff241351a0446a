import type { Span } from '../text/span';
import type { SourceText } from './source';

/** Stretches of a source's text as stretches of its reading. */
export function readingSpans(source: Pick<SourceText, 'reading'>, spans: readonly Span[]): Span[] {
  const { starts } = source.reading;
  if (!starts) return spans.map(({ start, end }) => ({ start, end }));
  return spans.map((span) => ({
    start: firstAtOrAfter(starts, span.start),
    end: firstAtOrAfter(starts, span.end),
  }));
}

/** What a reader sees of a stretch of a source: its words without markup. */
export function readingOf(source: Pick<SourceText, 'reading'>, span: Span): string {
  const [reading] = readingSpans(source, [span]);
  return source.reading.text.slice(reading?.start, reading?.end);
}

/** Index of the first unit of the reading that stands for `offset` or what is behind it. */
function firstAtOrAfter(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

import type { Span } from '../text/span';
import { readingSpans } from '../passages/reading';
import type { Source } from '../passages/source';
import { sourceTokens } from '../quotations/source-tokens';
import { tokensOf } from '../quotations/tokens';
import { anchorReadings } from './anchor-readings';
import type { Anchor } from './locked-quotation';
import { runPlaces, spanOf } from './token-runs';

/**
 * Where a source has the words of an anchor, as spans of its text in order: character for character but for white space, or
 * else with other typography only, such as other quote marks. Words that the web put around an article do not count.
 */
export function sameWordPlaces(source: Source, anchor: Anchor): Span[] {
  const exact = characterPlaces(source, anchor.exact);
  return exact.length > 0 ? exact : tokenPlaces(source, anchor.exact);
}

/** The stretch from `start` to `end` begins and ends with whole words that are the source's own. */
export function isQuotable(source: Source, span: Span): boolean {
  const { body, whole } = sourceTokens(source);
  const [reading] = readingSpans(source, [span]);
  return (
    reading !== undefined &&
    [body, whole].some((tokens) => has(tokens.start, reading.start) && has(tokens.end, reading.end))
  );
}

/** Every run of white space stands for every other one: lines may be wrapped otherwise, or end otherwise. */
function characterPlaces(source: Source, exact: string): Span[] {
  const pieces = exact.split(/\s+/).filter((piece) => piece !== '');
  if (pieces.length === 0) return [];
  const pattern = pieces.map((piece) => piece.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('\\s+');
  const search = new RegExp(pattern, 'g');
  const places: Span[] = [];
  for (let found = search.exec(source.text); found; found = search.exec(source.text)) {
    places.push({ start: found.index, end: search.lastIndex });
    // Places may overlap: "the way the way the".
    search.lastIndex = found.index + 1;
  }
  return places.filter((place) => isQuotable(source, place));
}

function tokenPlaces(source: Source, exact: string): Span[] {
  const { body, whole, joined } = sourceTokens(source);
  for (const reading of anchorReadings(source, exact)) {
    const words = tokensOf(reading);
    for (const tokens of joined ? [body, whole, joined] : [body, whole]) {
      const places = runPlaces(tokens, words).map(([from, to]) => spanOf(source, tokens, from, to));
      if (places.length > 0) return places;
    }
  }
  return [];
}

/** Whether an ascending list has the offset. */
function has(offsets: Uint32Array, offset: number): boolean {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return offsets[low] === offset;
}

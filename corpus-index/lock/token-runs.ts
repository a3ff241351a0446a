import type { Source } from '../passages/source';
import { findRun, runOf, type Tokens } from '../quotations/tokens';
import { originalSpan } from '../text/mapped-text';
import type { Span } from '../text/span';

/** From token to token, exclusive. */
export type Run = readonly [number, number];

/** Where `words` stand in `tokens`. */
export function runPlaces(tokens: Tokens, words: Tokens): Run[] {
  if (words.length === 0) return [];
  const run = runOf(words, 0, words.length);
  const places: Run[] = [];
  for (let at = findRun(tokens, run); at >= 0; at = findRun(tokens, run, at + 1))
    places.push([at, at + words.length]);
  return places;
}

/** The stretch of a source's text that tokens of it stand for. */
export const spanOf = (source: Source, tokens: Tokens, from: number, to: number): Span =>
  originalSpan(source.reading, tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0);

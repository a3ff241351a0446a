import { originalSpan } from '../text/mapped-text';
import type { Span } from '../text/span';
import { readMarkdown } from '../markdown/read-markdown';
import { readingSpans } from '../passages/reading';
import type { Source } from '../passages/source';
import { sourceTokens } from '../quotations/source-tokens';
import { findRun, runOf, tokensOf, withJoinedLines, type Tokens } from '../quotations/tokens';
import { nearPlace } from '../quotations/near/near-place';
import type { Anchor } from './locked-quotation';

/** A longer stretch is not aligned word by word: its table would take too much memory. In tokens. */
const LONGEST_ALIGNED = 400;

/** So many words on either side must be found again to say what stands between them now. */
const FEWEST_CONTEXT = 2;

/** Words between the two sides count as what the anchor's became up to so many times their number, and a few more. */
const MOST_GROWTH = 2;
const MOST_MORE = 12;

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
  return [...source.text.matchAll(new RegExp(`(?=(${pattern}))`, 'g'))]
    .map(({ index, 1: words = '' }) => ({ start: index, end: index + words.length }))
    .filter((place) => isQuotable(source, place));
}

function tokenPlaces(source: Source, exact: string): Span[] {
  const { body, whole, joined } = sourceTokens(source);
  for (const reading of readingsOf(source, exact)) {
    const words = tokensOf(reading);
    if (words.length === 0) continue;
    for (const tokens of joined ? [body, whole, joined] : [body, whole]) {
      const places = runPlaces(tokens, words).map(([from, to]) => spanOf(source, tokens, from, to));
      if (places.length > 0) return places;
    }
  }
  return [];
}

/**
 * The words of an anchor in each way in which its source may be read: without markup, where the source has any, at last without
 * marks of emphasis that the anchor cut from their other half; and with words joined that a line end parts.
 */
function readingsOf({ format }: Source, exact: string): string[] {
  const plain = format === 'text' ? [exact] : [readMarkdown(exact).text, exact, exact.replace(/[*_`]+/g, '')];
  return [...new Set([...plain, ...plain.map(withJoinedLines)])];
}

/** Where `words` stand in `tokens`, from token to token (exclusive). */
function runPlaces(tokens: Tokens, words: Tokens): [number, number][] {
  const run = runOf(words, 0, words.length);
  const places: [number, number][] = [];
  for (let at = findRun(tokens, run); at >= 0; at = findRun(tokens, run, at + 1))
    places.push([at, at + words.length]);
  return places;
}

const spanOf = (source: Source, tokens: Tokens, from: number, to: number): Span =>
  originalSpan(source.reading, tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0);

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

/**
 * Places that may be what an anchor's words became: similar words, and what stands between the words that stood before and
 * behind it. They only suggest.
 */
export function similarPlaces(source: Source, anchor: Anchor): Span[] {
  const near =
    tokensOf(anchor.exact).length <= LONGEST_ALIGNED
      ? readingsOf(source, anchor.exact)
          .slice(0, 1)
          .flatMap((text) => nearPlace({ text }, source) ?? [])
      : [];
  return [...near.map(({ start, end }) => ({ start, end })), ...placesBetween(source, anchor)];
}

function placesBetween(source: Source, anchor: Anchor): Span[] {
  const { whole } = sourceTokens(source);
  const [before, behind] = [wholeWords(anchor.prefix, 'first'), wholeWords(anchor.suffix, 'last')];
  const reach = tokensOf(anchor.exact).length * MOST_GROWTH + MOST_MORE;
  const ends = before ? runPlaces(whole, before).map(([, to]) => to) : [0];
  return ends.flatMap((from) => {
    const to = behind ? findRun(whole, runOf(behind, 0, behind.length), from) : whole.length;
    return to > from && to - from <= reach ? [spanOf(source, whole, from, to)] : [];
  });
}

/** The context without the word that its length may have cut; undefined where the text began or ended there. */
function wholeWords(context: string, cut: 'first' | 'last'): Tokens | undefined {
  if (context.trim() === '') return undefined;
  const word = cut === 'first' ? /^\S*\s+/ : /\s+\S*$/;
  return tokensOf(context.replace(word, ''));
}

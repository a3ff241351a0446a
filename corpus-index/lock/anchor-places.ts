import type { MappedText } from '../text/mapped-text';
import { originalSpan } from '../text/mapped-text';
import type { Span } from '../text/span';
import { readMarkdown } from '../markdown/read-markdown';
import { readingSpans } from '../passages/reading';
import type { Source } from '../passages/source';
import { sourceTokens } from '../quotations/source-tokens';
import { findRun, runOf, tokensOf, type Tokens } from '../quotations/tokens';
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
 * Where a source has the words of an anchor, as spans of its text in order: character for character, or else with other
 * typography only (other line breaks, other quote marks). Words that the web put around an article do not count.
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

function characterPlaces(source: Source, exact: string): Span[] {
  // A text whose line ends are mixed within one quotation is left to the search by tokens.
  const lineEnds = source.text.includes('\r\n') && exact.includes('\n') ? ['\n', '\r\n'] : ['\n'];
  return lineEnds
    .flatMap((lineEnd) => occurrences(source.text, exact.replace(/\n/g, lineEnd)))
    .filter((place) => isQuotable(source, place));
}

function occurrences(text: string, words: string): Span[] {
  const places: Span[] = [];
  if (words === '') return places;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    places.push({ start: at, end: at + words.length });
  return places;
}

function tokenPlaces(source: Source, exact: string): Span[] {
  const { body, whole } = sourceTokens(source);
  for (const reading of readingsOf(source, exact)) {
    const words = tokensOf(reading.text);
    if (words.length === 0) continue;
    for (const tokens of [body, whole]) {
      const places = runPlaces(tokens, words).map(([from, to]) => spanOf(source, tokens, from, to));
      if (places.length > 0) return places;
    }
  }
  return [];
}

/**
 * The words of an anchor as its source's are read: where the source has markup, without it; at last without marks of emphasis that
 * an anchor cut from their other half.
 */
const readingsOf = ({ format }: Source, exact: string): MappedText[] =>
  format === 'text'
    ? [{ text: exact }]
    : [readMarkdown(exact), { text: exact }, { text: exact.replace(/[*_`]+/g, '') }];

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
          .flatMap((reading) => nearPlace(reading, source) ?? [])
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

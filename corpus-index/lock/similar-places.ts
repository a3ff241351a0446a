import type { Source } from '../passages/source';
import { nearPlace } from '../quotations/near/near-place';
import { sourceTokens } from '../quotations/source-tokens';
import { countWords, tokensOf, type Tokens } from '../quotations/tokens';
import type { Span } from '../text/span';
import { anchorReadings } from './anchor-readings';
import { CodePoints } from './code-points';
import type { Anchor } from './locked-quotation';
import { CONTEXT } from './make-anchor';
import { shareOfWords } from './share-of-words';
import { runPlaces, spanOf, type Run } from './token-runs';

/** A longer stretch is not aligned word by word: its table would take too much memory. In tokens. */
const LONGEST_ALIGNED = 400;

/** So many words of context must be found again to say what stands between or beside them now. */
const FEWEST_CONTEXT = 2;

/** Context found more often tells nothing. */
const MOST_PLACES = 100;

/** With words of context on one side only, so much of the words themselves must be left; by the longer stretch. */
const FEWEST_SHARED = 0.5;

/** Words between the two sides count as what the anchor's became up to so many times their number, and a few more. */
const MOST_GROWTH = 2;
const MOST_MORE = 12;

/**
 * Places that may be what an anchor's words became: similar words, and what stands between the words that stood before and
 * behind it, or beside them where only one side is left. They only suggest.
 */
export function similarPlaces(source: Source, anchor: Anchor): Span[] {
  const near =
    tokensOf(anchor.exact).length <= LONGEST_ALIGNED
      ? anchorReadings(source, anchor.exact)
          .slice(0, 1)
          .flatMap((text) => nearPlace({ text }, source) ?? [])
      : [];
  return [...near.map(({ place: { start, end } }) => ({ start, end })), ...placesInContext(source, anchor)];
}

function placesInContext(source: Source, anchor: Anchor): Span[] {
  const { whole } = sourceTokens(source);
  const exact = tokensOf(anchor.exact);
  const reach = exact.length * MOST_GROWTH + MOST_MORE;
  const [before, behind] = [wholeWords(anchor.prefix, 'first'), wholeWords(anchor.suffix, 'last')];
  const starts = before ? tellingPlaces(whole, before).map(([, to]) => to) : [0];
  const ends = behind ? tellingPlaces(whole, behind).map(([from]) => from) : [whole.length];
  const between = starts.flatMap((from): Run[] => {
    const to = ends.find((end) => end > from);
    return to !== undefined && to - from <= reach ? [[from, to]] : [];
  });
  const beside = [
    ...(isEnough(before)
      ? starts.map((from): Run => [from, Math.min(whole.length, from + exact.length)])
      : []),
    ...(isEnough(behind) ? ends.map((to): Run => [Math.max(0, to - exact.length), to]) : []),
  ];
  const spans = (runs: readonly Run[]) =>
    runs.filter(([from, to]) => from < to).map(([from, to]) => spanOf(source, whole, from, to));
  const isSimilar = ({ start, end }: Span) =>
    shareOfWords(exact, tokensOf(source.text.slice(start, end))) >= FEWEST_SHARED;
  return [...(isEnough(before, behind) ? spans(between) : []), ...spans(beside).filter(isSimilar)];
}

/** Words that stand almost everywhere are the context of nothing. */
function tellingPlaces(tokens: Tokens, words: Tokens): Run[] {
  const places = runPlaces(tokens, words);
  return places.length > MOST_PLACES ? [] : places;
}

/** Too few words of context stand anywhere. */
const isEnough = (...contexts: readonly (Tokens | undefined)[]): boolean =>
  contexts.reduce((sum, context) => sum + (context ? countWords(context) : 0), 0) >= FEWEST_CONTEXT;

/** The context without the word that its length may have cut; undefined where the text began or ended there. */
function wholeWords(context: string, cut: 'first' | 'last'): Tokens | undefined {
  if (context.trim() === '') return undefined;
  if (new CodePoints(context).length < CONTEXT) return tokensOf(context);
  const word = cut === 'first' ? /^\S*\s+/ : /\s+\S*$/;
  return tokensOf(context.replace(word, ''));
}

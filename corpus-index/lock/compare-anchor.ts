import { readingOf } from '../passages/reading';
import type { Source } from '../passages/source';
import { passageAt } from '../quotations/passage-at';
import { countWords, tokensOf } from '../quotations/tokens';
import type { Place } from '../quotations/verdict';
import type { Span } from '../text/span';
import { codePointsOf, normalised } from './code-points';
import type { Anchor } from './locked-quotation';
import { isQuotable, sameWordPlaces } from './same-word-places';
import { LEAD, scorePlaces, type ScoredPlace } from './score-place';
import { similarPlaces } from './similar-places';

/** What became of a locked place in the source as it is now. */
export type AnchorComparison =
  /** The words stand where they stood. */
  | { readonly state: 'still-there'; readonly place: Place }
  /** The words stand at another place. Not `certain`: only there, but short and among other words, so another place may be meant. */
  | { readonly state: 'moved'; readonly place: Place; readonly certain: boolean }
  /** The words stand at several places that fit about as well; likeliest first. */
  | { readonly state: 'ambiguous'; readonly places: readonly Place[] }
  /** Other words stand at the place that fits best. A suggestion. */
  | { readonly state: 'changed'; readonly place: Place }
  | { readonly state: 'gone' };

/** Words that stand nowhere else by chance: from this many on, they are taken for the same whatever stands around them. */
const UNMISTAKABLE = 8;

/** Fewer words need so much of their context, of prefix and suffix together (2 is all of it). */
const FEWEST_CONTEXT = 0.5;

/**
 * Compares an anchor with its source: the same words first, told apart by what stands around them and last by their
 * position; similar words only where the source has the same ones nowhere.
 */
export function compareAnchor(source: Source, anchor: Anchor): AnchorComparison {
  const here = lockedSpan(source, anchor);
  if (here && isWhole(scorePlaces(source, anchor, [here])[0]))
    return { state: 'still-there', place: placeOf(source, here) };
  const same = sameWordPlaces(source, anchor);
  const spans = here && !same.some(({ start }) => start === here.start) ? [here, ...same] : same;
  // A place that has all of its context outdoes one that is only nearer.
  const [best, ...others] = scorePlaces(source, anchor, spans).sort(
    (a, b) => Number(isWhole(b)) - Number(isWhole(a)),
  );
  const found = best && among(source, anchor, best, others);
  if (found && isCertain(found)) return found;
  const [similar] = scorePlaces(source, anchor, similarPlaces(source, anchor));
  // All that stood around is still there, around other words: these few stand elsewhere by chance.
  const isInPlace = isWhole(similar) && !isWhole(best);
  if (found && !isInPlace) return found;
  return similar ? { state: 'changed', place: placeOf(source, similar.span) } : { state: 'gone' };
}

const isCertain = (found: AnchorComparison): boolean =>
  found.state === 'still-there' || (found.state === 'moved' && found.certain);

/** The place where an anchor was made, if the source still has its very characters there. */
function lockedSpan(source: Source, anchor: Anchor): Span | undefined {
  const points = codePointsOf(source);
  const span = { start: points.offset(anchor.start), end: points.offset(anchor.end) };
  const isSame = normalised(source.text.slice(span.start, span.end)) === anchor.exact;
  return isSame && isQuotable(source, span) ? span : undefined;
}

/** All the context is still there. */
const isWhole = (place: ScoredPlace | undefined): boolean => place?.prefix === 1 && place.suffix === 1;

function among(
  source: Source,
  anchor: Anchor,
  best: ScoredPlace,
  others: readonly ScoredPlace[],
): AnchorComparison {
  const place = placeOf(source, best.span);
  const rivals = others.filter(
    (other) => best.score - other.score <= LEAD && isWhole(other) === isWhole(best),
  );
  // Places in one paragraph are one to cite.
  const places = [place, ...rivals.map(({ span }) => placeOf(source, span))];
  if (places.some(({ n }) => n === undefined || n !== place.n) && places.length > 1)
    return { state: 'ambiguous', places };
  if (codePointsOf(source).at(best.span.start) === anchor.start) return { state: 'still-there', place };
  const certain =
    best.prefix + best.suffix >= FEWEST_CONTEXT || countWords(tokensOf(anchor.exact)) >= UNMISTAKABLE;
  return { state: 'moved', place, certain };
}

function placeOf(source: Source, span: Span): Place {
  const passage = passageAt(source, span.start);
  return {
    ...span,
    source: source.key,
    ...(passage ? { n: passage.n } : {}),
    text: readingOf(source, span),
  };
}

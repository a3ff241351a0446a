import type { Corpus } from '../corpus';
import type { Source } from '../passages/source';
import type { Span } from '../text/span';
import type { FoundPlace } from './find-places';
import type { Readings } from './liberties';
import { SHORTEST_NEAR, type NearPlace } from './near/near-place';
import { nearPlaceIn } from './near/narrowed-near-place';
import { placesIn, sourcesToSearch } from './narrowed-places';
import { shapeOf } from './quotation-shape';
import { countWords } from './tokens';
import { verbatimInside } from './verbatim-inside';
import type { Judgement, Place, Reason, Verdict } from './verdict';

/** What a citation says of where a quotation comes from. */
export interface Claim {
  readonly key: string;
  /** The paragraphs named, if the citation names any; `unknown` if it names a place the source does not have. */
  readonly paragraphs?: readonly number[] | 'unknown';
  /** The stretches named, where pages are: a paragraph may begin on another page than the words. */
  readonly within?: readonly Span[];
}

/** So many sources are compared word by word with a quotation that stands nowhere. */
const MOST_COMPARED = 3;

/** Of those that share less than this part of the grams that the likeliest shares, none is closer. */
const LEAST_PART = 0.25;

/** The better verdict of two citations of one quotation holds. */
const BEST_FIRST: readonly Verdict[] = [
  'verbatim',
  'typographic',
  'editorial',
  'elsewhere',
  'altered',
  'unchecked',
  'unresolved',
  'missing',
];

/** Judges a quotation that one bracket claims for one or several sources: against each, the best verdict holds. */
export function judgeQuotation(corpus: Corpus, readings: Readings, claims: readonly Claim[]): Judgement {
  if (claims.length === 0) return { ...nothing('unchecked'), reason: 'no-citation' };
  const [only] = claims;
  if (only && claims.length === 1) return judgeClaim(corpus, readings, only);
  const judgements = claims.map((claim) => judgeClaim(corpus, readings, claim));
  return judgements.reduce((best, next) =>
    BEST_FIRST.indexOf(next.verdict) < BEST_FIRST.indexOf(best.verdict) ? next : best,
  );
}

/** Judges a quotation that is claimed for no source in particular. */
export function judgeAnywhere(corpus: Corpus, readings: Readings): Judgement {
  if (!hasWords(readings)) return { ...nothing('unchecked'), reason: 'no-words' };
  const places = placesAnywhere(corpus, readings);
  const [first] = places;
  if (!first) return alteredOrMissing(corpus, readings, likeliest(corpus, readings));
  return isOnePlace(places)
    ? accepted(first)
    : { ...nothing('unresolved'), reason: 'ambiguous', suggestion: first };
}

function judgeClaim(corpus: Corpus, readings: Readings, claim: Claim): Judgement {
  const source = corpus.source(claim.key);
  const n = onlyParagraph(claim);
  const plain = source && n !== undefined ? verbatimInside(readings[0]?.text ?? '', source, n) : undefined;
  if (plain) return accepted(plain);
  if (!hasWords(readings)) return { ...nothing('unchecked'), reason: 'no-words' };
  if (!source) {
    return corpus.isKnownKey(claim.key)
      ? { ...nothing('unchecked'), reason: 'no-text' }
      : unresolved('unknown-source', placesAnywhere(corpus, readings)[0]);
  }
  const places = placesIn(corpus.wordGrams, readings, source, n);
  if (claim.paragraphs === 'unknown') return unresolved('unknown-locator', places[0]);
  if (places.length > 0) return judgePlaces(places, claim.paragraphs, claim.within);
  const other = placesAnywhere(corpus, readings, source)[0];
  return other
    ? { ...nothing('elsewhere'), suggestion: other }
    : alteredOrMissing(corpus, readings, [source], claim.paragraphs);
}

/** The paragraph that a citation names, if it names one and no page. */
function onlyParagraph({ paragraphs, within }: Claim): number | undefined {
  if (!paragraphs || paragraphs === 'unknown' || within !== undefined) return undefined;
  return paragraphs.length === 1 ? paragraphs[0] : undefined;
}

/** Close to a place in one of `cited`, or else nowhere; a close place in another source is only suggested. */
function alteredOrMissing(
  corpus: Corpus,
  readings: Readings,
  cited: readonly Source[],
  paragraphs?: readonly number[],
): Judgement {
  const near = nearest(corpus, readings, cited, paragraphs);
  if (near) {
    return { verdict: 'altered', differences: near.differences(), risks: [], place: near.place };
  }
  const others = likeliest(corpus, readings).filter((source) => !cited.includes(source));
  const elsewhere = nearest(corpus, readings, others);
  if (!elsewhere)
    return { ...nothing('missing'), ...(isTooShort(readings) ? { reason: 'too-short' as const } : {}) };
  return { ...nothing('missing'), suggestion: elsewhere.place };
}

/** Markdown's reading is compared: markup is no word. */
function nearest(
  corpus: Corpus,
  readings: Readings,
  sources: readonly Source[],
  paragraphs?: readonly number[],
): NearPlace | undefined {
  const reading = readings.at(-1);
  if (!reading) return undefined;
  let best: NearPlace | undefined;
  for (const source of sources) {
    const near = nearPlaceIn(corpus.wordGrams, reading, source, paragraphs, best?.share);
    if (near && (!best || isNearer(near, best))) best = near;
  }
  return best;
}

const isNearer = (one: NearPlace, other: NearPlace): boolean =>
  one.share > other.share || (one.share === other.share && one.changes < other.changes);

const isTooShort = (readings: Readings): boolean =>
  readings.slice(-1).every((reading) => countWords(shapeOf(reading).tokens) < SHORTEST_NEAR);

/** The words stand in the cited source: they begin in the paragraph or on the page that the citation names, or not. */
function judgePlaces(
  places: readonly FoundPlace[],
  paragraphs: readonly number[] | undefined,
  within: readonly Span[] | undefined,
): Judgement {
  const [first] = places;
  if (!first) return nothing('missing');
  if (paragraphs) {
    const cited = places.find((place) =>
      within
        ? within.some(({ start, end }) => start <= place.start && place.start < end)
        : place.n !== undefined && paragraphs.includes(place.n),
    );
    return cited ? accepted(cited) : { ...nothing('elsewhere'), place: first, suggestion: first };
  }
  return isOnePlace(places) ? accepted(first) : unresolved('ambiguous', first);
}

/** Several places in one paragraph are one to cite. */
function isOnePlace(places: readonly FoundPlace[]): boolean {
  const [first, ...others] = places;
  return others.every(
    (place) => place.source === first?.source && place.n !== undefined && place.n === first.n,
  );
}

function placesAnywhere(corpus: Corpus, readings: Readings, except?: Source): FoundPlace[] {
  return sourcesToSearch(corpus, readings)
    .filter((source) => source !== except)
    .flatMap((source) => placesIn(corpus.wordGrams, readings, source));
}

/** Those worth a comparison word by word, which costs more than a search. */
const likeliest = (corpus: Corpus, readings: Readings): readonly Source[] =>
  corpus.likeliest(readings.at(-1)?.text ?? '', MOST_COMPARED, LEAST_PART);

const hasWords = (readings: Readings): boolean =>
  readings.some((reading) => countWords(shapeOf(reading).tokens) > 0);

const nothing = (verdict: Verdict): Judgement => ({ verdict, differences: [], risks: [] });

const accepted = (place: FoundPlace): Judgement => ({
  verdict: place.verdict,
  place,
  differences: [],
  risks: place.risks,
});

const unresolved = (reason: Reason, suggestion: Place | undefined): Judgement => ({
  ...nothing('unresolved'),
  reason,
  ...(suggestion ? { suggestion } : {}),
});

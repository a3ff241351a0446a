import type { Hashing, Review, ReviewHashes, ReviewState, StaleSide } from '#corpus-index';
import { FEWEST_COMMON, shareOf, termsOf } from '../shared-words';
import { hashesOf, wordsQuoted } from './review-hashes';
import type { ReviewItem } from './review-items';

/** An item with its decision, if there is one. */
export interface ReviewedItem extends ReviewItem {
  readonly hashes: ReviewHashes;
  readonly state: ReviewState;
}

/** A draft's items with their decisions, and the decisions on citations that are in the draft no more. */
export interface PairedReviews {
  readonly items: readonly ReviewedItem[];
  readonly dropped: readonly Review[];
}

/**
 * Finds the decision on each item: first one on the same words and passage; then, among what is left and always with the same
 * key, one on the same quotation, on the same sentence, and last the most similar, which a writer may have edited. Of
 * several that fit, the first in the file's order.
 */
export function pairReviews(
  items: readonly ReviewItem[],
  reviews: readonly Review[],
  hashing: Hashing,
): PairedReviews {
  const hashed = items.map((item) => ({ ...item, hashes: hashesOf(item, hashing) }));
  const free = new Set(reviews);
  const byKey = groupByKey(reviews);
  const found = new Map<number, Review>();
  for (const fits of FITS)
    for (const item of hashed) {
      if (found.has(item.at)) continue;
      const left = (byKey.get(item.citation.key) ?? []).filter((review) => free.has(review));
      const review = fits(item, left);
      if (!review) continue;
      found.set(item.at, review);
      free.delete(review);
    }
  return {
    items: hashed.map((item) => ({ ...item, state: stateOf(item.hashes, found.get(item.at)) })),
    dropped: reviews.filter((review) => free.has(review)),
  };
}

function groupByKey(reviews: readonly Review[]): ReadonlyMap<string, readonly Review[]> {
  const groups = new Map<string, Review[]>();
  for (const review of reviews) groups.set(review.key, [...(groups.get(review.key) ?? []), review]);
  return groups;
}

function stateOf(now: ReviewHashes, review: Review | undefined): ReviewState {
  if (!review) return { kind: 'undecided' };
  const sides = SIDES.filter((side) => now[side] !== review.sha256[side]);
  return sides.length > 0 ? { kind: 'stale', review, sides } : { kind: 'decided', review };
}

const SIDES: readonly StaleSide[] = ['quotation', 'sentence', 'passage'];

type Hashed = ReviewItem & { readonly hashes: ReviewHashes };
type Fit = (item: Hashed, reviews: readonly Review[]) => Review | undefined;

const FITS: readonly Fit[] = [
  ({ hashes }, reviews) => reviews.find(({ sha256 }) => SIDES.every((side) => sha256[side] === hashes[side])),
  ({ hashes: { quotation } }, reviews) =>
    quotation === undefined ? undefined : reviews.find(({ sha256 }) => sha256.quotation === quotation),
  ({ hashes: { sentence } }, reviews) => reviews.find(({ sha256 }) => sha256.sentence === sentence),
  mostSimilar,
];

function mostSimilar(item: ReviewItem, reviews: readonly Review[]): Review | undefined {
  const own = termsOf(wordsOf(item));
  let best: { readonly review: Review; readonly share: number } | undefined;
  for (const review of reviews) {
    const share = shareOf(own, termsOf(review.words));
    if (share >= FEWEST_COMMON && share > (best?.share ?? 0)) best = { review, share };
  }
  return best?.review;
}

/**
 * What a person sees who decides on an item: the words on both sides, and the decision until then. The same as long as none
 * of it changes.
 */
export function seenOf({ hashes, state }: ReviewedItem, { ofText }: Hashing): string {
  const { decision, note, by, at } = state.kind === 'undecided' ? {} : { ...state.review };
  return ofText(JSON.stringify([...SIDES.map((side) => hashes[side]), decision, note, by, at]));
}

/** What an entry shows of an item: the quoted words, or the sentence. */
export const wordsOf = (item: ReviewItem): string => {
  const quoted = wordsQuoted(item);
  return quoted === '' ? item.sentence : quoted.replace(/\n/g, ' / ');
};

import type { Hashing, Review, ReviewHashes, ReviewState, StaleSide } from '#corpus-index';
import type { Draft } from '../draft';
import { isSameCitation } from './citation-words';
import { groupBy } from './group-by';
import { alikeItems, identityOf, type HashedItem } from './hashed-items';
import { pairAlike } from './pair-alike';
import { pairEdited } from './pair-edited';
import type { ReviewItem } from './review-items';

/** An item with its decision, if there is one. */
export interface ReviewedItem extends HashedItem {
  readonly state: ReviewState;
}

/** A draft's items with their decisions, and the decisions on citations that are in the draft no more. */
export interface PairedReviews {
  readonly items: readonly ReviewedItem[];
  readonly dropped: readonly Review[];
}

/**
 * Finds the decision on each citation of a draft: first one on the same words and passage, told from others alike by where it
 * stood (`pairAlike`); then, among what is left, one on a citation that was edited since (`pairEdited`).
 */
export function pairReviews(
  draft: Draft,
  items: readonly ReviewItem[],
  reviews: readonly Review[],
  hashing: Hashing,
): PairedReviews {
  const alike = alikeItems(draft, items, hashing);
  const reviewsOf = groupBy(reviews, ({ key, sha256 }) => identityOf(key, sha256));
  const states = new Map<HashedItem, ReviewState>();
  const used = new Set<Review>();
  const citationSide = ({ words, source }: HashedItem, review: Review): StaleSide[] =>
    isSameCitation(words, source, review, hashing) ? [] : ['citation'];
  const take = (item: HashedItem, review: Review, sides: readonly StaleSide[]) => {
    used.add(review);
    states.set(item, sides.length > 0 ? { kind: 'stale', review, sides } : { kind: 'decided', review });
  };
  for (const [identity, group] of alike)
    for (const { item, review, isAround } of pairAlike(group, reviewsOf.get(identity) ?? []))
      take(item, review, [...citationSide(item, review), ...(isAround ? (['place'] as const) : [])]);
  const hashed = [...alike.values()].flat().sort((a, b) => a.at - b.at);
  const edited = pairEdited(
    hashed.filter((item) => !states.has(item)),
    reviews.filter((review) => !used.has(review)),
  );
  for (const [item, review] of edited)
    take(item, review, [...changedSides(item.hashes, review.sha256), ...citationSide(item, review)]);
  return {
    items: hashed.map((item) => ({ ...item, state: states.get(item) ?? { kind: 'undecided' } })),
    dropped: reviews.filter((review) => !used.has(review)),
  };
}

const SIDES = ['quotation', 'sentence', 'passage'] as const;

const changedSides = (now: ReviewHashes, before: ReviewHashes): StaleSide[] =>
  SIDES.filter((side) => now[side] !== before[side]);

/**
 * What a person sees who decides on an item: the words on both sides, and the decision until then. The same as long as none
 * of it changes.
 */
export function seenOf({ hashes, state }: ReviewedItem, { ofText }: Hashing): string {
  const { decision, note, by, at } = state.kind === 'undecided' ? {} : { ...state.review };
  return ofText(
    JSON.stringify([...SIDES.map((side) => hashes[side]), hashes.citation, decision, note, by, at]),
  );
}

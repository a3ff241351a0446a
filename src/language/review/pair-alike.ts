import type { Review, ReviewPlace } from '#corpus-index';
import { groupBy } from './group-by';
import type { HashedItem } from './hashed-items';

/** A review for a citation; `isAround`: it is told from others only by what stands around it, and that has changed. */
export interface PlacedReview {
  readonly item: HashedItem;
  readonly review: Review;
  readonly isAround: boolean;
}

/**
 * Gives reviews to citations of which each could have each, as key and hashes are the same: first to the one in the same place
 * word for word, then with a neighbour that changed, then in the same paragraph. Where a paragraph itself has changed, its
 * neighbours only say that somebody should look again. What is left goes to nobody: a decision on a citation that was deleted
 * must not come to hold for another one.
 */
export function pairAlike(items: readonly HashedItem[], reviews: readonly Review[]): PlacedReview[] {
  const [item] = items;
  const [review] = reviews;
  const isOnly = items.length === 1 && reviews.every(({ place }) => (place?.alike ?? 1) === 1);
  if (item && review && isOnly) return [{ item, review, isAround: false }];
  const free = new Set(items);
  const left = new Set(withoutRepeated(reviews));
  const placed = DEGREES.flatMap(({ said, isAround }) => {
    const waiting = groupBy([...free], (one) => said(one.place()));
    return [...left].flatMap((one) => {
      const found = one.place && waiting.get(said(one.place))?.shift();
      if (!found) return [];
      free.delete(found);
      left.delete(one);
      return [{ item: found, review: one, isAround }];
    });
  });
  return [...placed, ...inOrder([...free], [...left])];
}

interface Degree {
  /** What must be the same. */
  readonly said: (place: ReviewPlace) => string;
  readonly isAround: boolean;
}

const degree = (isAround: boolean, ...names: readonly (keyof ReviewPlace)[]): Degree => ({
  said: (place) => JSON.stringify(names.map((name) => place[name] ?? null)),
  isAround,
});

const DEGREES: readonly Degree[] = [
  degree(false, 'paragraph', 'before', 'behind', 'number'),
  degree(false, 'paragraph', 'before', 'behind'),
  degree(false, 'paragraph', 'before', 'number'),
  degree(false, 'paragraph', 'behind', 'number'),
  degree(false, 'paragraph', 'number'),
  degree(true, 'before', 'behind', 'number'),
  degree(true, 'before', 'number'),
  degree(true, 'behind', 'number'),
];

/** Two reviewers may have decided on one citation, each on a branch: the first entry counts, and the other is for no other citation. */
function withoutRepeated(reviews: readonly Review[]): Review[] {
  const [whole] = DEGREES;
  const seen = new Set<string>();
  return reviews.filter(({ place }) => {
    const said = place && whole ? whole.said(place) : undefined;
    if (said === undefined) return true;
    const isNew = !seen.has(said);
    seen.add(said);
    return isNew;
  });
}

/** Entries that say no place, of which there is one for each citation that is left. */
function inOrder(items: readonly HashedItem[], reviews: readonly Review[]): PlacedReview[] {
  const placeless = reviews.filter(({ place }) => !place);
  if (placeless.length !== items.length) return [];
  return items.flatMap((item, at) => {
    const review = placeless[at];
    return review ? [{ item, review, isAround: false }] : [];
  });
}

import type { Review } from '#corpus-index';
import { FEWEST_COMMON, shareOf, termsOf } from '../shared-words';
import { type HashedItem, identityOf, wordsOf } from './hashed-items';

/** So many reviews at most are compared with one citation by their words: those with its rarest words. */
const MOST_COMPARED = 100;

/**
 * Gives reviews to citations that were edited since, always with the same key: one on the same quotation, on the same sentence,
 * and last the most similar; of several, first one that stood beside the same paragraphs, else the first in the file's order.
 */
export function pairEdited(
  items: readonly HashedItem[],
  reviews: readonly Review[],
): Map<HashedItem, Review> {
  const found = new Map<HashedItem, Review>();
  const free = new Set(reviews);
  const pass = (candidatesOf: (item: HashedItem) => readonly Review[], isNear: boolean) => {
    for (const item of items) {
      if (found.has(item)) continue;
      const review = candidatesOf(item).find(
        (one) => free.has(one) && mayBe(item, one) && (!isNear || stoodNear(item, one)),
      );
      if (!review) continue;
      found.set(item, review);
      free.delete(review);
    }
  };
  for (const side of ['quotation', 'sentence'] as const) {
    const bySide = indexed(reviews, ({ key, sha256 }) => [`${key}\n${sha256[side]}`]);
    const candidatesOf = ({ citation: { key }, hashes, sentence }: HashedItem) =>
      (side === 'sentence' && sentence === '') || hashes[side] === undefined
        ? []
        : (bySide.get(`${key}\n${hashes[side]}`) ?? []);
    pass(candidatesOf, true);
    pass(candidatesOf, false);
  }
  if (items.some((item) => !found.has(item))) pass(bySimilarity(free), false);
  return found;
}

/** All the same and still left: another citation than its own. */
const mayBe = ({ citation, hashes }: HashedItem, { key, sha256 }: Review): boolean =>
  identityOf(citation.key, hashes) !== identityOf(key, sha256);

function stoodNear(item: HashedItem, { place }: Review): boolean {
  if (!place) return false;
  const { paragraph, before, behind } = item.place();
  return place.paragraph === paragraph || place.before === before || place.behind === behind;
}

/** Reviews by how many words they have in common with a citation, the most first, those that have too few left out. */
function bySimilarity(free: ReadonlySet<Review>): (item: HashedItem) => readonly Review[] {
  const reviews = [...free];
  const known = new Map(reviews.map((review, at) => [review, { at, terms: termsOf(review.words) }]));
  const termsIn = (review: Review) => known.get(review)?.terms ?? new Set<string>();
  const byTerm = indexed(reviews, (review) => [...termsIn(review)].map((term) => `${review.key}\n${term}`));
  return (item) => {
    const { key } = item.citation;
    const own = termsOf(wordsOf(item));
    const lists = [...own].map((term) => byTerm.get(`${key}\n${term}`) ?? []);
    // Who has enough words in common has one of these.
    const rarest = lists
      .sort((a, b) => a.length - b.length)
      .slice(0, own.size - Math.ceil(own.size * FEWEST_COMMON) + 1);
    return firstOf(rarest, free)
      .map((review) => ({ review, at: known.get(review)?.at ?? 0, share: shareOf(own, termsIn(review)) }))
      .filter(({ share }) => share >= FEWEST_COMMON)
      .sort((a, b) => b.share - a.share || a.at - b.at)
      .map(({ review }) => review);
  };
}

function firstOf(lists: readonly (readonly Review[])[], free: ReadonlySet<Review>): Review[] {
  const some = new Set<Review>();
  for (const list of lists)
    for (const review of list) {
      if (free.has(review)) some.add(review);
      if (some.size >= MOST_COMPARED) return [...some];
    }
  return [...some];
}

function indexed(
  reviews: readonly Review[],
  namesOf: (review: Review) => readonly string[],
): ReadonlyMap<string, readonly Review[]> {
  const index = new Map<string, Review[]>();
  for (const review of reviews)
    for (const name of namesOf(review)) {
      const list = index.get(name);
      if (list) list.push(review);
      else index.set(name, [review]);
    }
  return index;
}

import type { Hashing, ReviewHashes, ReviewPlace } from '#corpus-index';
import type { Draft } from '../draft';
import { surroundingsIn, type Surroundings } from './draft-places';
import { groupBy } from './group-by';
import { hashesOf, wordsQuoted } from './review-hashes';
import type { ReviewItem } from './review-items';

/** An item with what a decision on it is bound to. */
export interface HashedItem extends ReviewItem {
  readonly hashes: ReviewHashes;
  /** Reckoned when it is first asked for: most citations are the only ones with their words and passage. */
  readonly place: () => ReviewPlace;
}

/** The items of a draft that have the same key and hashes, by what these are; each in the draft's order. */
export function alikeItems(
  draft: Draft,
  items: readonly ReviewItem[],
  hashing: Hashing,
): ReadonlyMap<string, readonly HashedItem[]> {
  const surroundings = surroundingsIn(draft, hashing);
  const hashed = items.map((item) => ({ item, hashes: hashesOf(item, hashing) }));
  const groups = groupBy(hashed, ({ item, hashes }) => identityOf(item.citation.key, hashes));
  return new Map([...groups].map(([identity, group]) => [identity, placed(group, surroundings)]));
}

export const identityOf = (key: string, { quotation, sentence, passage }: ReviewHashes): string =>
  JSON.stringify([key, quotation, sentence, passage]);

/** What an entry shows of an item: the quoted words, or the sentence. */
export const wordsOf = (item: ReviewItem): string => {
  const quoted = wordsQuoted(item);
  return quoted === '' ? item.sentence : quoted.replace(/\n/g, ' / ');
};

function placed(
  group: readonly { readonly item: ReviewItem; readonly hashes: ReviewHashes }[],
  surroundings: (at: number) => Surroundings,
): HashedItem[] {
  let places: readonly ReviewPlace[] | undefined;
  const reckon = () => placesOf(group.map(({ item }) => surroundings(item.citation.span.start)));
  return group.map(({ item, hashes }, at) => ({
    ...item,
    hashes,
    place: () => (places ??= reckon())[at] as ReviewPlace,
  }));
}

function placesOf(surroundings: readonly Surroundings[]): ReviewPlace[] {
  const counts = new Map<string, number>();
  return surroundings.map((around) => {
    const said = JSON.stringify(around);
    const number = (counts.get(said) ?? 0) + 1;
    counts.set(said, number);
    return { ...around, number, alike: surroundings.length };
  });
}

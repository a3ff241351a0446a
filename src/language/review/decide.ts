import { type Decision, type Hashing, type Review, type ReviewsFile, writeReviews } from '#corpus-index';
import type { JudgedDraft } from '../judge-draft';
import { wordsOf } from './hashed-items';
import { pairReviews, seenOf, type PairedReviews, type ReviewedItem } from './pair-reviews';
import { reviewItems } from './review-items';

/** What a person decided on one citation. `undefined` takes a decision back. */
export interface Deciding {
  /** Number of the citation among those of the draft that are reviewed, from 0. */
  readonly citation: number;
  /** What was looked at, as `seenOf` has it; undefined: what there is now. */
  readonly seen?: string;
  readonly decision: Decision | undefined;
  readonly note?: string | undefined;
  /** `Name <mail>`. */
  readonly by: string;
  /** UTC, as ISO 8601 with seconds. */
  readonly at: string;
}

/** The citations of a draft with what reviewers decided on them. */
export const reviewDraft = (
  judged: JudgedDraft,
  reviews: readonly Review[],
  hashing: Hashing,
): PairedReviews => pairReviews(judged.draft, reviewItems(judged), reviews, hashing);

/**
 * The text of a draft's file of reviews after one decision; undefined where the draft has no such citation, or another one
 * than was looked at. Decisions on citations that are in the draft no more stay in the file: what was deleted may come back.
 */
export function decide(
  judged: JudgedDraft,
  { file, draft, hashing }: { readonly file: ReviewsFile; readonly draft: string; readonly hashing: Hashing },
  deciding: Deciding,
): string | undefined {
  const { items, dropped } = reviewDraft(judged, file.reviews, hashing);
  const item = items[deciding.citation];
  if (!item || (deciding.seen !== undefined && deciding.seen !== seenOf(item, hashing))) return undefined;
  const fresh = freshReview(item, deciding);
  const replaced = new Map<Review, Review>();
  const old = reviewOf(item);
  if (fresh && old) replaced.set(fresh, old);
  const kept = items.flatMap((one) => (one === item ? fresh : reviewOf(one)) ?? []);
  return writeReviews(file, draft, withDropped(kept, dropped, file.reviews), replaced);
}

const reviewOf = ({ state }: ReviewedItem): Review | undefined =>
  state.kind === 'undecided' ? undefined : state.review;

function freshReview(item: ReviewedItem, { decision, note, by, at }: Deciding): Review | undefined {
  if (!decision) return undefined;
  const { citation, locator, hashes, place } = item;
  const words = wordsOf(item);
  const said = note?.trim();
  return {
    ...{ key: citation.key, locator, words, decision },
    ...(said !== undefined && said !== '' && { note: said }),
    ...{ by, at, sha256: hashes, place: place() },
  };
}

/** Each dropped one behind the one that it stood behind in the file; first of all where that is gone too. */
function withDropped(
  kept: readonly Review[],
  dropped: readonly Review[],
  before: readonly Review[],
): readonly Review[] {
  const order = [...kept];
  for (const one of dropped) {
    const previous = before.slice(0, before.indexOf(one)).findLast((review) => order.includes(review));
    order.splice(previous ? order.indexOf(previous) + 1 : 0, 0, one);
  }
  return order;
}

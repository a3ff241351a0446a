import type { Hashing, Review } from '#corpus-index';
import type { JudgedDraft } from '../judge-draft';
import { reviewDraft } from './decide';
import type { PairedReviews } from './pair-reviews';

/** What a draft is compared with beside its sources: what reviewers decided on its citations. */
export interface DraftReview {
  /** In the order of the file. */
  readonly reviews: readonly Review[];
  readonly hashing: Hashing;
  /** Whether each citation must have a decision that holds. */
  readonly isRequired: boolean;
}

const known = new WeakMap<JudgedDraft, PairedReviews>();

/** The citations of a draft with their decisions, reckoned once for each judged draft; undefined without a review. */
export function reviewedItems(judged: JudgedDraft): PairedReviews | undefined {
  const { review } = judged;
  if (!review) return undefined;
  const paired = known.get(judged) ?? reviewDraft(judged, review.reviews, review.hashing);
  known.set(judged, paired);
  return paired;
}

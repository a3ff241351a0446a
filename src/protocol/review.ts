import type { CitationOutcome } from './cited';
import type { Range } from './index';

/** What a reviewer says of a citation. */
export type ReviewDecision = 'accepted' | 'queried' | 'rejected';

export interface ReviewParams {
  /** An open draft's URI. */
  readonly draft: string;
}

/** A stretch of a text on one line, and whether it is to be seen among the others. */
export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
  /** In a passage: the draft has other words, or none, in its place. */
  readonly differs?: true;
}

/** A quotation that a citation claims, and what the check says of it. */
export interface ReviewQuotation {
  readonly range: Range;
  /** The words that a reader of the draft sees, whole when joined; those marked differ from the source. */
  readonly pieces: readonly Piece[];
  readonly verdict: string;
  readonly accepted: boolean;
  /** Each difference from the source: the draft's words and the source's. */
  readonly differences: readonly {
    readonly kind: string;
    readonly quotationText: string;
    readonly sourceText: string;
  }[];
  /** What its editing does to the meaning, in sentences. */
  readonly risks: readonly string[];
  /** Where these words stand instead, or similar ones: `@wall, para. 2`. */
  readonly instead?: { readonly place: string; readonly isSame: boolean };
}

/** A paragraph that is cited. */
export interface ReviewPassage {
  readonly uri: string;
  readonly range: Range;
  /** `para. 4`. */
  readonly locator: string;
  /** Its words, whole when joined; those marked are quoted, and those of them that differ say so. */
  readonly pieces: readonly Piece[];
}

/** One citation as a reviewer sees it: both sides and what was decided. */
export interface ReviewEntry {
  /** Number of the citation among those of the draft that are reviewed, from 0. */
  readonly citation: number;
  /** Stands for the words on both sides and the decision: another one where any of it has changed. */
  readonly seen: string;
  readonly key: string;
  readonly range: Range;
  /** As the draft has it: `para. 4`. */
  readonly locator?: string;
  /** What else the draft's citation says, before the key and behind the locator: `but contra`. */
  readonly prefix?: string;
  readonly suffix?: string;
  readonly resolved: boolean;
  /** The sentence that stands on it, without citations; may be empty. */
  readonly sentence: string;
  readonly quotations: readonly ReviewQuotation[];
  /** What its quotations come to (see `CitationOutcome`), and how that is shown. */
  readonly outcome: CitationOutcome;
  readonly tone: 'good' | 'bad' | 'plain';
  /** Author, title and date; the key where the source is not known. */
  readonly reference: string;
  /** Admiralty code, such as `B2`, where the record has one. */
  readonly admiralty?: string;
  /** Cited paragraphs, at most a few, and the text of those right before and behind. */
  readonly passages: readonly ReviewPassage[];
  /** Why there are none. */
  readonly noPassage?: 'unknown-key' | 'no-text' | 'no-place' | 'whole';
  /** What is opened as its source; undefined where there is none. */
  readonly place?: { readonly uri: string; readonly range: Range };
  readonly before?: string;
  readonly behind?: string;
  readonly state: 'undecided' | 'decided' | 'stale';
  readonly decision?: ReviewDecision;
  readonly note?: string;
  readonly by?: string;
  readonly at?: string;
  /** What has changed since, where the decision is stale: `quotation`, `sentence`, `passage`, `citation`, `place`. */
  readonly sides?: readonly string[];
}

/** `Problem`: as the server answers, a `ServerProblem`; as a person reads it, a sentence. */
export interface ReviewResult<Problem = string> {
  /** The draft's version that the entries are of. */
  readonly version: number;
  readonly entries: readonly ReviewEntry[];
  /** Decisions on citations that are in the draft no more. */
  readonly dropped: number;
  /** What a person should know where there is nothing to review. */
  readonly problem?: Problem;
}

export interface DecideParams {
  readonly draft: string;
  /** The version that the reviewer looked at: another one is refused. */
  readonly version: number;
  readonly citation: number;
  /** The entry's `seen` that the reviewer looked at: another one is refused. */
  readonly seen: string;
  /** `null` takes a decision back. */
  readonly decision: ReviewDecision | null;
  readonly note?: string;
  /** `Name <mail>`. */
  readonly by: string;
}

/** `Problem`: as in `ReviewResult`. */
export interface DecideResult<Problem = string> {
  /** What a person should know where nothing was decided. */
  readonly problem?: Problem;
  /** Draft, source or decision is another one than the reviewer looked at: look again. */
  readonly outdated?: boolean;
  /** Where it was kept: the entry's `seen` since. */
  readonly seen?: string;
}

export interface LeftReviewsParams {
  /** The folder's URI. */
  readonly folder: string;
}

/** A review whose draft is not there any more: deleted, or renamed by another program. */
export interface LeftReview {
  /** Path of the draft that it was of, relative to the folder. */
  readonly draft: string;
  /** Of the file that it is kept in. */
  readonly uri: string;
}

export interface LeftReviewsResult {
  readonly reviews: readonly LeftReview[];
}

export interface TakersParams {
  readonly folder: string;
  /** See `LeftReview`. */
  readonly draft: string;
}

/** A draft without a review, which could take one over. */
export interface Taker {
  /** Relative to the folder. */
  readonly path: string;
  /** Where its review would be kept. */
  readonly reviewUri: string;
  /** How many decisions would hold for its citations. */
  readonly decisions: number;
}

export interface TakersResult {
  /** Those with the most decisions first. */
  readonly drafts: readonly Taker[];
  /** False while sources are still being read. */
  readonly complete: boolean;
}

export const reviewMethods = {
  /** The citations of a draft, each with both sides and its decision. */
  review: 'sourcewright/review',
  /** Keeps a decision in `.sourcewright/reviews/`. */
  decide: 'sourcewright/decide',
  /** Reviews whose draft is not there any more. */
  leftReviews: 'sourcewright/leftReviews',
  /** The drafts that could take such a review over. */
  takers: 'sourcewright/takers',
  /** From the server: reviews of these drafts (URIs) were read anew. */
  reviewChanged: 'sourcewright/reviewChanged',
} as const;

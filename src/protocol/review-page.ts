import type { ReviewDecision, ReviewEntry, ReviewResult } from './review';

/** Longest note that is kept, in UTF-16 code units: a person writes less. */
export const LONGEST_NOTE = 10_000;

/** What the review's web view and the extension say to each other. */
export type ToReviewPage =
  /** The draft as it stands now: first, and whenever draft, sources or decisions have changed. */
  | {
      readonly type: 'review';
      /** URI and name of the draft. */
      readonly draft: string;
      readonly name: string;
      readonly review: ReviewResult;
      /** Number of the citation where a person left off, in an earlier page. */
      readonly left: number;
      readonly texts: ReviewTexts;
    }
  /** What became of a decision. */
  | {
      readonly type: 'decided';
      readonly citation: number;
      readonly version: number;
      /** Why nothing was kept. */
      readonly problem?: string;
    }
  /** There is nothing to show yet. */
  | { readonly type: 'waiting'; readonly message: string }
  /** The page is to have the keys. */
  | { readonly type: 'focus' }
  /** Nothing could be read. */
  | { readonly type: 'failed'; readonly message: string };

export type FromReviewPage =
  /** The page has loaded. */
  | { readonly type: 'ready' }
  | {
      readonly type: 'decide';
      readonly version: number;
      readonly citation: number;
      /** The entry's, as the page was told it. */
      readonly seen: string;
      readonly decision: ReviewDecision | null;
      readonly note?: string;
    }
  /** Shows one side in an editor beside; `enter`: the focus goes there. */
  | {
      readonly type: 'open';
      readonly side: 'draft' | 'source';
      readonly citation: number;
      readonly enter: boolean;
    }
  /** A person looks at this citation now. */
  | { readonly type: 'at'; readonly citation: number };

/** What the page says, in the editor's language; `{0}` and so on stand for numbers and names. */
export interface ReviewTexts {
  readonly progress: string;
  readonly counts: string;
  readonly show: string;
  readonly filters: Readonly<Record<'all' | 'open' | 'objected', string>>;
  readonly none: string;
  readonly nothingMatches: string;
  readonly position: string;
  readonly states: Readonly<Record<'undecided' | 'stale' | ReviewDecision, string>>;
  readonly verdicts: Readonly<Record<string, string>>;
  readonly noQuotation: string;
  /** The words stand in another source that the same bracket names. */
  readonly otherQuoted: string;
  readonly unresolved: string;
  /** Of a place in a source whose text is not at hand. */
  readonly unreadPlace: string;
  readonly claim: string;
  readonly inDraft: string;
  readonly inSource: string;
  readonly noPassage: Readonly<Record<NonNullable<ReviewEntry['noPassage']>, string>>;
  readonly admiralty: string;
  readonly differences: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly onlySource: string;
  readonly onlyDraft: string;
  readonly bothSides: string;
  readonly instead: string;
  readonly similar: string;
  readonly risks: string;
  readonly decision: string;
  readonly decidedBy: string;
  readonly stale: string;
  readonly sides: Readonly<Record<string, string>>;
  readonly dropped: string;
  readonly actions: string;
  readonly accept: string;
  readonly query: string;
  readonly reject: string;
  readonly takeBack: string;
  readonly openDraft: string;
  readonly openSource: string;
  /** Why there is nothing to open. */
  readonly noSource: string;
  readonly previous: string;
  readonly next: string;
  readonly nextOpen: string;
  readonly queryNote: string;
  readonly rejectNote: string;
  readonly keepNote: string;
  /** What a note is on has changed while it was written. */
  readonly noteOutdated: string;
  readonly cancel: string;
  readonly said: string;
  readonly takenBack: string;
  readonly allDecided: string;
}

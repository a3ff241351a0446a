/** What a reviewer says of a citation. `queried` asks the writer something, in the note. */
export type Decision = 'accepted' | 'queried' | 'rejected';

export const DECISIONS: readonly Decision[] = ['accepted', 'queried', 'rejected'];

/**
 * SHA-256 of what was looked at, as lower-case hexadecimal digits: the quoted words (none: nothing is quoted), the sentence of
 * the draft that stands on them, the cited passages, and what the citation itself says. Line breaks and runs of spaces count as one space.
 */
export interface ReviewHashes {
  readonly quotation?: string | undefined;
  readonly sentence: string;
  /** Undefined where the citation led nowhere. */
  readonly passage?: string | undefined;
  /** Prefix, locator and suffix; undefined where there are none but a locator whose passages are hashed. */
  readonly citation?: string | undefined;
}

/**
 * Where in its draft a citation stood: tells it from another one with the same hashes. Of each paragraph the first sixteen digits
 * of the SHA-256 of its text without citations.
 */
export interface ReviewPlace {
  readonly paragraph: string;
  /** The paragraphs before and behind; undefined at the draft's ends. */
  readonly before?: string | undefined;
  readonly behind?: string | undefined;
  /** Its number among those with the same hashes and paragraphs, from 1. */
  readonly number: number;
  /** How many citations of the draft had the same key and hashes, this one included. */
  readonly alike: number;
}

/** One decision on one citation, as `.sourcewright/reviews/<draft>.yaml` keeps it. */
export interface Review {
  readonly key: string;
  /** As it stood in the draft: `para. 1`. */
  readonly locator?: string | undefined;
  /** The quoted words on one line, or the sentence: for people, and to find an edited citation again. */
  readonly words: string;
  readonly decision: Decision;
  readonly note?: string | undefined;
  /** Who decided: `Name <mail>`, as git says it. */
  readonly by: string;
  /** When, in UTC: `2026-03-04T05:06:07Z`. */
  readonly at: string;
  readonly sha256: ReviewHashes;
  /** Undefined where an entry does not say it. */
  readonly place?: ReviewPlace | undefined;
}

/**
 * What has changed since a citation was looked at. `place`: there were several with the same hashes, and what stands around this
 * one has changed.
 */
export type StaleSide = keyof ReviewHashes | 'place';

/** Where a citation stands in its review. */
export type ReviewState =
  | { readonly kind: 'undecided' }
  | { readonly kind: 'decided'; readonly review: Review }
  /** Decided, of something that has changed since: on the sides named, at least one. */
  | { readonly kind: 'stale'; readonly review: Review; readonly sides: readonly StaleSide[] };

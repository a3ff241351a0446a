import type { Span } from '../../text/span';
import type { NameSurvey } from './survey';

/** A mention of the registry's actors in a surveyed text: what stands there has an owner. */
export interface Claim extends Span {
  readonly actors: readonly string[];
}

/** One source as discovery reads it; `survey` and `claims` count in the same text. */
export interface SurveyedSource {
  /** Whatever the caller calls the source: it comes back in `sources` and `places`. */
  readonly source: string;
  readonly survey: NameSurvey;
  /** In order, not overlapping: `findMentions`. */
  readonly claims: readonly Claim[];
}

/** Where a name stands, in the surveyed text of its source. */
export interface NamePlace extends Span {
  readonly source: string;
}

/** An actor of the registry that a name may belong to. */
export interface NearActor {
  readonly id: string;
  readonly name: string;
  /** Why, for a person. */
  readonly reason: string;
}

/** A name that the sources have and the registry does not. */
export interface DiscoveredName {
  /** The form to record: of a person the fullest, of a body what is not its abbreviation; then the most frequent. */
  readonly name: string;
  /** All its forms, the most frequent first. */
  readonly variants: readonly { readonly text: string; readonly count: number }[];
  readonly count: number;
  /** The source that names it most first. */
  readonly sources: readonly { readonly source: string; readonly count: number }[];
  /** Up to `PLACES`, from as many sources as there are. */
  readonly places: readonly NamePlace[];
  /** FollowTheMoney's schema (or `Country`), guessed. */
  readonly schema: string;
  /** Why this schema, for a person. */
  readonly reason: string;
  /** From 0 to 1: how much speaks for a person or organisation that matters to the corpus. */
  readonly score: number;
  readonly aliasOf: readonly NearActor[];
}

/** So many places are kept of a name. */
export const PLACES = 3;

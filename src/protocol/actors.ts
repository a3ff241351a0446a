import type { Range } from './index';

/** What an actor is, as lists group them. `unknown`: a person or an organisation, it is not known which. */
export type ActorKind =
  'person' | 'public-body' | 'organisation' | 'company' | 'state' | 'place' | 'vehicle' | 'unknown' | 'other';

/** An actor of the registry, and how often the sources asked for name it without doubt. */
export interface ActorSummary {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  /** FollowTheMoney's schema, as the record has it. */
  readonly schema: string;
  readonly position: string;
  readonly summary: string;
  readonly mentions: number;
  readonly passages: number;
  readonly sources: number;
}

/** A source, as a filter offers it. */
export interface SourceChoice {
  readonly key: string;
  /** `Orton 2014` */
  readonly reference: string;
  readonly title: string;
}

export interface ActorsParams {
  /** The folder's URI. */
  readonly folder: string;
  /** The key of the only source that counts. */
  readonly source?: string;
}

export interface ActorsResult {
  /** The most mentioned first, also those that no source names. */
  readonly actors: readonly ActorSummary[];
  /** How many there are, of which `actors` may be the first. */
  readonly total: number;
  readonly sources: readonly SourceChoice[];
  /** Whether there is an actors.yaml. */
  readonly hasRegistry: boolean;
  /** False while sources are still being read: counts may grow. */
  readonly complete: boolean;
}

export interface ActorMentionsParams extends ActorsParams {
  /** Ids: of several, the passages that name them all. */
  readonly actors: readonly string[];
}

export interface MentionPassage {
  readonly n: number;
  /** `para. 4` */
  readonly locator: string;
  /** One line of the passage around the first mention, plain text. */
  readonly excerpt: string;
  /** Of the first mention. */
  readonly range: Range;
  readonly mentions: number;
}

export interface MentionSource extends SourceChoice {
  readonly uri: string;
  readonly mentions: number;
  readonly passages: readonly MentionPassage[];
  /** How many there are, of which `passages` may be the first. */
  readonly total: number;
}

export interface ActorMentionsResult {
  readonly sources: readonly MentionSource[];
}

export interface ActorGraphParams extends ActorsParams {
  /** Only actors with so many mentions. */
  readonly minimum: number;
  /** Which dated passages are listed; all where left out. */
  readonly dated?: DatedChoice;
}

/** Passages that name all these actors, dated in these years; `from` and `to` are the first and the last. */
export interface DatedChoice {
  readonly actors: readonly string[];
  readonly from?: number;
  readonly to?: number;
}

/** Two actors that passages name together: places in `actors`. */
export interface ActorLink {
  readonly a: number;
  readonly b: number;
  readonly passages: number;
}

/** A date that a passage states. */
export interface DatedPassageRow {
  /** As exact as stated: `2014`, `2014-03` or `2014-03-24`. */
  readonly iso: string;
  /** `Orton 2014, para. 4` */
  readonly reference: string;
  readonly uri: string;
  /** Of the date. */
  readonly range: Range;
  readonly excerpt: string;
  /** Places in `actors`. */
  readonly actors: readonly number[];
}

/** A source's own date: when it was written, not what it tells of. */
export interface DatedSource extends SourceChoice {
  readonly iso: string;
  readonly uri: string;
}

export interface ActorGraphResult {
  /** Named often enough, the most mentioned first. */
  readonly actors: readonly ActorSummary[];
  /** How many there are, of which `actors` may be the first. */
  readonly totalActors: number;
  /** How many of them, from the first, a picture shows. */
  readonly shown: number;
  /** Of these actors, the strongest first. */
  readonly links: readonly ActorLink[];
  /** How many links there are, of which `links` may be the first. */
  readonly totalLinks: number;
  /** How many dated passages that name the actors chosen each year has, of whatever year is chosen: in order. */
  readonly datedYears: readonly { readonly year: number; readonly count: number }[];
  /** Those chosen, by date. */
  readonly dated: readonly DatedPassageRow[];
  /** How many dated passages there are, of which `dated` may be the first. */
  readonly totalDated: number;
  readonly datedSources: readonly DatedSource[];
  readonly sources: readonly SourceChoice[];
  readonly hasRegistry: boolean;
  readonly complete: boolean;
}

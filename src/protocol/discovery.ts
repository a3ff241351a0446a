import type { FileEdit, PassageRow } from './index';

/**
 * Names that the sources have and no actor of actors.yaml claims, and what a person can do with them. Nothing enters
 * the registry by itself: each request answers with edits of actors.yaml, which the editor makes when a person asked.
 */
export interface DiscoveredNamesParams {
  /** URI of the workspace folder; may be left out where there is only one. */
  readonly folder?: string;
  /** So many names at most, the best first; 200 where left out. */
  readonly limit?: number;
}

/** How often a form of a name stands in the sources. */
export interface NameVariant {
  readonly text: string;
  readonly count: number;
}

export interface DiscoveredName {
  readonly folder: string;
  /** The form that a record would be made with, plain text as a source writes it: escape it before it is shown as Markdown. */
  readonly name: string;
  /** All forms that count as this name, the one above among them, the most frequent first. */
  readonly variants: readonly NameVariant[];
  readonly count: number;
  /** By citation key, the source that names it most first. */
  readonly sources: readonly { readonly key: string; readonly count: number }[];
  /** Up to three passages that name it, from different sources where possible; `range` is the name in its file. */
  readonly passages: readonly PassageRow[];
  /** FollowTheMoney's schema, guessed: Person, Organization, PublicBody, Company, LegalEntity (it is not known which), Address (a place). */
  readonly schema: string;
  /** Why this schema, in a few words for a person: "a title stands before it: General". */
  readonly reason: string;
  /** From 0 to 1; names come ranked by it. */
  readonly score: number;
  /** Actors of the registry that it may be another spelling or a short form of, the likeliest first. */
  readonly aliasOf: readonly { readonly id: string; readonly name: string; readonly reason: string }[];
}

export interface DiscoveredNamesResult {
  readonly names: readonly DiscoveredName[];
  /** How many there are, of which `names` may be the first. */
  readonly total: number;
  /** False while sources are still being read: names may be missing. */
  readonly complete: boolean;
  /** Names that a person told to ignore, as actors.yaml has them. */
  readonly ignored: readonly string[];
}

/**
 * The argument of the commands `sourcewright.addActor`, `addAlias` and `ignoreName`. All may be called without one: they
 * then take the selection of the active editor, or let a person choose from the names discovered.
 */
export interface NameArgument {
  /** URI of the workspace folder; the active editor's, or the only one, where left out. */
  readonly folder?: string;
  readonly name: string;
}

export interface AddActorParams extends NameArgument {
  /** FollowTheMoney's schema; where left out, the one that discovery guesses. */
  readonly schema?: string;
  /** Further names; where left out, the other forms that discovery found. */
  readonly alias?: readonly string[];
}

export interface AddAliasParams extends NameArgument {
  /** Id of an actor of the registry. */
  readonly actor: string;
  /** Into `weakAlias`, for a name that counts only where the text has named the actor in full. */
  readonly weak?: boolean;
}

export type IgnoreNameParams = NameArgument;

/** A change of actors.yaml that the editor is to make. */
export interface ActorsEdit extends FileEdit {
  /** The id of the actor that was added or got the alias. */
  readonly actor?: string;
}

/** An actor as Quick Picks list it. */
export interface ActorRow {
  readonly id: string;
  readonly name: string;
  readonly schema: string;
}

export interface ActorRowsResult {
  readonly actors: readonly ActorRow[];
}

export interface ExportActorsResult {
  /** FollowTheMoney entities, one JSON object on each line. */
  readonly text: string;
  /** Actors that were written. */
  readonly count: number;
  readonly problem?: string;
}

export interface ImportActorsParams {
  readonly folder?: string;
  /** FollowTheMoney entities, one JSON object on each line. */
  readonly text: string;
}

export interface ImportActorsResult extends ActorsEdit {
  /** Ids of new records, and of records that get more than they had. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Entities that bear the name of a record with another id: nothing is merged by name, a person decides. */
  readonly suggestions: readonly { readonly entity: string; readonly name: string; readonly actor: string }[];
  /** Lines, from 1, that could not be read. */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/** Names of requests. */
export const discoveryMethods = {
  /** DiscoveredNamesParams to DiscoveredNamesResult. What it answers changes with `health`. */
  discoveredNames: 'sourcewright/discoveredNames',
  /** AddActorParams to ActorsEdit. */
  addActor: 'sourcewright/addActor',
  /** AddAliasParams to ActorsEdit. */
  addAlias: 'sourcewright/addAlias',
  /** IgnoreNameParams to ActorsEdit. */
  ignoreName: 'sourcewright/ignoreName',
  /** `{ folder? }` to ActorRowsResult, by name. */
  actorRows: 'sourcewright/actorRows',
  /** `{ folder? }` to ExportActorsResult. */
  exportActors: 'sourcewright/exportActors',
  /** ImportActorsParams to ImportActorsResult. */
  importActors: 'sourcewright/importActors',
} as const;

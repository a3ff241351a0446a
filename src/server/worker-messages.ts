import type { ActorsFile, GramPart, GramTableData, PassageHit, PassageOverrides } from '#corpus-index';
import type { ReadFailure } from '../ingest/failure';
import type { SearchIndexPlace } from '../ingest/settings';
import type { NoDisk } from './search-indexes';
import type { SentSource } from './sent-source';

/** What the worker is given at its start. */
export interface WorkerData {
  /** The folder in which it may keep what it has read. */
  readonly cache?: string | undefined;
}

/** What the server asks of its worker. `folder` names the index: one for each workspace folder. */
export type WorkerRequest =
  | {
      readonly kind: 'read';
      readonly folder: string;
      /** The folder on disk. */
      readonly root: string;
      readonly path: string;
      /** The text as an open editor holds it, in place of the file's. */
      readonly text?: string;
      /** Bytes. */
      readonly maximumSize: number;
      readonly overrides?: PassageOverrides;
      /** What a person wrote down of it: title, authors, key. */
      readonly about: string;
    }
  | { readonly kind: 'actors'; readonly text: string }
  | { readonly kind: 'join-grams'; readonly parts: readonly GramPart[] }
  | { readonly kind: 'remove'; readonly folder: string; readonly path: string }
  /** The folder has no other sources than these, and its index is to be there. `root`: the folder on disk. */
  | {
      readonly kind: 'retain';
      readonly folder: string;
      readonly root: string;
      readonly paths: readonly string[];
      readonly searchIndex: SearchIndexPlace;
    }
  | { readonly kind: 'search'; readonly folder: string; readonly query: string; readonly limit: number }
  | { readonly kind: 'forget'; readonly folder: string };

export interface WorkerAnswers {
  readonly read: SentSource | ReadFailure;
  readonly actors: ActorsFile;
  readonly 'join-grams': GramTableData;
  readonly remove: null;
  /** Why the index is in memory, where it was to be on disk. */
  readonly retain: NoDisk | null;
  readonly search: readonly PassageHit[];
  readonly forget: null;
}

export interface Numbered<Content> {
  readonly id: number;
  readonly content: Content;
}

/** An answer, the message of an error nobody expected, or what is told unasked. */
export type WorkerReply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: string }
  | { readonly notice: unknown };

/** The index on disk of a folder is gone: its sources are to be read again. */
export interface IndexLost {
  readonly folder: string;
  /** The system's words. */
  readonly detail: string;
}

import type { IndexedSource } from '#corpus-index';
import type { QueryKind } from './queries';

/** A search engine that is measured. */
export interface Engine {
  readonly name: string;
  /** It is not measured on more passages than this, as building would take minutes. */
  readonly mostPassages?: number;
  /** Its memory is none that Node.js knows of. */
  readonly isOutside?: boolean;
  /** The kinds of queries that it answers; all, if it does not say. */
  readonly kinds?: readonly QueryKind[];
  /** Takes all sources in. `folder` is an empty one, to keep something in. */
  readonly build: (sources: readonly IndexedSource[], folder: string) => Promise<BuiltEngine> | BuiltEngine;
}

export interface BuiltEngine {
  /** How many passages it found of the ten that it was asked for. */
  readonly search: (query: string, kind: QueryKind) => number | Promise<number>;
  /** Puts another content in the place of a source's. */
  readonly replace?: (source: IndexedSource) => void | Promise<void>;
  /** Writes what is needed to go on after a restart; undefined where building has done so. */
  readonly save?: () => void | Promise<void>;
  /** Reads that again and answers a first query: how many it found. */
  readonly coldStart?: (query: string) => number | Promise<number>;
  readonly close?: () => void;
  /** What else is to be said of it. */
  readonly note?: () => string;
}

export const LIMIT = 10;

/** What keeps an object for each word of each passage takes minutes and gigabytes for more, or cannot be written at all. */
export const MANY = 200_000;

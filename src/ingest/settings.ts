/** Where the search index of a folder is: `auto` puts that of a very large corpus on disk. */
export type SearchIndexPlace = 'auto' | 'memory' | 'disk';

export const SEARCH_INDEX_PLACES: readonly SearchIndexPlace[] = ['auto', 'memory', 'disk'];

/** What a folder's settings say about reading and checking; the defaults are those of the manifest. */
export interface IngestSettings {
  /** Globs relative to the folder. */
  readonly sources: readonly string[];
  /** Bytes. */
  readonly maximumSourceSize: number;
  /** Whether a draft that spells one name in several ways is told so. */
  readonly checksSpelling: boolean;
  readonly searchIndex: SearchIndexPlace;
}

export const DEFAULT_SETTINGS: IngestSettings = {
  sources: ['sources/**'],
  maximumSourceSize: 64 * 1024 * 1024,
  checksSpelling: true,
  searchIndex: 'auto',
};

/** Whether a folder read by the one is read the same by the other. */
export const isSameSettings = (one: IngestSettings, other: IngestSettings): boolean =>
  one.maximumSourceSize === other.maximumSourceSize &&
  one.searchIndex === other.searchIndex &&
  one.sources.length === other.sources.length &&
  one.sources.every((glob, at) => glob === other.sources[at]);

/** Where a folder's settings stand. */
export const SETTINGS_FILE = '.vscode/settings.json';

/** Names of the writer's files, relative to the folder. */
export const RECORDS_FILE = 'sources.yaml';
export const ACTORS_FILE = 'actors.yaml';

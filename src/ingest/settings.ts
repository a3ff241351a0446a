/** What a folder's settings say about reading; the defaults are those of the manifest. */
export interface IngestSettings {
  /** Globs relative to the folder. */
  readonly sources: readonly string[];
  /** Bytes. */
  readonly maximumSourceSize: number;
}

export const DEFAULT_SETTINGS: IngestSettings = {
  sources: ['sources/**'],
  maximumSourceSize: 64 * 1024 * 1024,
};

/** Names of the writer's files, relative to the folder. */
export const RECORDS_FILE = 'sources.yaml';
export const ACTORS_FILE = 'actors.yaml';

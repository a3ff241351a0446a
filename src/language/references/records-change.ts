import type { Replacement } from '../fixes/fix';

/** Edits of sources.yaml that add something and touch nothing else; or what keeps them from being made, for a person. */
export type RecordsChange = { readonly edits: readonly Replacement[] } | { readonly problem: string };

export const BROKEN =
  'sources.yaml is not YAML as it stands (see Problems): mend it first. Nothing was changed.';

export const BY_HAND =
  'sources.yaml is written in a way that cannot be added to here without touching other lines: add it by hand. Nothing was changed.';

/** What a record says, wherever it stands. */
export const withoutPlace = (record: object): string => JSON.stringify({ ...record, span: undefined });

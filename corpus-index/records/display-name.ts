import type { CslName } from './source-record';

/** A name as it is read: given name first; a literal as it stands. */
export const displayName = (name: CslName): string =>
  name.literal ?? [name.given, name.family].filter((part) => part !== undefined && part !== '').join(' ');

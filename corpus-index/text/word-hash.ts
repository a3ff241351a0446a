/** FNV-1a over the units of a folded word: two words may have one hash, so a match is confirmed on the units. */
export const HASH_SEED = 0x811c9dc5 | 0;
export const HASH_PRIME = 0x01000193;

import type { Tokens } from './tokens';

/** Offset basis and prime of the 32-bit FNV-1a hash (Fowler, Noll, Vo). */
export const BASIS = 0x811c9dc5;
export const PRIME = 0x01000193;

const known = new WeakMap<Tokens, Uint32Array>();

/** The hash of each token's form, found once for each list of tokens. Different forms can share a hash. */
export function formHashes(tokens: Tokens): Uint32Array {
  const hashes =
    known.get(tokens) ?? Uint32Array.from({ length: tokens.length }, (_, token) => formHash(tokens, token));
  known.set(tokens, hashes);
  return hashes;
}

/** The hash of one token's form, its case folded. */
export function formHash({ joined, at }: Tokens, token: number): number {
  const to = (at[token + 1] ?? 1) - 1;
  let hash = BASIS;
  for (let position = at[token] ?? 0; position < to; position++)
    hash = Math.imul(hash ^ lowerCode(joined.charCodeAt(position)), PRIME);
  return hash >>> 0;
}

/** Lower case of A to Z; other letters keep their case, which only makes them tell sentences' beginnings apart. */
const lowerCode = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code);

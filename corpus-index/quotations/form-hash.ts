/** Offset basis and prime of the 32-bit FNV-1a hash (Fowler, Noll, Vo). */
export const BASIS = 0x811c9dc5;
export const PRIME = 0x01000193;

/** By character: ASCII in lower case; other letters keep their case, which only makes them tell sentences' beginnings apart. */
export const LOWER: Uint16Array = Uint16Array.from({ length: 0x10000 }, (_, code) =>
  code >= 65 && code <= 90 ? code + 32 : code,
);

/** The hash of a form, `from` to `to` (exclusive) of a text, its case folded: a signed integer, which costs no memory. */
export function formHash(text: string, from = 0, to = text.length): number {
  let hash = BASIS;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (LOWER[text.charCodeAt(at)] ?? 0), PRIME);
  return hash;
}

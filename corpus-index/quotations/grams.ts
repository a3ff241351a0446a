import type { SourceText } from '../passages/source';
import { sourceTokens } from './source-tokens';
import type { Tokens } from './tokens';
import { formAt, isWord } from './tokens';

/** Words of a gram: three in a row seldom stand together by chance, and a quotation with one word changed keeps most of its own. */
const LENGTH = 3;

/** Offset basis and prime of the 32-bit FNV-1a hash (Fowler, Noll, Vo). */
const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * Hashes of each three words in a row, marks passed over and case folded; of every `step`th place. Different words can share a
 * hash: what is found by one is confirmed on the characters.
 */
export function gramsOf(tokens: Tokens, step = 1): Uint32Array {
  const hashes: number[] = [];
  for (let token = 0; token < tokens.length; token++)
    if (isWord(tokens, token)) hashes.push(hashOf(formAt(tokens, token)));
  const grams = new Set<number>();
  for (let at = 0; at + LENGTH <= hashes.length; at += step) {
    let gram = BASIS;
    for (let offset = 0; offset < LENGTH; offset++)
      gram = Math.imul(gram ^ (hashes[at + offset] ?? 0), PRIME);
    grams.add((gram ^ (gram >>> 15)) >>> 0);
  }
  return Uint32Array.from(grams);
}

/** Sources are sampled at every second place: a quotation's grams, taken at every place, still meet half of them. */
const SAMPLING = 2;

export const sampledGrams = (source: SourceText): Uint32Array =>
  source.grams ?? gramsOf(sourceTokens(source).whole, SAMPLING);

function hashOf(form: string): number {
  let hash = BASIS;
  for (let at = 0; at < form.length; at++) hash = Math.imul(hash ^ lowerCode(form.charCodeAt(at)), PRIME);
  return hash;
}

/** Lower case of A to Z; other letters keep their case, which only makes them tell sentences' beginnings apart. */
const lowerCode = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code);

import { createHash } from 'node:crypto';

/** Characters of the hash that are kept: 128 bits. */
const LENGTH = 32;

/**
 * Names a mistake by what it is, not by where: the code, the words it is about and the keys cited for them. Lines that move,
 * wrap anew or change around it leave it as it is; equal mistakes have equal fingerprints.
 */
export function fingerprintOf(code: string, words: string, keys: readonly string[]): string {
  const content = JSON.stringify([code, oneLine(words).normalize('NFC'), ...keys]);
  return createHash('sha256').update(content).digest('hex').slice(0, LENGTH);
}

export const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();

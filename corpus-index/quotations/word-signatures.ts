import { joinedRanges } from './passage-ranges';
import type { PassageRange } from './source-tokens';

/** A larger source, in characters, is searched whole only where nothing else tells: it keeps a writer waiting. */
export const LARGE = 2_000_000;

/** So many passages share a signature. */
const BLOCK = 32;

/** Bits of a signature: some fifteen for each of the thousand different words that so many passages have. */
const BITS = 2 ** 14;
const CELLS = BITS / 32;

/**
 * Which words stand in which blocks of passages of a large source (Bloom, Space/time trade-offs in hash coding with allowable
 * errors, 1970): of a word that stands there it is always told, of another one once in a few hundred times.
 */
export type WordSignatures = Uint32Array;

/** Calls `visit` with the hash of each word of a source and the passage in which it stands, or behind which. */
type EachWord = (visit: (hash: number, passage: number) => void) => void;

export function wordSignatures(passages: number, each: EachWord): WordSignatures {
  const signatures = new Uint32Array(Math.ceil(passages / BLOCK) * CELLS);
  each((hash, passage) => {
    const block = Math.floor(passage / BLOCK) * CELLS;
    for (let probe = 0; probe < PROBES; probe++) {
      const bit = bitOf(hash, probe);
      signatures[block + (bit >>> 5)] = (signatures[block + (bit >>> 5)] ?? 0) | (1 << (bit & 31));
    }
  });
  return signatures;
}

/** The passages in which all of the words can stand together: of two blocks, as a quotation can run from one into the next. */
export function rangesWithWords(
  signatures: WordSignatures,
  passages: number,
  words: Uint32Array,
): PassageRange[] {
  const ranges: PassageRange[] = [];
  for (let from = 0; from < passages; from += BLOCK) {
    const block = (from / BLOCK) * CELLS;
    const hasWord = (hash: number) =>
      mayHave(signatures, block, hash) || mayHave(signatures, block + CELLS, hash);
    if (words.every(hasWord)) ranges.push({ from, to: Math.min(from + 2 * BLOCK, passages) });
  }
  return joinedRanges(ranges);
}

const PROBES = 3;

function mayHave(signatures: WordSignatures, block: number, hash: number): boolean {
  for (let probe = 0; probe < PROBES; probe++) {
    const bit = bitOf(hash, probe);
    if ((((signatures[block + (bit >>> 5)] ?? 0) >>> (bit & 31)) & 1) === 0) return false;
  }
  return true;
}

/** The first bits of the hash, the next ones, and some that both have a part in: an odd number near 2^32 divided by the golden ratio mixes them. */
const bitOf = (hash: number, probe: number): number =>
  probe === 2 ? (Math.imul(hash, 0x9e3779b1) >>> 16) & (BITS - 1) : (hash >>> (probe * 14)) & (BITS - 1);

import { spread } from './word-table';

/** A power of two. */
const SLOTS = 1 << 13;

/**
 * Capitalised words that no recorded name and no spelling of one begins with, as was found not long ago: most capitals of a
 * text are those of a few words. A table small enough to stay near the processor. Two words may have one hash, of four
 * thousand million.
 */
export class PassedWords {
  private readonly hashes = new Int32Array(SLOTS);
  /** For names that count in one text alone: the bits of the word's labels, see `HereNames`. */
  private readonly bits = new Int32Array(SLOTS);

  add(hash: number, bits: number): void {
    const slot = spread(hash) & (SLOTS - 1);
    this.hashes[slot] = hash;
    this.bits[slot] = bits;
  }

  /** Whether a word may be passed over in a text where names with these bits count. */
  has(hash: number, bits: number): boolean {
    const slot = spread(hash) & (SLOTS - 1);
    return this.hashes[slot] === hash && ((this.bits[slot] ?? 0) & bits) === 0;
  }
}

import { spread } from './word-table';

/** Bits for each hash: a lookup by chance then mostly finds none. */
const BITS_EACH = 32;

/** Which hashes a set surely lacks: one bit for each, so that most words of a text need no more than one look. */
export class HashFilter {
  private readonly bits: Uint8Array;
  private readonly mask: number;

  constructor(hashes: readonly number[]) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(1024, hashes.length * BITS_EACH)));
    this.bits = new Uint8Array(size >>> 3);
    this.mask = size - 1;
    for (const hash of hashes) {
      const bit = spread(hash) & this.mask;
      this.bits[bit >>> 3] = (this.bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
    }
  }

  /** False where the set surely lacks the hash. */
  mayHave(hash: number): boolean {
    const bit = spread(hash) & this.mask;
    return (((this.bits[bit >>> 3] ?? 0) >>> (bit & 7)) & 1) === 1;
  }
}

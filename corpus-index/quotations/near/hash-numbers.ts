/** Numbers from 1 for hashes: an open table with linear probing, half of it free, so that most hashes are told by one look. */
export class HashNumbers {
  /** How many hashes have a number. */
  size = 0;
  private mask = 0;
  private hashes = new Uint32Array(1);
  private numbers = new Uint32Array(1);

  /** Forgets all, and makes room for `most` different hashes: a table that is used again costs no new memory. */
  clear(most: number): this {
    const slots = 2 ** Math.ceil(Math.log2(most * 2 + 2));
    if (slots > this.hashes.length) {
      this.hashes = new Uint32Array(slots);
      this.numbers = new Uint32Array(slots);
    } else this.numbers.fill(0, 0, slots);
    this.mask = slots - 1;
    this.size = 0;
    return this;
  }

  /** The number of a hash, a new one where it has none yet. */
  put(hash: number): number {
    const slot = this.slotOf(hash);
    const known = this.numbers[slot] ?? 0;
    if (known > 0) return known;
    this.hashes[slot] = hash;
    this.numbers[slot] = ++this.size;
    return this.size;
  }

  /** The number of a hash, 0 where it has none. */
  of(hash: number): number {
    return this.numbers[this.slotOf(hash)] ?? 0;
  }

  private slotOf(hash: number): number {
    const { mask, hashes, numbers } = this;
    const wanted = hash >>> 0;
    let slot = wanted & mask;
    while (numbers[slot] !== 0 && hashes[slot] !== wanted) slot = (slot + 1) & mask;
    return slot;
  }
}

import type { WordCursor } from '../text/word-cursor';

/** Numbers terms in the order in which they are first met: a hash table over packed code units, which makes no string. */
export class TermTable {
  /** How many terms there are. */
  size = 0;
  private slots = new Int32Array(2048).fill(-1);
  private hashes = new Int32Array(1024);
  private starts = new Uint32Array(1025);
  private units = new Uint16Array(8192);

  /** The number of the word that the cursor stands at. */
  idOf(word: WordCursor): number {
    const mask = this.slots.length - 1;
    let slot = spread(word.hash) & mask;
    for (;;) {
      const id = this.slots[slot] ?? -1;
      if (id < 0) return this.add(slot, word);
      if (this.hashes[id] === word.hash && this.isSame(id, word)) return id;
      slot = (slot + 1) & mask;
    }
  }

  unitsOf(id: number): Uint16Array {
    return this.units.subarray(this.starts[id], this.starts[id + 1]);
  }

  private isSame(id: number, { units, length }: WordCursor): boolean {
    const start = this.starts[id] ?? 0;
    if ((this.starts[id + 1] ?? 0) - start !== length) return false;
    for (let at = 0; at < length; at++) if (this.units[start + at] !== units[at]) return false;
    return true;
  }

  private add(slot: number, { units, length, hash }: WordCursor): number {
    const id = this.size++;
    const start = this.starts[id] ?? 0;
    if (start + length > this.units.length)
      this.units = grown(this.units, new Uint16Array(2 * (start + length)));
    this.units.set(units.subarray(0, length), start);
    this.hashes[id] = hash;
    this.starts[id + 1] = start + length;
    this.slots[slot] = id;
    if (2 * this.size >= this.slots.length) this.grow();
    return id;
  }

  private grow(): void {
    const { size } = this;
    this.hashes = grown(this.hashes, new Int32Array(2 * size));
    this.starts = grown(this.starts, new Uint32Array(2 * size + 1));
    this.slots = new Int32Array(4 * size).fill(-1);
    const mask = this.slots.length - 1;
    for (let id = 0; id < size; id++) {
      let slot = spread(this.hashes[id] ?? 0) & mask;
      while ((this.slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
      this.slots[slot] = id;
    }
  }
}

/** The lower bits of the hash alone are much alike for words of one ending. */
const spread = (hash: number): number => hash ^ (hash >>> 15);

function grown<Numbers extends Int32Array | Uint32Array | Uint16Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}

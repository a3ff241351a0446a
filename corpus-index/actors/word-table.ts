import type { WordCursor } from '../text/word-cursor';

/** Part of the slots that may be taken before the table doubles: a miss then mostly ends at its first slot. */
const LOAD = 0.25;

/** The words of all names, numbered from 0; found by the cursor's hash without making a string. */
export class WordTable {
  private readonly terms: string[] = [];
  private hashes = new Int32Array(64);
  /** Number plus one of the word in each slot, 0 where there is none; linear probing. */
  private slots = new Int32Array(256);

  /** The number of the cursor's word, -1 where no name has it. */
  find({ units, length, hash }: WordCursor): number {
    const { slots, hashes } = this;
    const mask = slots.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const id = (slots[slot] ?? 0) - 1;
      if (id < 0 || (hashes[id] === hash && this.isSame(id, units, length))) return id;
    }
  }

  /** The number of the cursor's word, which is added if it is new. */
  add(cursor: WordCursor): number {
    const known = this.find(cursor);
    if (known >= 0) return known;
    const id = this.terms.push(cursor.term()) - 1;
    if (id >= this.slots.length * LOAD) this.grow();
    this.hashes[id] = cursor.hash;
    this.place(id, cursor.hash);
    return id;
  }

  term(id: number): string {
    return this.terms[id] ?? '';
  }

  get size(): number {
    return this.terms.length;
  }

  private isSame(id: number, units: Uint16Array, length: number): boolean {
    const term = this.term(id);
    if (term.length !== length) return false;
    for (let i = 0; i < length; i++) if (term.charCodeAt(i) !== units[i]) return false;
    return true;
  }

  private place(id: number, hash: number): void {
    const mask = this.slots.length - 1;
    let slot = spread(hash) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = id + 1;
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    const hashes = new Int32Array(this.slots.length * LOAD);
    hashes.set(this.hashes);
    this.hashes = hashes;
    for (let id = 0; id < this.terms.length - 1; id++) this.place(id, hashes[id] ?? 0);
  }
}

/** FNV-1a leaves its low bits the worst mixed. */
const spread = (hash: number): number => hash ^ (hash >>> 15);

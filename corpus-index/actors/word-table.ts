/** A word to look for: its hash, and a way to compare and to make it. */
export interface HashedWord {
  readonly hash: number;
  is(term: string): boolean;
  term(): string;
}

/** Part of the slots that may be taken before the table doubles: a miss then mostly ends at its first slot. */
const LOAD = 0.25;

/** Different words, numbered from 0; found by their hash, confirmed by their letters, without making a string. */
export class WordTable {
  private readonly terms: string[] = [];
  private hashes = new Int32Array(64);
  /** Number plus one of the word in each slot, 0 where there is none; linear probing. */
  private slots = new Int32Array(256);

  /** The number of a word, -1 where it is not here. */
  find(word: HashedWord): number {
    const { slots, hashes, terms } = this;
    const { hash } = word;
    const mask = slots.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const id = (slots[slot] ?? 0) - 1;
      if (id < 0 || (hashes[id] === hash && word.is(terms[id] ?? ''))) return id;
    }
  }

  /** The number of a word, which is added if it is new. */
  add(word: HashedWord): number {
    const known = this.find(word);
    if (known >= 0) return known;
    const id = this.terms.push(word.term()) - 1;
    if (id >= this.slots.length * LOAD) this.grow();
    this.hashes[id] = word.hash;
    this.place(id, word.hash);
    return id;
  }

  term(id: number): string {
    return this.terms[id] ?? '';
  }

  hash(id: number): number {
    return this.hashes[id] ?? 0;
  }

  get size(): number {
    return this.terms.length;
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
export const spread = (hash: number): number => hash ^ (hash >>> 15);

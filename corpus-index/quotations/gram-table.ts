import type { SourceGrams } from './grams';

/** Bits of an entry that name a passage, which is enough for 16 million; the others hold a piece of the gram's hash, to tell grams of one bucket apart. */
const PASSAGE_BITS = 24;
const PASSAGE_MASK = 2 ** PASSAGE_BITS - 1;

/** Grams of a bucket, in the mean. */
const FILLING = 1.5;

/**
 * In which passages of its sources a gram begins: typed arrays, one bucket for each few grams, and in it the passages that have one
 * of them, in order. Passages are numbered through all sources.
 */
export class GramTable {
  /** Where the passages of each source begin in the numbering; one more for the end. */
  private readonly bases: Uint32Array;
  /** The source of each passage. */
  private readonly sources: Uint32Array;
  private readonly mask: number;
  /** Where each bucket begins in `entries`; one more for the end. */
  private readonly heads: Uint32Array;
  private readonly entries: Uint32Array;
  /** What `fetch` read: it must lead to something, or the compiler leaves it out. */
  private fetched = 0;

  constructor(sources: readonly SourceGrams[]) {
    this.bases = new Uint32Array(sources.length + 1);
    sources.forEach(({ heads }, at) => {
      this.bases[at + 1] = (this.bases[at] ?? 0) + heads.length - 1;
    });
    this.sources = new Uint32Array(this.bases.at(-1) ?? 0);
    sources.forEach((_, at) => this.sources.fill(at, this.bases[at], this.bases[at + 1]));
    const total = sources.reduce((sum, { hashes }) => sum + hashes.length, 0);
    const size = 2 ** Math.max(6, Math.ceil(Math.log2(total / FILLING + 1)));
    this.mask = size - 1;
    this.heads = new Uint32Array(size + 1);
    this.entries = new Uint32Array(total);
    this.fill(sources);
  }

  /**
   * Has the memory of the grams' buckets fetched. A large table lies far from the processor: looked up one after the other each
   * gram waits for its bucket, and then for its entries; asked for together, they are fetched side by side.
   */
  fetch(grams: Uint32Array): void {
    const { heads, entries, mask } = this;
    let sum = 0;
    for (let at = 0; at < grams.length; at++) sum ^= heads[(grams[at] ?? 0) & mask] ?? 0;
    for (let at = 0; at < grams.length; at++) sum ^= entries[heads[(grams[at] ?? 0) & mask] ?? 0] ?? 0;
    this.fetched = sum;
  }

  /** In how many places the gram is at most. */
  placesOf(gram: number): number {
    const bucket = gram & this.mask;
    return (this.heads[bucket + 1] ?? 0) - (this.heads[bucket] ?? 0);
  }

  /** The sources that have the gram, in order. */
  sourcesWith(gram: number): number[] {
    const found: number[] = [];
    const bucket = gram & this.mask;
    const tag = gram >>> PASSAGE_BITS;
    const to = this.heads[bucket + 1] ?? 0;
    for (let at = this.heads[bucket] ?? 0; at < to; at++) {
      const entry = this.entries[at] ?? 0;
      if (entry >>> PASSAGE_BITS !== tag) continue;
      const source = this.sources[entry & PASSAGE_MASK] ?? 0;
      if (source !== found.at(-1)) found.push(source);
    }
    return found;
  }

  /** How many of the grams each source has, by the order in which they were met; those of more than `most` places are passed over. */
  votes(grams: Uint32Array, most: number): Map<number, number> {
    const ballots = new Map<number, number>();
    for (let at = 0; at < grams.length; at++) {
      const gram = grams[at] ?? 0;
      if (this.placesOf(gram) > most) continue;
      for (const source of this.sourcesWith(gram)) ballots.set(source, (ballots.get(source) ?? 0) + 1);
    }
    return ballots;
  }

  /** Whether a passage of the source has the gram. */
  has(source: number, gram: number): boolean {
    const end = this.bases[source + 1] ?? 0;
    const bucket = gram & this.mask;
    const tag = gram >>> PASSAGE_BITS;
    const to = this.heads[bucket + 1] ?? 0;
    for (let at = this.entryAt(bucket, this.bases[source] ?? 0); at < to; at++) {
      const entry = this.entries[at] ?? 0;
      if ((entry & PASSAGE_MASK) >= end) return false;
      if (entry >>> PASSAGE_BITS === tag) return true;
    }
    return false;
  }

  hasAll(source: number, grams: Uint32Array): boolean {
    for (let at = 0; at < grams.length; at++) if (!this.has(source, grams[at] ?? 0)) return false;
    return true;
  }

  /** How many of the grams each passage of one source has, however many others have them. */
  votesIn(source: number, grams: Uint32Array): Map<number, number> {
    const votes = new Map<number, number>();
    const first = this.bases[source] ?? 0;
    const end = this.bases[source + 1] ?? 0;
    for (let index = 0; index < grams.length; index++) {
      const gram = grams[index] ?? 0;
      const bucket = gram & this.mask;
      const tag = gram >>> PASSAGE_BITS;
      const to = this.heads[bucket + 1] ?? 0;
      for (let at = this.entryAt(bucket, first); at < to; at++) {
        const entry = this.entries[at] ?? 0;
        const passage = entry & PASSAGE_MASK;
        if (passage >= end) break;
        if (entry >>> PASSAGE_BITS === tag) votes.set(passage - first, (votes.get(passage - first) ?? 0) + 1);
      }
    }
    return votes;
  }

  private fill(sources: readonly SourceGrams[]): void {
    const { heads, entries, mask } = this;
    for (const { hashes } of sources)
      for (const gram of hashes) heads[(gram & mask) + 1] = (heads[(gram & mask) + 1] ?? 0) + 1;
    for (let bucket = 1; bucket < heads.length; bucket++)
      heads[bucket] = (heads[bucket] ?? 0) + (heads[bucket - 1] ?? 0);
    const next = heads.slice();
    let passage = 0;
    for (const source of sources) {
      for (let at = 0; at + 1 < source.heads.length; at++, passage++) {
        for (let index = source.heads[at] ?? 0; index < (source.heads[at + 1] ?? 0); index++) {
          const gram = source.hashes[index] ?? 0;
          const place = next[gram & mask] ?? 0;
          entries[place] = ((gram >>> PASSAGE_BITS) << PASSAGE_BITS) | passage;
          next[gram & mask] = place + 1;
        }
      }
    }
  }

  /** The first entry of a bucket that is of the passage or behind it. */
  private entryAt(bucket: number, passage: number): number {
    let low = this.heads[bucket] ?? 0;
    let high = this.heads[bucket + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (((this.entries[middle] ?? 0) & PASSAGE_MASK) < passage) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

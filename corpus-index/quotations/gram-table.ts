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
  private readonly mask: number;
  /** Where each bucket begins in `entries`; one more for the end. */
  private readonly heads: Uint32Array;
  private readonly entries: Uint32Array;

  constructor(sources: readonly SourceGrams[]) {
    this.bases = new Uint32Array(sources.length + 1);
    sources.forEach(({ heads }, at) => {
      this.bases[at + 1] = (this.bases[at] ?? 0) + heads.length - 1;
    });
    const total = sources.reduce((sum, { hashes }) => sum + hashes.length, 0);
    const size = 2 ** Math.max(6, Math.ceil(Math.log2(total / FILLING + 1)));
    this.mask = size - 1;
    this.heads = new Uint32Array(size + 1);
    this.entries = new Uint32Array(total);
    this.fill(sources);
  }

  /** In how many places the gram is at most. */
  placesOf(gram: number): number {
    const bucket = gram & this.mask;
    return (this.heads[bucket + 1] ?? 0) - (this.heads[bucket] ?? 0);
  }

  /** Calls `visit` with the source of each passage that has the gram, in order. */
  visit(gram: number, visit: (source: number) => void): void {
    const bucket = gram & this.mask;
    const [from = 0, to = 0] = [this.heads[bucket], this.heads[bucket + 1]];
    const tag = gram >>> PASSAGE_BITS;
    for (let at = from; at < to; at++) {
      const entry = this.entries[at] ?? 0;
      if (entry >>> PASSAGE_BITS === tag) visit(this.sourceOf(entry & PASSAGE_MASK));
    }
  }

  /** Calls `visit` with each passage of one source that has the gram, however many others have it. */
  visitIn(source: number, gram: number, visit: (passage: number) => void): void {
    const [first = 0, end = 0] = [this.bases[source], this.bases[source + 1]];
    const bucket = gram & this.mask;
    const tag = gram >>> PASSAGE_BITS;
    const to = this.heads[bucket + 1] ?? 0;
    for (let at = this.entryAt(bucket, first); at < to; at++) {
      const entry = this.entries[at] ?? 0;
      const passage = entry & PASSAGE_MASK;
      if (passage >= end) return;
      if (entry >>> PASSAGE_BITS === tag) visit(passage - first);
    }
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
    let [low = 0, high = 0] = [this.heads[bucket], this.heads[bucket + 1]];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (((this.entries[middle] ?? 0) & PASSAGE_MASK) < passage) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private sourceOf(passage: number): number {
    let low = 0;
    let high = this.bases.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.bases[middle] ?? 0) <= passage) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

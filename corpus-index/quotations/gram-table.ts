import { inOneGo } from '../actors/steps';
import { gramTableInSteps, type GramTableData } from './gram-table-data';
import type { SourceGrams } from './grams';

/** So many entries are looked through one after the other, which takes no longer than to halve them. */
const FEW = 12;

/** Tells in which passages of its sources a gram begins. Passages are numbered through all sources. */
export class GramTable {
  /** The source of each passage. */
  private readonly sources: Uint32Array;
  private readonly shift: number;
  private readonly tagMask: number;
  /** A number behind that of any passage. */
  private readonly behind: number;
  /** What `fetch` read: it must lead to something, or the compiler leaves it out. */
  private fetched = 0;

  constructor(readonly data: GramTableData) {
    const { bases, passageBits, bucketBits } = data;
    this.sources = new Uint32Array(bases.at(-1) ?? 0);
    for (let at = 0; at + 1 < bases.length; at++) this.sources.fill(at, bases[at], bases[at + 1]);
    this.shift = 32 - bucketBits;
    this.tagMask = 2 ** this.shift - 1;
    this.behind = 2 ** passageBits;
  }

  static of(sources: readonly SourceGrams[]): GramTable {
    return new GramTable(inOneGo(gramTableInSteps(sources)));
  }

  /**
   * Has the memory of the grams' buckets fetched. A large table lies far from the processor: looked up one after the other each
   * gram waits for its bucket, and then for its entries; asked for together, they are fetched side by side.
   */
  fetch(grams: Uint32Array): void {
    const { shift } = this;
    const { heads, entries } = this.data;
    let sum = 0;
    for (let at = 0; at < grams.length; at++) sum ^= heads[(grams[at] ?? 0) >>> shift] ?? 0;
    for (let at = 0; at < grams.length; at++) sum ^= entries[heads[(grams[at] ?? 0) >>> shift] ?? 0] ?? 0;
    this.fetched = sum;
  }

  /** In how many places the gram is. */
  placesOf(gram: number): number {
    return this.entryAt(gram, this.keyOf(gram, this.behind)) - this.entryAt(gram, this.keyOf(gram, 0));
  }

  /** The sources that have the gram, in order. */
  sourcesWith(gram: number): number[] {
    const { entries } = this.data;
    const found: number[] = [];
    const [end, to] = [this.keyOf(gram, this.behind), this.bucketEnd(gram)];
    for (let at = this.entryAt(gram, this.keyOf(gram, 0)); at < to && (entries[at] ?? 0) < end; at++) {
      const source = this.sources[this.passageOf(at)] ?? 0;
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
    const at = this.entryAt(gram, this.keyOf(gram, this.firstOf(source)));
    const end = this.keyOf(gram, this.firstOf(source + 1));
    return at < this.bucketEnd(gram) && (this.data.entries[at] ?? end) < end;
  }

  hasAll(source: number, grams: Uint32Array): boolean {
    for (let at = 0; at < grams.length; at++) if (!this.has(source, grams[at] ?? 0)) return false;
    return true;
  }

  /** How many of the grams each passage of one source has, however many others have them. */
  votesIn(source: number, grams: Uint32Array): Map<number, number> {
    const { entries } = this.data;
    const votes = new Map<number, number>();
    const first = this.firstOf(source);
    const behind = this.firstOf(source + 1);
    for (let index = 0; index < grams.length; index++) {
      const gram = grams[index] ?? 0;
      const [end, to] = [this.keyOf(gram, behind), this.bucketEnd(gram)];
      for (let at = this.entryAt(gram, this.keyOf(gram, first)); at < to && (entries[at] ?? 0) < end; at++) {
        const passage = this.passageOf(at) - first;
        votes.set(passage, (votes.get(passage) ?? 0) + 1);
      }
    }
    return votes;
  }

  passagesIn(source: number): number {
    return this.firstOf(source + 1) - this.firstOf(source);
  }

  private firstOf(source: number): number {
    return this.data.bases[source] ?? 0;
  }

  private passageOf(entry: number): number {
    return (this.data.entries[entry] ?? 0) & (this.behind - 1);
  }

  /** What the entry of a gram in a passage is; with `behind`, a number that is greater than any entry of the gram. */
  private keyOf(gram: number, passage: number): number {
    return (gram & this.tagMask) * this.behind + passage;
  }

  private bucketEnd(gram: number): number {
    return this.data.heads[(gram >>> this.shift) + 1] ?? 0;
  }

  /** The first entry of the gram's bucket that is not less than the key, or the bucket's end. */
  private entryAt(gram: number, key: number): number {
    const { heads, entries } = this.data;
    const bucket = gram >>> this.shift;
    let low = heads[bucket] ?? 0;
    let high = heads[bucket + 1] ?? 0;
    while (high - low > FEW) {
      const middle = (low + high) >>> 1;
      if ((entries[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    while (low < high && (entries[low] ?? 0) < key) low++;
    return low;
  }
}

import { gramsOf } from './grams';
import type { Tokens } from './tokens';

/** A gram of more sources than this is a phrase of the language. */
const MOST_OWNERS = 64;

/** Sources put since the table was built are looked through one by one; above this share the table is built anew. */
const MOST_FRESH = 0.1;
const FEWEST_FRESH = 16;

/**
 * Tells which sources share word grams with a quotation, so that a corpus of any size has only a few to compare. In
 * typed arrays: one bucket for each few grams, and in it the sources that have one of them.
 */
export class GramIndex {
  private readonly gramsByPath = new Map<string, Uint32Array>();
  private readonly fresh = new Set<string>();
  private table: Table | undefined;

  put(path: string, grams: Uint32Array): void {
    this.gramsByPath.set(path, grams);
    this.fresh.add(path);
  }

  remove(path: string): void {
    this.gramsByPath.delete(path);
    this.fresh.delete(path);
  }

  /** Paths of the sources that share most grams with the quotation, best first, at most `limit`. */
  candidates(quotation: Tokens, limit: number): string[] {
    if (this.fresh.size > Math.max(FEWEST_FRESH, this.gramsByPath.size * MOST_FRESH)) this.build();
    const grams = gramsOf(quotation);
    const votes = new Map<string, number>();
    const vote = (path: string) => votes.set(path, (votes.get(path) ?? 0) + 1);
    for (const gram of grams)
      this.table?.owners(gram, (path) => this.gramsByPath.has(path) && !this.fresh.has(path) && vote(path));
    const wanted = new Set(grams);
    for (const path of this.fresh)
      for (const gram of this.gramsByPath.get(path) ?? []) if (wanted.has(gram)) vote(path);
    return [...votes]
      .sort(([, a], [, b]) => b - a)
      .slice(0, limit)
      .map(([path]) => path);
  }

  private build(): void {
    this.table = new Table([...this.gramsByPath]);
    this.fresh.clear();
  }
}

class Table {
  private readonly paths: readonly string[];
  private readonly mask: number;
  /** Where each bucket begins in `entries`; one more for the end. */
  private readonly heads: Uint32Array;
  /** Indexes of `paths`. */
  private readonly entries: Uint32Array;

  constructor(sources: readonly (readonly [string, Uint32Array])[]) {
    this.paths = sources.map(([path]) => path);
    const total = sources.reduce((sum, [, grams]) => sum + grams.length, 0);
    const size = 2 ** Math.ceil(Math.log2(Math.max(1024, total * 2)));
    this.mask = size - 1;
    this.heads = new Uint32Array(size + 1);
    this.entries = new Uint32Array(total);
    for (const [, grams] of sources) for (const gram of grams) this.count(gram & this.mask);
    for (let bucket = 0; bucket < size; bucket++)
      this.heads[bucket + 1] = (this.heads[bucket + 1] ?? 0) + (this.heads[bucket] ?? 0);
    const next = this.heads.slice();
    sources.forEach(([, grams], index) => {
      for (const gram of grams) {
        const at = next[gram & this.mask] ?? 0;
        this.entries[at] = index;
        next[gram & this.mask] = at + 1;
      }
    });
  }

  owners(gram: number, visit: (path: string) => void): void {
    const bucket = gram & this.mask;
    const [from = 0, to = 0] = [this.heads[bucket], this.heads[bucket + 1]];
    if (to - from > MOST_OWNERS) return;
    for (let at = from; at < to; at++) visit(this.paths[this.entries[at] ?? 0] ?? '');
  }

  private count(bucket: number): void {
    this.heads[bucket + 1] = (this.heads[bucket + 1] ?? 0) + 1;
  }
}

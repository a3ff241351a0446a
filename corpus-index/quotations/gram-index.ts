import { GramTable } from './gram-table';
import type { SourceGrams } from './grams';

/** A gram that more passages have is a phrase of the language, and says nothing of where a quotation is from. */
const MOST_PLACES = 64;

/** Above this share of sources that were put since, the table of all is built anew; until then each has its own. */
const MOST_FRESH = 0.1;
const FEWEST_FRESH = 16;

/** Passages of a source, by index, with the number of grams that they share with a quotation. */
export type PassageVotes = ReadonlyMap<number, number>;

/** How many of a quotation's grams a source has. */
export interface SourceVotes {
  readonly path: string;
  readonly votes: number;
}

interface Slot {
  readonly table: GramTable;
  readonly index: number;
}

/** Tells which passages share word grams with a quotation, so that of a corpus of any size only a few have to be compared. */
export class GramIndex {
  private readonly grams = new Map<string, SourceGrams>();
  private readonly slots = new Map<string, Slot>();
  /** Sources with no slot in the table of all. */
  private readonly fresh = new Set<string>();
  private all: { readonly table: GramTable; readonly paths: readonly string[] } | undefined;

  put(path: string, grams: SourceGrams): void {
    this.grams.set(path, grams);
    this.slots.delete(path);
    this.fresh.add(path);
  }

  remove(path: string): void {
    this.grams.delete(path);
    this.slots.delete(path);
    this.fresh.delete(path);
  }

  /** How many of a quotation's grams each source has, most first; phrases of the language count only where it has nothing else. */
  votes(grams: Uint32Array): SourceVotes[] {
    this.refresh();
    const sources = this.votesInTable(grams);
    for (const path of this.fresh) {
      const votes = grams.reduce((sum, gram) => sum + Number(this.hasGram(path, gram)), 0);
      if (votes > 0) sources.push({ path, votes });
    }
    return sources.sort((a, b) => b.votes - a.votes);
  }

  /** The paths of the sources that have all of the grams. */
  sourcesWithAll(grams: Uint32Array): string[] {
    this.refresh();
    const hasAll = (path: string) => grams.every((gram) => this.hasGram(path, gram));
    return [...new Set([...this.inTable(this.rarest(grams)), ...this.fresh])].filter(hasAll);
  }

  /** What the passages of one source share with a quotation: each gram of it counts wherever it stands in the quotation. */
  votesIn(path: string, grams: Uint32Array): PassageVotes {
    this.refresh();
    const slot = this.slotOf(path);
    const votes = new Map<number, number>();
    const count = (passage: number) => votes.set(passage, (votes.get(passage) ?? 0) + 1);
    for (const gram of grams) slot?.table.visitIn(slot.index, gram, count);
    return votes;
  }

  private votesInTable(grams: Uint32Array): SourceVotes[] {
    const { table, paths } = this.all ?? {};
    if (!table || !paths) return [];
    const ballots = new Map<number, number>();
    const telling = grams.filter((gram) => table.placesOf(gram) <= MOST_PLACES);
    for (const gram of telling.length > 0 ? telling : [this.rarest(grams)]) {
      let last = -1;
      table.visit(gram, (source) => {
        if (source !== last) ballots.set(source, (ballots.get(source) ?? 0) + 1);
        last = source;
      });
    }
    return [...ballots].flatMap(([source, votes]) => {
      const path = paths[source] ?? '';
      return this.slots.get(path)?.table === table ? [{ path, votes }] : [];
    });
  }

  /** The paths of the sources in the table of all that have a gram, some of them perhaps more than once. */
  private inTable(gram: number): string[] {
    const { table, paths } = this.all ?? {};
    const found: string[] = [];
    table?.visit(gram, (source) => {
      const path = paths?.[source] ?? '';
      if (this.slots.get(path)?.table === table) found.push(path);
    });
    return found;
  }

  private rarest(grams: Uint32Array): number {
    const places = (gram: number) => this.all?.table.placesOf(gram) ?? 0;
    return grams.reduce((best, gram) => (places(gram) < places(best) ? gram : best), grams[0] ?? 0);
  }

  private hasGram(path: string, gram: number): boolean {
    const slot = this.slotOf(path);
    let found = false;
    slot?.table.visitIn(slot.index, gram, () => (found = true));
    return found;
  }

  private slotOf(path: string): Slot | undefined {
    const known = this.slots.get(path);
    if (known) return known;
    const grams = this.grams.get(path);
    if (!grams) return undefined;
    const slot = { table: new GramTable([grams]), index: 0 };
    this.slots.set(path, slot);
    return slot;
  }

  private refresh(): void {
    if (this.fresh.size <= Math.max(FEWEST_FRESH, this.grams.size * MOST_FRESH)) return;
    const paths = [...this.grams.keys()];
    const table = new GramTable([...this.grams.values()]);
    this.all = { table, paths };
    paths.forEach((path, index) => this.slots.set(path, { table, index }));
    this.fresh.clear();
  }
}

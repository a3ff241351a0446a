import { GramTable } from './gram-table';
import type { SourceGrams } from './grams';
import type { PassageRange } from './source-tokens';
import { rangesWithWords } from './word-signatures';

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

/** A table of nearly all sources. */
interface TableOfAll {
  readonly table: GramTable;
  /** By the number of a source in the table. */
  readonly paths: readonly string[];
  /** 0 for those that were put anew or removed since. */
  readonly isLive: Uint8Array;
}

/** Tells which passages share word grams with a quotation, so that of a corpus of any size only a few have to be compared. */
export class GramIndex {
  private readonly grams = new Map<string, SourceGrams>();
  private readonly slots = new Map<string, Slot>();
  /** Sources with no slot in the table of all. */
  private readonly fresh = new Set<string>();
  private all: TableOfAll | undefined;

  put(path: string, grams: SourceGrams): void {
    this.leaveTable(path);
    this.grams.set(path, grams);
    this.fresh.add(path);
  }

  remove(path: string): void {
    this.leaveTable(path);
    this.grams.delete(path);
    this.fresh.delete(path);
  }

  /**
   * How many of a quotation's grams sources have, of the `limit` that have most; phrases of the language count only where it has
   * nothing else.
   */
  votes(grams: Uint32Array, limit: number): SourceVotes[] {
    this.refresh();
    const most = new MostVoted(limit);
    for (const [source, votes] of this.ballots(grams))
      if (this.all?.isLive[source] === 1) most.add(this.all.paths[source] ?? '', votes);
    for (const path of this.fresh) {
      const slot = this.slotOf(path);
      const votes = slot ? grams.filter((gram) => slot.table.has(slot.index, gram)).length : 0;
      if (votes > 0) most.add(path, votes);
    }
    return most.chosen;
  }

  /** The paths of the sources that have all of the grams. */
  sourcesWithAll(grams: Uint32Array): string[] {
    this.refresh();
    const { all } = this;
    const found = all
      ? all.table
          .sourcesWith(this.rarest(grams))
          .filter((source) => all.isLive[source] === 1 && all.table.hasAll(source, grams))
          .map((source) => all.paths[source] ?? '')
      : [];
    for (const path of this.fresh) {
      const slot = this.slotOf(path);
      if (slot?.table.hasAll(slot.index, grams)) found.push(path);
    }
    return found;
  }

  /** What the passages of one source share with a quotation: each gram of it counts wherever it stands in the quotation. */
  votesIn(path: string, grams: Uint32Array): PassageVotes {
    this.refresh();
    const slot = this.slotOf(path);
    slot?.table.fetch(grams);
    return slot ? slot.table.votesIn(slot.index, grams) : new Map<number, number>();
  }

  /** The same where the source has all of the grams; undefined where it has not. */
  votesWithAll(path: string, grams: Uint32Array): PassageVotes | undefined {
    this.refresh();
    const slot = this.slotOf(path);
    slot?.table.fetch(grams);
    return slot?.table.hasAll(slot.index, grams) ? slot.table.votesIn(slot.index, grams) : undefined;
  }

  /** Where in a large source the words can stand together; undefined for a source that has to be searched for that. */
  rangesWithWords(path: string, words: Uint32Array): PassageRange[] | undefined {
    const { signatures, heads } = this.grams.get(path) ?? {};
    return signatures && heads ? rangesWithWords(signatures, heads.length - 1, words) : undefined;
  }

  private ballots(grams: Uint32Array): ReadonlyMap<number, number> {
    const table = this.all?.table;
    if (!table) return new Map();
    const told = table.votes(grams, MOST_PLACES);
    return told.size > 0 || grams.some((gram) => table.placesOf(gram) <= MOST_PLACES)
      ? told
      : table.votes(Uint32Array.of(this.rarest(grams)), Infinity);
  }

  private rarest(grams: Uint32Array): number {
    let [rarest, fewest] = [grams[0] ?? 0, Infinity];
    for (let at = 0; at < grams.length; at++) {
      const gram = grams[at] ?? 0;
      const places = this.all?.table.placesOf(gram) ?? 0;
      if (places < fewest) [rarest, fewest] = [gram, places];
      if (places === 0) break;
    }
    return rarest;
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

  private leaveTable(path: string): void {
    const slot = this.slots.get(path);
    if (slot && slot.table === this.all?.table) this.all.isLive[slot.index] = 0;
    this.slots.delete(path);
  }

  private refresh(): void {
    if (this.fresh.size <= Math.max(FEWEST_FRESH, this.grams.size * MOST_FRESH)) return;
    const paths = [...this.grams.keys()];
    const table = new GramTable([...this.grams.values()]);
    this.all = { table, paths, isLive: new Uint8Array(paths.length).fill(1) };
    paths.forEach((path, index) => this.slots.set(path, { table, index }));
    this.fresh.clear();
  }
}

/** The sources with most votes, most first; of equal ones those that were added first. */
class MostVoted {
  readonly chosen: SourceVotes[] = [];

  constructor(private readonly limit: number) {}

  add(path: string, votes: number): void {
    const { chosen, limit } = this;
    if (chosen.length >= limit && votes <= (chosen.at(-1)?.votes ?? 0)) return;
    const behind = chosen.findIndex((other) => other.votes < votes);
    chosen.splice(behind < 0 ? chosen.length : behind, 0, { path, votes });
    if (chosen.length > limit) chosen.pop();
  }
}

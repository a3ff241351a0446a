import { inOneGo } from '../actors/steps';
import { GramTable } from './gram-table';
import { gramTableInSteps, type GramPart, type GramTableData } from './gram-table-data';
import type { SourceGrams } from './grams';
import type { PassageRange } from './source-tokens';
import { rangesWithWords, type WordSignatures } from './word-signatures';

/** A gram that more passages have is a phrase of the language, and says nothing of where a quotation is from. */
const MOST_PLACES = 64;

/** Above this share of sources that were put since, the table of all is built anew; until then each has its own. */
const MOST_FRESH = 0.1;
const FEWEST_FRESH = 16;

/** While many are put one after the other, the table of all grows to twice its size each time; to ask many small ones takes little. */
const MOST_FRESH_IN_A_RUN = 0.5;
const FEWEST_FRESH_IN_A_RUN = 1000;

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

/** A source's grams as another thread has made them ready, a table of it alone. */
export interface ReadyGrams {
  readonly table: GramTableData;
  /** Of a large source. */
  readonly signatures?: WordSignatures;
}

/** Grams with no place in the table of all. */
interface Fresh {
  readonly part: GramPart;
  /** Made when it is asked for. */
  table: GramTable | undefined;
}

/** Of a table of one source. */
const LIVE = Uint8Array.of(1);

/** Tables that are to become one of all sources (`gramTableInSteps`), and what has to be known when it is there. */
export interface GramJoin {
  readonly parts: readonly GramPart[];
  readonly all: TableOfAll | undefined;
  /** By path, in the order of the parts behind the table of all. */
  readonly fresh: ReadonlyMap<string, Fresh>;
}

/** Tells which passages share word grams with a quotation, so that of a corpus of any size only a few have to be compared. */
export class GramIndex {
  /** Of sources with a place in the table of all. */
  private readonly slots = new Map<string, Slot>();
  /** Sources with no place in it have a table each. */
  private readonly fresh = new Map<string, Fresh>();
  private readonly signatures = new Map<string, WordSignatures>();
  private all: TableOfAll | undefined;

  /** `isJoined`: by whoever asks for it with `toJoin`, on another thread; else here, when something is asked. */
  constructor(private readonly isJoined = false) {}

  put(path: string, grams: SourceGrams | ReadyGrams): void {
    this.remove(path);
    const part = 'table' in grams ? { table: grams.table, live: LIVE } : grams;
    this.fresh.set(path, { part, table: undefined });
    if (grams.signatures) this.signatures.set(path, grams.signatures);
  }

  remove(path: string): void {
    const slot = this.slots.get(path);
    if (slot && this.all) this.all.isLive[slot.index] = 0;
    this.slots.delete(path);
    this.fresh.delete(path);
    this.signatures.delete(path);
  }

  /** What to make one table of, where that is worth its while; `isInRun`: many sources are being put one after the other. */
  toJoin(isInRun = false): GramJoin | undefined {
    const { all, fresh } = this;
    const [share, fewest] = isInRun
      ? [MOST_FRESH_IN_A_RUN, FEWEST_FRESH_IN_A_RUN]
      : [MOST_FRESH, FEWEST_FRESH];
    if (fresh.size <= Math.max(fewest, (fresh.size + this.slots.size) * share)) return undefined;
    const single = [...fresh.values()].map(({ part }) => part);
    // What changes from now on counts when the table is there.
    const parts = all ? [{ table: all.table.data, live: all.isLive.slice() }, ...single] : single;
    return { parts, all, fresh: new Map(fresh) };
  }

  /** The table that was made: what was put anew or removed meanwhile does not count in it. */
  join({ parts, all, fresh }: GramJoin, data: GramTableData): void {
    if (all !== this.all) return;
    const first = parts[0];
    const live = all && first && 'live' in first ? first.live : undefined;
    const known = (all?.paths ?? []).filter((_, at) => live?.[at] === 1);
    const paths = [...known, ...fresh.keys()];
    const table = new GramTable(data);
    const isLive = Uint8Array.from(paths, (path, at) => {
      const isSame = at < known.length ? this.slots.has(path) : this.fresh.get(path) === fresh.get(path);
      if (isSame) this.slots.set(path, { table, index: at });
      if (isSame) this.fresh.delete(path);
      return isSame ? 1 : 0;
    });
    this.all = { table, paths, isLive };
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
    for (const [path, one] of this.fresh) {
      const table = tableOf(one);
      const votes = grams.filter((gram) => table.has(0, gram)).length;
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
    for (const [path, one] of this.fresh) if (tableOf(one).hasAll(0, grams)) found.push(path);
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
    const signatures = this.signatures.get(path);
    const slot = this.slotOf(path);
    return signatures && slot
      ? rangesWithWords(signatures, slot.table.passagesIn(slot.index), words)
      : undefined;
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
    const one = this.fresh.get(path);
    return one ? { table: tableOf(one), index: 0 } : this.slots.get(path);
  }

  private refresh(): void {
    const join = this.isJoined ? undefined : this.toJoin();
    if (join) this.join(join, inOneGo(gramTableInSteps(join.parts)));
  }
}

function tableOf(fresh: Fresh): GramTable {
  const { part } = fresh;
  fresh.table ??= 'table' in part ? new GramTable(part.table) : GramTable.of([part]);
  return fresh.table;
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

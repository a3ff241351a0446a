import type { KnownWord } from './known-words';
import type { PlacedEntry, WeakNames } from './spelling/spellings';
import type { SpellingEntry } from './spelling/spelling-trie';

/** Names whose parts have the same labels. */
export interface NamesOnPath {
  readonly path: readonly number[];
  readonly names: readonly SpellingEntry[];
}

interface GrowingPath extends NamesOnPath {
  readonly names: SpellingEntry[];
}

/** By the path. */
export type GrowingPaths = Map<string, GrowingPath>;

/** So many actors' names are looked through one by one; those of more are put together. */
const FEW = 8;

/**
 * Spellings that count in one text since it has named their actors, by the label of their first part. Most of them stand
 * nowhere in it: until a word may begin one, they are only kept.
 */
export class HereNames {
  private named: WeakNames[] = [];
  /** The bits of all labels that a name begins with. */
  private bits = 0;
  private together: Map<number, GrowingPaths> | undefined;

  add(names: WeakNames): void {
    if (names.entries.length === 0) return;
    this.bits |= names.bits;
    this.named.push(names);
  }

  /** A word without one of these bits begins no name; one that has one may still begin none. */
  get beginBits(): number {
    return this.bits;
  }

  /** Whether a name may begin with a word. */
  beginsWith({ first, noun }: KnownWord): boolean {
    return (this.bits & bitsOf(first, noun)) !== 0 && (this.has(first) || (noun !== 0 && this.has(noun)));
  }

  /** The names that may begin with a word. */
  at({ first, noun }: KnownWord): readonly NamesOnPath[] {
    if ((this.bits & bitsOf(first, noun)) === 0) return NONE;
    const names = this.with(first);
    const others = noun === 0 ? NONE : this.with(noun);
    return others.length === 0 ? names : [...names, ...others];
  }

  private has(label: number): boolean {
    if (this.together || this.named.length > FEW) return this.all().has(label);
    return this.named.some(({ byFirst }) => byFirst.has(label));
  }

  private with(label: number): readonly NamesOnPath[] {
    if (!this.together && this.named.length <= FEW) {
      const having = this.named.filter(({ byFirst }) => byFirst.has(label));
      if (having.length <= 1) return having[0]?.byFirst.get(label) ?? NONE;
    }
    return [...(this.all().get(label)?.values() ?? NONE)];
  }

  /** The names of all actors, those of several with equal paths together. */
  private all(): ReadonlyMap<number, GrowingPaths> {
    const together = (this.together ??= new Map<number, GrowingPaths>());
    for (const { entries } of this.named) addNames(entries, together);
    this.named = [];
    return together;
  }
}

/** One of 32 bits for each of a word's labels, which are hashes. */
export const bitsOf = (first: number, noun: number): number =>
  (1 << (first & 31)) | (noun === 0 ? 0 : 1 << (noun & 31));

/** Adds names to those with the same path. */
export function addNames(names: readonly PlacedEntry[], byFirst: Map<number, GrowingPaths>): void {
  for (const { path, key, entry } of names) {
    const first = path[0] ?? 0;
    let paths = byFirst.get(first);
    if (!paths) byFirst.set(first, (paths = new Map<string, GrowingPath>()));
    const known = paths.get(key);
    if (known) known.names.push(entry);
    else paths.set(key, { path, names: [entry] });
  }
}

const NONE: readonly NamesOnPath[] = [];

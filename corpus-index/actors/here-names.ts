import type { KnownWord } from './known-words';
import type { PlacedEntry } from './spelling/spellings';
import type { SpellingEntry } from './spelling/spelling-trie';

/** Names whose parts have the same labels. */
export interface NamesOnPath {
  readonly path: readonly number[];
  readonly names: readonly SpellingEntry[];
}

interface GrowingPath extends NamesOnPath {
  readonly names: SpellingEntry[];
}

/** Spellings that count in one text since it has named their actors, by the label of their first part. */
export class HereNames {
  private byFirst: Map<number, Map<string, GrowingPath>> | undefined;

  add(names: readonly PlacedEntry[]): void {
    if (names.length === 0) return;
    this.byFirst ??= new Map<number, Map<string, GrowingPath>>();
    for (const { path, key, entry } of names) {
      const first = path[0] ?? 0;
      let paths = this.byFirst.get(first);
      if (!paths) this.byFirst.set(first, (paths = new Map<string, GrowingPath>()));
      const known = paths.get(key);
      if (known) known.names.push(entry);
      else paths.set(key, { path, names: [entry] });
    }
  }

  get isEmpty(): boolean {
    return this.byFirst === undefined;
  }

  /** Whether a name may begin with a word. */
  beginsWith({ first, noun }: KnownWord): boolean {
    return this.byFirst !== undefined && (this.byFirst.has(first) || (noun !== 0 && this.byFirst.has(noun)));
  }

  /** The names that may begin with a word. */
  at({ first, noun }: KnownWord): readonly NamesOnPath[] {
    if (!this.byFirst) return NONE;
    const names = this.byFirst.get(first);
    const others = noun === 0 ? undefined : this.byFirst.get(noun);
    return names || others ? [...(names?.values() ?? NONE), ...(others?.values() ?? NONE)] : NONE;
  }
}

const NONE: readonly NamesOnPath[] = [];

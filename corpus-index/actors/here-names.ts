import type { KnownWord } from './known-words';
import type { PlacedEntry } from './spelling/spellings';

/** Spellings that count in one text since it has named their actors, by the label of their first part. */
export class HereNames {
  private byFirst: Map<number, PlacedEntry[]> | undefined;

  add(names: readonly PlacedEntry[]): void {
    if (names.length === 0) return;
    const byFirst = (this.byFirst ??= new Map<number, PlacedEntry[]>());
    for (const name of names) {
      const first = name.path[0] ?? 0;
      const others = byFirst.get(first);
      if (others) others.push(name);
      else byFirst.set(first, [name]);
    }
  }

  /** The names that may begin with a word. */
  at({ first, noun }: KnownWord): readonly PlacedEntry[] {
    if (!this.byFirst) return NONE;
    const names = this.byFirst.get(first) ?? NONE;
    const others = noun === 0 ? undefined : this.byFirst.get(noun);
    return others ? [...names, ...others] : names;
  }
}

const NONE: readonly PlacedEntry[] = [];

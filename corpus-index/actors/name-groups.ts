import type { NameEntry } from './matcher';
import { Candidates } from './readings';

/** Recorded names with the same words that are alike in all that decides whether they may stand at a place. */
export interface NameGroup {
  /** One of them. */
  readonly entry: NameEntry;
  readonly candidates: Candidates;
}

/** The names that end at each node of the matcher's trie, put into groups when a text first has them. */
export class NameGroups {
  private readonly groups: (readonly NameGroup[] | undefined)[] = [];

  /** By node: the spellings that end there. */
  constructor(private readonly entries: readonly (readonly NameEntry[] | undefined)[]) {}

  has(node: number): boolean {
    return this.entries[node] !== undefined;
  }

  at(node: number): readonly NameGroup[] | undefined {
    const entries = this.entries[node];
    return entries && (this.groups[node] ??= groupsOf(entries));
  }
}

function groupsOf(entries: readonly NameEntry[]): NameGroup[] {
  const byKind = new Map<string, NameEntry[]>();
  for (const entry of entries) {
    const kind = entries.length === 1 ? '' : kindOf(entry);
    const others = byKind.get(kind);
    if (others) others.push(entry);
    else byKind.set(kind, [entry]);
  }
  return [...byKind.values()].flatMap((alike) => (alike[0] ? [groupOf(alike[0], alike)] : []));
}

function groupOf(entry: NameEntry, alike: readonly NameEntry[]): NameGroup {
  const weak = entry.origin === 'weakAlias';
  const all = alike.map((one) => ({ entry: one, origin: one.origin, weak, isSurname: false }));
  return { entry, candidates: new Candidates(all, weak) };
}

/** Equal for names that are alike: capitals and the end follow from the alias. */
const kindOf = ({ alias, origin, nature, country }: NameEntry): string =>
  [alias, origin, nature, ...country].join('\n');

/**
 * What a name is judged by beside its place: names of one kind may stand in the same places, whoever bears them. A
 * person's is judged by fewer things than an organisation's.
 */
export function standingOf(entry: NameEntry): string {
  const { nature, rule, alias } = entry;
  if (nature === 'other') return nature;
  if (nature === 'part-of-person') return `${nature} ${rule.capitals} ${rule.shapes[0] ?? ''}`;
  return nature === 'person' ? `${nature} ${alias}` : kindOf(entry);
}

import { compareNames } from '../spelling/compare-names';
import { partsOf, unitsOf, type NamePart } from '../spelling/name-parts';
import { traditionsOf } from '../spelling/name-tradition';
import { spellingKey } from '../spelling/spelling-key';
import { isAbbreviation } from '../name-words';
import type { CollectedName } from './collect-names';
import { addTally } from './name-tally';
import { isHead } from './word-classes';

/** Two keys of names that a text says are one. */
export type StatedPair = readonly [full: string, other: string];

/** Names that are one: under the one that they are recorded by, with it among them. */
export interface JoinedName {
  readonly main: CollectedName;
  readonly all: readonly CollectedName[];
}

/**
 * Puts together what is one name: what a text states to be one, one name in several spellings, and a bare surname with
 * the only full name that ends with it in a source that has both.
 */
export function joinNames(
  names: ReadonlyMap<string, CollectedName>,
  stated: readonly StatedPair[],
): JoinedName[] {
  const groups = new Groups(names);
  for (const [full, other] of stated) groups.join(full, other);
  const parts = new Map([...names.values()].map((name) => [name, partsOf(name.text, name.found)]));
  for (const same of bySound(parts)) joinSpellings(same, parts, groups);
  joinSurnames(parts, groups);
  return groups.all();
}

/** A union of keys. */
class Groups {
  private readonly parent = new Map<string, string>();

  constructor(private readonly names: ReadonlyMap<string, CollectedName>) {}

  root(key: string): string {
    let root = key;
    for (let up = this.parent.get(root); up !== undefined; up = this.parent.get(root)) root = up;
    return root;
  }

  join(one: string, other: string): void {
    if (!this.names.has(one) || !this.names.has(other)) return;
    const [to, from] = [this.root(one), this.root(other)];
    if (to !== from) this.parent.set(from, to);
  }

  all(): JoinedName[] {
    const byRoot = new Map<string, CollectedName[]>();
    for (const [key, name] of this.names) {
      const root = this.root(key);
      const same = byRoot.get(root);
      if (same) same.push(name);
      else byRoot.set(root, [name]);
    }
    return [...byRoot.values()].map(joined);
  }
}

/** The fullest form leads: of people more names, of bodies what is no abbreviation; then the most frequent. */
function joined(all: readonly CollectedName[]): JoinedName {
  const length = ({ text, found }: CollectedName) => (isAbbreviation(text) ? 0 : Math.min(found.length, 3));
  const [main, ...others] = [...all].sort(
    (a, b) => length(b) - length(a) || b.tally.count - a.tally.count || (a.key < b.key ? -1 : 1),
  );
  if (!main) throw new Error('a group without a name');
  for (const other of others) {
    addTally(main.tally, other.tally);
    for (const [title, count] of other.titles) main.titles.set(title, (main.titles.get(title) ?? 0) + count);
  }
  return { main, all };
}

type Parts = ReadonlyMap<CollectedName, readonly NamePart[]>;

/** Names whose parts sound alike: only these are compared. */
function bySound(parts: Parts): CollectedName[][] {
  const buckets = new Map<string, CollectedName[]>();
  for (const [name, all] of parts) {
    const sound = all
      .filter(({ kind }) => kind !== 'initial')
      .map(({ kind, letters }) => (kind === 'word' ? spellingKey(letters) : kind))
      .join(' ');
    const same = buckets.get(sound);
    if (same) same.push(name);
    else buckets.set(sound, [name]);
  }
  return [...buckets.values()].filter((same) => same.length > 1);
}

/** More names than these that sound alike are no one name. */
const MOST_ALIKE = 30;

function joinSpellings(same: readonly CollectedName[], parts: Parts, groups: Groups): void {
  const ordered = [...same].sort((a, b) => b.tally.count - a.tally.count).slice(0, MOST_ALIKE);
  ordered.forEach((name, at) => {
    for (const other of ordered.slice(0, at))
      if (areOne(parts.get(other), parts.get(name))) groups.join(other.key, name.key);
  });
}

function areOne(one: readonly NamePart[] | undefined, other: readonly NamePart[] | undefined): boolean {
  if (!one || !other) return false;
  return (
    compareNames(one, other, traditionsOf(one, [])) !== undefined ||
    compareNames(other, one, traditionsOf(other, [])) !== undefined
  );
}

const unitKey = (unit: readonly NamePart[] | undefined): string =>
  unit?.map(({ letters }) => letters).join(' ') ?? '';

function joinSurnames(parts: Parts, groups: Groups): void {
  const bySurname = new Map<string, CollectedName[]>();
  const bare = new Map<string, CollectedName[]>();
  for (const [name, all] of parts) {
    if (isAbbreviation(name.text) || name.found.some(({ term }) => isHead(term))) continue;
    const units = unitsOf(all);
    const index = units.length === 1 ? bare : units.length < 5 ? bySurname : undefined;
    const key = unitKey(units.at(-1));
    if (index) index.set(key, [...(index.get(key) ?? []), name]);
  }
  for (const [surname, names] of bare) {
    for (const name of names) {
      const full = (bySurname.get(surname) ?? []).filter((one) => shareSource(one, name));
      const [first] = full;
      if (first && new Set(full.map(({ key }) => groups.root(key))).size === 1)
        groups.join(first.key, name.key);
    }
  }
}

const shareSource = (one: CollectedName, other: CollectedName): boolean =>
  [...other.tally.bySource.keys()].some((source) => one.tally.bySource.has(source));

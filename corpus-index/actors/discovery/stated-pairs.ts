import type { StatedPair } from './join-names';
import type { NameForm } from './name-forms';
import type { SourceNames } from './source-names';

/** What the sources state of names: which are one, and which are an actor's. */
export interface StatedFact {
  readonly pairs: readonly StatedPair[];
  /** Keys of names behind which an abbreviation stands. */
  readonly abbreviated: ReadonlySet<string>;
  /** By key of a name: the actor that the text says it is. */
  readonly owners: ReadonlyMap<string, { readonly actor: string; readonly reason: string }>;
}

/** `read` gives the names in a stretch of text, the last one nearest to what follows it. */
export function statedFacts(
  sources: readonly SourceNames[],
  read: (text: string) => readonly NameForm[],
): StatedFact {
  const pairs: StatedPair[] = [];
  const abbreviated = new Set<string>();
  const owners = new Map<string, { actor: string; reason: string }>();
  const key = (form: NameForm | undefined) => form?.found.map(({ term }) => term).join(' ');
  for (const { full, other, fullOwner, otherOwner, kind, words } of sources.flatMap(({ stated }) => stated)) {
    const fullKey = key(read(full).at(-1));
    const otherKey = key(read(other)[0]);
    if (fullKey === undefined || otherKey === undefined) continue;
    const reason = `“${words}” in a source`;
    if (fullOwner !== undefined && otherOwner === undefined)
      owners.set(otherKey, { actor: fullOwner, reason });
    else if (otherOwner !== undefined && fullOwner === undefined)
      owners.set(fullKey, { actor: otherOwner, reason });
    else if (fullOwner === undefined) {
      pairs.push([fullKey, otherKey]);
      if (kind === 'abbreviation') abbreviated.add(fullKey);
    }
  }
  return { pairs, abbreviated, owners };
}

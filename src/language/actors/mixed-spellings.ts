import type { Actor, Mention, Span } from '#corpus-index';
import type { Draft } from '../draft';
import type { DraftNames } from '../judge-draft';
import { familyOf, houseSpelling, inCapitalsOf, spelled } from './house-spelling';
import { ownWords } from './own-words';

/** A name in a draft's own words that the same draft spells in another way, too. */
export interface MixedSpelling {
  readonly span: Span;
  readonly written: string;
  /** How the house spells it, in the capitals of the place. */
  readonly house: string;
  /** All spellings of it in the draft, the most used one first. */
  readonly spellings: readonly string[];
}

/** A name in the draft, and the groups of spellings in which it is counted. */
interface NameUse {
  readonly span: Span;
  readonly written: string;
  readonly house: string;
  readonly counted: readonly { readonly group: string; readonly spelling: string }[];
}

/**
 * The names whose spelling a draft mixes and that are not in the house spelling: in order. A surname behind the full
 * name, an abbreviation and a nom de guerre are names of their own, mixed with nothing; the surname and the one in the full name
 * are compared. What a name of several actors is, is not known: it is left alone.
 */
export function findMixedSpellings(draft: Draft, names: DraftNames): readonly MixedSpelling[] {
  const known = found.get(names) ?? mixedIn(draft, names);
  found.set(names, known);
  return known;
}

/** A draft has many fixes, each of which asks. */
const found = new WeakMap<DraftNames, readonly MixedSpelling[]>();

function mixedIn(draft: Draft, names: DraftNames): MixedSpelling[] {
  const isOwn = ownWords(draft);
  const uses = names.mentions.filter(isOwn).flatMap((mention) => useOf(draft, mention, names) ?? []);
  const groups = groupsOf(uses);
  return uses.flatMap(({ span, written, house, counted }) => {
    if (spelled(written) === spelled(house)) return [];
    const mixed = counted.map(({ group }) => groups.get(group)).find((group) => group && group.size > 1);
    return mixed ? [{ span, written, house, spellings: mostUsed(mixed) }] : [];
  });
}

function useOf(draft: Draft, mention: Mention, names: DraftNames): NameUse | undefined {
  const { actors, start, end } = mention;
  const actor = actors.length === 1 ? names.actor(actors[0] ?? '') : undefined;
  const written = draft.text.slice(start, end).replace(/\s+/g, ' ');
  const house = actor && houseSpelling(actor, written);
  if (!house) return undefined;
  const counted = [{ group: `${actor.id}\n${house.text}`, spelling: written }];
  if (house.of === 'name') counted.push(...familyCount(actor, written));
  return { span: { start, end }, written, house: inCapitalsOf(house.text, written), counted };
}

/** The family name in a full name is counted with those that stand alone. */
function familyCount(actor: Actor, written: string) {
  const [house, spelling] = [familyOf(actor, actor.name), familyOf(actor, written)];
  return house === undefined || spelling === undefined ? [] : [{ group: `${actor.id}\n${house}`, spelling }];
}

interface Counted {
  readonly spelling: string;
  readonly count: number;
}

/** By group and by spelling: how it is first written, and how often. */
function groupsOf(uses: readonly NameUse[]): Map<string, Map<string, Counted>> {
  const groups = new Map<string, Map<string, Counted>>();
  for (const { group, spelling } of uses.flatMap(({ counted }) => counted)) {
    const known = groups.get(group) ?? new Map<string, Counted>();
    groups.set(group, known);
    const key = spelled(spelling);
    const { count, spelling: first } = known.get(key) ?? { count: 0, spelling };
    known.set(key, { spelling: first, count: count + 1 });
  }
  return groups;
}

const mostUsed = (group: ReadonlyMap<string, Counted>): string[] =>
  [...group.values()].sort((a, b) => b.count - a.count).map(({ spelling }) => spelling);

import type { Actor } from '../../records/actor';
import { words } from '../../text/words';
import { isAbbreviation, nameKey } from '../name-words';
import { namesOf } from '../names-of';
import { compareNames } from '../spelling/compare-names';
import { partsOf, unitsOf, type NamePart } from '../spelling/name-parts';
import { traditionsOf } from '../spelling/name-tradition';
import { spellingKey } from '../spelling/spelling-key';
import type { NearActor } from './discovered-name';

interface RegisteredName {
  readonly actor: Actor;
  readonly text: string;
  readonly parts: readonly NamePart[];
}

/** A registry's names, found by how their parts sound. */
export interface NearIndex {
  readonly keys: ReadonlySet<string>;
  /** By the sound of all parts, and of the last one alone. */
  readonly bySound: ReadonlyMap<string, readonly RegisteredName[]>;
  readonly byInitials: ReadonlyMap<string, readonly RegisteredName[]>;
}

export function nearIndex(actors: readonly Actor[]): NearIndex {
  const bySound = new Map<string, RegisteredName[]>();
  const byInitials = new Map<string, RegisteredName[]>();
  const keys = new Set<string>();
  const put = (map: Map<string, RegisteredName[]>, key: string, name: RegisteredName) => {
    const same = map.get(key);
    if (same) same.push(name);
    else map.set(key, [name]);
  };
  for (const actor of actors) {
    for (const { alias: text } of namesOf(actor)) {
      const parts = partsOf(text, words(text));
      const name = { actor, text, parts };
      keys.add(nameKey(text));
      put(bySound, soundOf(parts), name);
      if (actor.schema === 'Person') {
        const units = unitsOf(parts);
        if (units.length > 1) put(bySound, soundOf(units.at(-1) ?? []), name);
      } else if (parts.length > 1) put(byInitials, initialsOf(text), name);
    }
  }
  return { keys, bySound, byInitials };
}

/** So many actors are suggested for a name. */
const MOST_NEAR = 3;

/** The actors that a name may be another form of: spelled by rule, the surname of a person, the initials of a body. */
export function nearActors({ bySound, byInitials }: NearIndex, forms: readonly string[]): NearActor[] {
  const near = new Map<string, NearActor>();
  const add = (actor: Actor, reason: string) => {
    if (!near.has(actor.id)) near.set(actor.id, { id: actor.id, name: actor.name, reason });
  };
  for (const form of forms) {
    const written = partsOf(form, words(form));
    for (const { actor, text, parts } of bySound.get(soundOf(written)) ?? []) {
      const traditions = traditionsOf(parts, actor.country);
      const differences = compareNames(parts, written, traditions);
      if (differences) add(actor, spellingReason(text, differences));
      else if (compareNames(unitsOf(parts).at(-1) ?? [], written, traditions))
        add(actor, `the last part of “${text}”`);
    }
    if (isAbbreviation(form))
      for (const { actor, text } of byInitials.get(form.replace(/\P{L}/gu, '').toLowerCase()) ?? [])
        add(actor, `the initials of “${text}”`);
  }
  return [...near.values()].slice(0, MOST_NEAR);
}

const spellingReason = (text: string, differences: readonly string[]): string =>
  differences.length === 0 ? `the words of “${text}”` : `a spelling of “${text}”: ${differences.join(', ')}`;

const soundOf = (parts: readonly NamePart[]): string =>
  parts
    .filter(({ kind }) => kind !== 'initial')
    .map(({ kind, letters }) => (kind === 'word' ? spellingKey(letters) : kind))
    .join(' ');

const initialsOf = (text: string): string => (text.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join('').toLowerCase();

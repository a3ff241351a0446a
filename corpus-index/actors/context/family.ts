import type { Actor } from '../../records/actor';
import { words } from '../../text/words';
import { partsOf, unitsOf } from '../spelling/name-parts';

/** The family names that a person's full names end with, folded: "bin laden" for Osama bin Laden. */
function familyNames(person: Actor): ReadonlySet<string> {
  let names = known.get(person);
  if (!names) known.set(person, (names = namesOfFamily(person)));
  return names;
}

const known = new WeakMap<Actor, ReadonlySet<string>>();

function namesOfFamily({ name, alias, previousName }: Actor): ReadonlySet<string> {
  return new Set(
    [name, ...alias, ...previousName].flatMap((full) => {
      const units = unitsOf(partsOf(full, words(full)));
      const family = units.length > 1 ? units.at(-1) : undefined;
      return family ? [family.map(({ letters }) => letters).join(' ')] : [];
    }),
  );
}

/** Whether two people have a family name in common. */
export function isOneFamily(one: Actor, other: Actor): boolean {
  const names = familyNames(one);
  return one !== other && [...familyNames(other)].some((name) => names.has(name));
}

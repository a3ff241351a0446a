import type { Actor } from '../records/actor';
import type { Word } from '../text/words';
import type { CapitalRule } from './capitals';
import { isAbbreviation, isStopWord } from './name-words';
import type { NameOrigin } from './names-of';
import { isOrdinary } from './ordinary-words';
import { partsOf, unitsOf } from './spelling/name-parts';

/**
 * What kind of name it is, which tells what may stand beside it in a text without making a longer name of it:
 * - `part-of-person`: a surname, a given name, a nickname, or "Abu Hamza" alone.
 * - `person`: given name and surname.
 * - `plain-body`: the name of an organisation in ordinary words (Foreign Affairs), or a weak one.
 * - `company`, `body`: another name of a firm, of another organisation.
 * - `state`: the name of a state.
 * - `other`: places, ships, abbreviations, descriptions of people ("the Engineer").
 */
export type NameNature = 'part-of-person' | 'person' | 'plain-body' | 'company' | 'body' | 'state' | 'other';

type NamedActor = Pick<Actor, 'schema' | 'name' | 'alias' | 'previousName'>;

/** Neither person nor organisation. */
const THINGS = new Set(['Country', 'Address', 'Vessel', 'Airplane', 'Vehicle', 'RealEstate', 'Asset']);

export function natureOf(
  actor: NamedActor,
  origin: NameOrigin,
  name: string,
  found: readonly Word[],
  rule: CapitalRule,
): NameNature {
  const { schema } = actor;
  const plain = rule.capitals === 'exact' && !isAbbreviation(name);
  if (schema === 'Person') return plain && !isSurname(actor, name) ? 'other' : personNature(name, found);
  if (isAbbreviation(name)) return 'other';
  if (schema === 'Country' && origin !== 'weakAlias') return 'state';
  if (THINGS.has(schema)) return origin === 'weakAlias' && found.length > 1 ? 'plain-body' : 'other';
  const weak = origin === 'weakAlias' && (found.length > 1 || found.every(isOrdinary));
  if (plain || weak) return 'plain-body';
  return schema === 'Company' ? 'company' : 'body';
}

/** Whether a longer name of the person begins or ends with this one: Bush is a surname, the Engineer is none. */
const isSurname = ({ name, alias, previousName }: NamedActor, surname: string): boolean =>
  [name, ...alias, ...previousName].some(
    (full) => full.endsWith(` ${surname}`) || full.startsWith(`${surname} `),
  );

function personNature(name: string, found: readonly Word[]): NameNature {
  if (found.some((word) => isStopWord(word) && word.term !== 'al')) return 'other';
  return unitsOf(partsOf(name, found)).length > 1 ? 'person' : 'part-of-person';
}

import type { Actor } from '../../records/actor';
import { isStopWord } from '../name-words';
import type { OriginatedName } from '../names-of';
import { ordinaryWords } from '../ordinary-words';
import { isCommonArabicName } from './name-tradition';
import type { NamePart } from './name-parts';
import { unitsOf } from './name-parts';

/**
 * What of a name is written, and in which order:
 * - `same`: all of it, in its order.
 * - `inverted`: "Nuri, Karim"; `capital-surname`: "NURI Karim", as the United Nations and the European Union write.
 * - `short`: without initials and patronymics between the given and the family name.
 * - `initials`: "K. Nuri"; `surname`: "Nuri". Both count only where the text has named the person in full.
 */
export type NameForm = 'same' | 'inverted' | 'capital-surname' | 'short' | 'initials' | 'surname';

export interface FormedName {
  readonly form: NameForm;
  readonly parts: readonly NamePart[];
  /** For `inverted` and `capital-surname`: how many parts the family name has, which stands in front. */
  readonly familyParts: number;
}

/** Families in which the family name stands in front: their order is left alone. */
const FAMILY_FIRST = new Set(['cn', 'hk', 'hu', 'jp', 'kp', 'kr', 'mo', 'tw', 'vn']);
const PATRONYMIC = /(?:[oe]vich|[oe]vych|[oe]vna|ivna)$/;
/** "Anna's Wharf" is no given and family name. */
const POSSESSIVE = /['’]s\s/iu;
/** A surname of fewer letters would be found by chance. */
const SHORTEST_SURNAME = 4;

/**
 * The forms of one recorded name: its own, and, of a person's full name, what rules make of it. `weak`: those that
 * need a context, else those that do not.
 */
export function formsOf(
  { schema, country }: Pick<Actor, 'schema' | 'country'>,
  { alias, origin }: OriginatedName,
  parts: readonly NamePart[],
  weak: boolean,
): FormedName[] {
  const same: FormedName[] =
    (origin === 'weakAlias') === weak ? [{ form: 'same', parts, familyParts: 0 }] : [];
  if (schema !== 'Person' || origin === 'weakAlias' || parts.length < 2 || POSSESSIVE.test(alias))
    return same;
  if (country.some((code) => FAMILY_FIRST.has(code))) return same;
  const units = unitsOf(parts);
  const family = units.at(-1);
  if (units.length < 2 || !family || !units.every(isNameLike)) return same;
  if (weak)
    return isTelling(family)
      ? [...initialForm(units, family), { form: 'surname', parts: family, familyParts: 0 }]
      : [];
  return [...same, ...shortForm(units), ...turnedForms(units, family)];
}

/** A description ("the Engineer of Marsa") is no given and family name. */
const isNameLike = (unit: readonly NamePart[]): boolean =>
  unit.every(({ kind, letters, start, end }) => kind !== 'and' && !isStopWord({ term: letters, start, end }));

function shortForm(units: readonly NamePart[][]): FormedName[] {
  const kept = units.filter((unit, at) => at === 0 || at === units.length - 1 || !isDroppable(unit));
  return kept.length < units.length ? [{ form: 'short', parts: kept.flat(), familyParts: 0 }] : [];
}

const isDroppable = ([part, ...others]: readonly NamePart[]): boolean =>
  others.length === 0 && part !== undefined && (part.kind === 'initial' || PATRONYMIC.test(part.letters));

function turnedForms(units: readonly NamePart[][], family: readonly NamePart[]): FormedName[] {
  const parts = [...family, ...units.slice(0, -1).flat()];
  const familyParts = family.length;
  return [
    { form: 'inverted', parts, familyParts },
    { form: 'capital-surname', parts, familyParts },
  ];
}

function initialForm([given]: readonly NamePart[][], family: readonly NamePart[]): FormedName[] {
  const [first, ...others] = given ?? [];
  if (first?.kind !== 'word' || others.length > 0 || first.article) return [];
  const initial: NamePart = { ...first, kind: 'initial', letters: first.letters.slice(0, 1) };
  return [{ form: 'initials', parts: [initial, ...family], familyParts: 0 }];
}

/** Whether a family name tells its bearer from other people whom the same text may name. */
function isTelling(family: readonly NamePart[]): boolean {
  return family.some(
    ({ kind, letters, article }) =>
      kind === 'word' &&
      letters.length >= SHORTEST_SURNAME &&
      !ordinaryWords.has(letters) &&
      (article || !isCommonArabicName(letters)),
  );
}

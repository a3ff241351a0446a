import type { Actor } from '../../records/actor';
import { isStopWord } from '../name-words';
import type { OriginatedName } from '../names-of';
import { ordinaryWords } from '../ordinary-words';
import { isCommonArabicName } from './name-tradition';
import type { NamePart } from './name-parts';
import { isPatronymic, unitsOf } from './name-parts';

/**
 * What of a name is written, and in which order:
 * - `same`: all of it, in its order.
 * - `inverted`: "Nuri, Karim"; `capital-surname`: "NURI Karim", as the United Nations and the European Union write.
 * - `turned`: "Orbán Viktor", where both orders are usual; `joined`: "Kim Jongun", for a given name in two words.
 * - `short`: without initials and patronymics between the given and the family name.
 * - `initials`: "K. Nuri"; `surname`: "Nuri"; `abbreviation`: "HGN" for Harbour Guard of the North. They count only
 *   where the text has named the actor in full.
 */
export type NameForm =
  | 'same'
  | 'inverted'
  | 'capital-surname'
  | 'turned'
  | 'joined'
  | 'short'
  | 'initials'
  | 'surname'
  | 'abbreviation';

export interface FormedName {
  readonly form: NameForm;
  readonly parts: readonly NamePart[];
  /** For `inverted` and `capital-surname`: how many parts the family name has, which stands in front. */
  readonly familyParts: number;
}

/** States where the family name stands in front; it is so short and common there that it tells nobody by itself. */
const FAMILY_FIRST = new Set(['cn', 'hk', 'kp', 'kr', 'mo', 'tw', 'vn']);
/** States whose people are named in both orders in English. */
const BOTH_ORDERS = new Set([...FAMILY_FIRST, 'hu', 'jp']);
/** "Anna's Wharf" is no given and family name. */
const POSSESSIVE = /['’]s\s/iu;
/** A surname of fewer letters would be found by chance. */
const SHORTEST_SURNAME = 4;
const SHORTEST_ABBREVIATION = 3;

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
  if (origin === 'weakAlias' || parts.length < 2 || POSSESSIVE.test(alias)) return same;
  if (schema !== 'Person') return weak && schema !== 'Country' ? abbreviations(parts) : same;
  if (country.some((code) => FAMILY_FIRST.has(code)))
    return weak ? same : [...same, ...turnedOrder(parts), ...joinedGiven(parts)];
  const units = unitsOf(parts);
  const family = units.at(-1);
  if (units.length < 2 || !family || !units.every(isNameLike)) return same;
  if (weak)
    return isTelling(family)
      ? [...initialForm(units, family), { form: 'surname', parts: family, familyParts: 0 }]
      : [];
  const turned = country.some((code) => BOTH_ORDERS.has(code)) ? turnedOrder(parts) : [];
  return [...same, ...shortForm(units), ...turnedForms(units, family), ...turned];
}

/** A description ("the Engineer of Marsa") is no given and family name. */
const isNameLike = (unit: readonly NamePart[]): boolean =>
  unit.every(({ kind, letters, start, end }) => kind !== 'and' && !isStopWord({ term: letters, start, end }));

function shortForm(units: readonly NamePart[][]): FormedName[] {
  const kept = units.filter((unit, at) => at === 0 || at === units.length - 1 || !isDroppable(unit));
  return kept.length < units.length ? [{ form: 'short', parts: kept.flat(), familyParts: 0 }] : [];
}

const isDroppable = ([part, ...others]: readonly NamePart[]): boolean =>
  others.length === 0 && part !== undefined && (part.kind === 'initial' || isPatronymic(part.letters));

const areWords = (parts: readonly NamePart[]): boolean => parts.every(({ kind }) => kind === 'word');

/** Of two or three words the first goes behind the others. */
function turnedOrder(parts: readonly NamePart[]): FormedName[] {
  const [first, ...others] = parts;
  if (!first || parts.length > 3 || !areWords(parts)) return [];
  return [{ form: 'turned', parts: [...others, first], familyParts: 0 }];
}

function joinedGiven(parts: readonly NamePart[]): FormedName[] {
  const [family, one, two] = parts;
  if (!family || !one || !two || parts.length > 3 || !areWords(parts)) return [];
  const given = { ...one, letters: one.letters + two.letters, end: two.end };
  return [{ form: 'joined', parts: [family, given], familyParts: 0 }];
}

function turnedForms(units: readonly NamePart[][], family: readonly NamePart[]): FormedName[] {
  const parts = [...family, ...units.slice(0, -1).flat()];
  const familyParts = family.length;
  return [
    { form: 'inverted', parts, familyParts },
    { form: 'capital-surname', parts, familyParts },
  ];
}

/** The initials of the words with capitals, an article's at the beginning among them or not: AQI, HTS. */
function abbreviations(parts: readonly NamePart[]): FormedName[] {
  const [first] = parts;
  const telling = parts.filter(({ kind, written }) => kind !== 'and' && /\p{Lu}/u.test(written));
  const initials = telling.map(({ letters }) => letters.charAt(0)).join('');
  const all = first?.article === true ? [`a${initials}`, initials] : [initials];
  return all
    .filter((letters) => first && letters.length >= SHORTEST_ABBREVIATION)
    .map((letters) => ({
      form: 'abbreviation',
      parts: [{ kind: 'word', letters, article: false, written: letters.toUpperCase(), start: 0, end: 0 }],
      familyParts: 0,
    }));
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

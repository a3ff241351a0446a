import { distance } from 'fastest-levenshtein';
import { words } from '../../text/words';
import { ARTICLE } from '../name-words';
import { compareNames } from './compare-names';
import type { NamePart } from './name-parts';
import { partsOf, unitsOf } from './name-parts';
import { traditionsOf } from './name-tradition';

/**
 * Whether two names of one actor are one name in two spellings (Saif al-Adl, Sayf el-Adel), and not two names, such as a
 * full name and its surname, an abbreviation and what it stands for, a name and a nom de guerre. Whose they are must be known:
 * what differs in a letter only may else be two people.
 *
 * @param country ISO 3166 codes of the actor's states, which tell in what ways the name may be romanised.
 */
export function isSameName(name: string, other: string, country: readonly string[] = []): boolean {
  const [parts, otherParts] = [partsIn(name), partsIn(other)];
  if (parts.length === 0 || otherParts.length === 0) return false;
  const differences = compareNames(parts, otherParts, traditionsOf(parts, country));
  if (differences) return parts.length === otherParts.length && !differences.some(isOfArticle);
  return isNearlySame(name, other);
}

/**
 * The family name in a person's full name, as it stands there with its article and particles: "al-Adl" in "Saif al-Adl";
 * undefined where the name has one part only.
 */
export function familyNameIn(name: string): string | undefined {
  const units = unitsOf(partsIn(name));
  const [first] = units.at(-1) ?? [];
  if (units.length < 2 || !first) return undefined;
  return name.slice(first.end - first.written.length, units.at(-1)?.at(-1)?.end);
}

const partsIn = (name: string): NamePart[] => partsOf(name, words(name));

/** Only one of them has an article: "with al-". That is a longer name, and no other spelling. */
const isOfArticle = (difference: string): boolean => /^with(?:out)? .*-$/.test(difference);

/** Words of fewer letters are compared exactly. */
const SHORTEST_WORD = 4;
/** From so many letters on, two may differ: Organisation, Organizations. */
const LONG_WORD = 9;

/** Word by word, with a letter put in, left out or changed behind the first one: Guard and Guards, Centre and Center. */
function isNearlySame(name: string, other: string): boolean {
  const [some, others] = [words(name), words(other)];
  if (some.length !== others.length || some.every(({ term }) => term === ARTICLE)) return false;
  return some.every(({ term, start, end }, at) => {
    const against = others[at]?.term ?? '';
    return term === against || (!isUpper(name.slice(start, end)) && isNearWord(term, against));
  });
}

function isNearWord(word: string, other: string): boolean {
  const length = Math.min(word.length, other.length);
  if (length < SHORTEST_WORD || !other.startsWith(word.slice(0, 1))) return false;
  return distance(word, other) <= (length >= LONG_WORD ? 2 : 1);
}

/** An abbreviation. */
const isUpper = (word: string): boolean => /^[\p{Lu}\d.]+$/u.test(word);

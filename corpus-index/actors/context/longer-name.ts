import type { NameEntry } from '../matcher';
import { growsLaterBody, growsLaterPerson } from './grows-behind';
import { growsEarlierBody, growsEarlierPerson, growsEarlierState } from './grows-before';
import type { NamePlace } from './name-place';
import { isAdjectiveOf } from './demonyms';
import { isQuarter, isStreet } from './place-words';
import { wordBefore, wordBehind } from './words-around';

/**
 * Whether a name found in a text is only a part of a longer one, which is somebody else's: Clinton in "Hillary
 * Clinton", Abu Muhammad in "Abu Muhammad al-Adnani", Foreign Affairs in "Ministry of Foreign Affairs". Words right
 * beside it that are capitalised, or join Arabic names, make it longer; offices and forms of address, nationalities,
 * the first word of a sentence and other actors' names do not.
 */
export function isPartOfLongerName(place: NamePlace, entry: NameEntry): boolean {
  if (place.text.charAt(place.end) === '-' && BRANCH.test(place.text.slice(place.end, place.end + 4)))
    return true;
  if (entry.nature === 'other') return false;
  const before = wordBefore(place.text, place.start);
  if (entry.nature === 'state') return before !== undefined && growsEarlierState(before);
  const behind = wordBehind(place.text, place.end);
  if (entry.nature === 'person' || entry.nature === 'part-of-person') {
    return (
      (before !== undefined && growsEarlierPerson(place, entry, before, behind)) ||
      (behind !== undefined && growsLaterPerson(place, entry, behind))
    );
  }
  return (
    isPlaceHere(place, entry) ||
    (before !== undefined && growsEarlierBody(place, entry, before)) ||
    (behind !== undefined && growsLaterBody(place, entry, behind))
  );
}

/** "ISIS-K", "IRGC-QF"; but "UN-EU talks". */
const BRANCH = /^-(?!(?:US|UK|EU|UN|AU)(?!\p{L}))\p{Lu}{1,2}(?!\p{L})/u;

/** A weak name may be a quarter's as well: Pasdaran, of the guards and in Tehran. */
const isPlaceHere = ({ text, start, end }: NamePlace, { origin }: NameEntry): boolean =>
  isStreet(text, end) || (origin === 'weakAlias' && isQuarter(text, start, end));

/**
 * Where a name in ordinary words begins with the nationality before it, if that is the organisation's own: "Iranian
 * Foreign Ministry", "US Treasury".
 */
export function startWithNationality(
  text: string,
  start: number,
  { nature, country }: NameEntry,
): number | undefined {
  if (nature !== 'plain-body') return undefined;
  const before = wordBefore(text, start);
  if (!before || before.shape === 'lower' || before.possessive) return undefined;
  return country.some((code) => isAdjectiveOf(before.folded, code)) ? before.start : undefined;
}

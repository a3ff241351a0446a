import { stopWords } from '../../text/stop-words';
import type { NameEntry } from '../matcher';
import { isState, nameOfState, stateOf } from './demonyms';
import { isGivenName } from './given-names';
import type { NamePlace } from './name-place';
import { isNameWord, NASAB } from './name-place';
import { authorityWords, bodyWords, foreignHeads, offices, placeHeads, titleWords } from './title-words';
import type { Neighbour } from './words-around';
import { beginsSentence, isInHeading } from './words-around';

/** Whether the word before a person's name belongs to it and makes it somebody else's. */
export function growsEarlierPerson(
  place: NamePlace,
  entry: NameEntry,
  before: Neighbour,
  behind: Neighbour | undefined,
): boolean {
  const { nature } = entry;
  if (before.possessive || before.end <= place.previousEnd) return false;
  if (NASAB.has(before.folded) || (before.shape !== 'lower' && placeHeads.has(before.folded))) return true;
  if (nature === 'person')
    return before.shape !== 'lower' && isGivenName(before.folded) && isNameWord(place, before);
  if (before.folded === 'the') return isThing(place, entry, behind);
  if (before.shape === 'lower') return SURNAME_PARTICLES.has(before.folded) && isBehindCapital(place, before);
  return isNameWord(place, before) && !isWhere(place, before);
}

const SURNAME_PARTICLES = new Set(['von', 'van', 'de', 'di', 'da', 'del', 'der', 'den']);

const isBehindCapital = ({ text }: NamePlace, { start }: Neighbour): boolean =>
  /\p{Lu}[\p{L}\p{M}]*\s+$/u.test(text.slice(Math.max(0, start - 30), start));

/** "On the Cole": a bare name with an English article that describes nothing behind it is no person's. */
function isThing(
  { text, start, end }: NamePlace,
  { rule }: NameEntry,
  behind: Neighbour | undefined,
): boolean {
  if (ARABIC_ARTICLE.test(text.slice(start, end)) || DESCRIBES.test(text.slice(end, end + 3))) return false;
  // "The Moon", "the Bush administration".
  if (rule.capitals === 'exact' && rule.shapes[0] === 'capital') return !behind || !HIS.has(behind.folded);
  return behind === undefined || (behind.shape === 'lower' && stopWords.has(behind.folded));
}

/** "The Assad's", "the Assad/Iran alliance", "the Assad-led forces". */
const DESCRIBES = /^(?:['’]s|[/-]\p{L})/u;
/** What is called by a head of state, of a firm or a family. */
const HIS = new Set(
  'administration presidency government cabinet campaign team era years family camp doctrine'.split(' '),
);

const ARABIC_ARTICLE = /^(?:[ae]l|[ae](?:sh|dh|th|[sdnrtz]))[-\s]/iu;

/** "In Damascus Assad said": a place behind "in", unless it is a given name. */
const isWhere = ({ text }: NamePlace, { start, folded }: Neighbour): boolean =>
  !isGivenName(folded) &&
  /(?:^|\s)(?:[Ii]n|[Aa]t|[Nn]ear|[Ii]nside|[Oo]utside)\s+$/u.test(
    text.slice(Math.max(0, start - 12), start),
  );

/** Whether what stands before an organisation's name makes another one of it. */
export function growsEarlierBody(place: NamePlace, entry: NameEntry, before: Neighbour): boolean {
  if (INDEFINITE.has(before.folded)) return place.areCapitalsOther();
  if (before.shape === 'lower') return growsEarlierSmall(place, entry);
  if (before.possessive || before.end <= place.previousEnd) return isOfAnotherState(place, entry, before);
  if (foreignHeads.has(before.folded)) return true;
  if (isInHeading(place.text, place.start, place.end)) return false;
  if (isOwnAdjective(entry, before)) return false;
  if (entry.nature !== 'plain-body')
    return isOfAnotherState(place, entry, before) || isNameWord(place, before);
  if (stateOf(before.folded) !== undefined) return true;
  return !(
    stopWords.has(before.folded) ||
    titleWords.has(before.folded) ||
    offices.has(before.folded) ||
    beginsSentence(place.text, before.start)
  );
}

/** "South Sudan", "Latin America". */
export const growsEarlierState = ({ shape, folded }: Neighbour): boolean =>
  shape === 'capital' && DIRECTIONS.has(folded);

const DIRECTIONS = new Set('north south east west central latin new equatorial'.split(' '));

const INDEFINITE = new Set(['a', 'an', 'any', 'every', 'another', 'no']);
/** "Ministry of", "Committee on the": what stands there is the first group. */
const HEAD = /(\p{Lu}[\p{L}\p{M}-]*)\s+(?:of|for|on)\s+(?:the\s+)?$/u;

function growsEarlierSmall(place: NamePlace, { nature, origin }: NameEntry): boolean {
  if (nature !== 'plain-body') return false;
  const from = Math.max(0, place.start - 50);
  const [phrase = '', head = ''] = HEAD.exec(place.text.slice(from, place.start)) ?? [];
  if (head === '') return false;
  const folded = head.toLowerCase();
  if (offices.has(folded)) return origin !== 'weakAlias';
  return (
    authorityWords.has(folded) ||
    bodyWords.has(folded) ||
    !beginsSentence(place.text, place.start - phrase.length)
  );
}

const isOwnAdjective = ({ country }: NameEntry, { folded }: Neighbour): boolean =>
  country.some((code) => isState(folded, code));

/** Whether the adjective, the state's name or the actor before contradicts where the organisation belongs. */
function isOfAnotherState(place: NamePlace, { country, nature }: NameEntry, before: Neighbour): boolean {
  if (before.end <= place.previousEnd + (before.possessive ? 2 : 0) && place.previousCountry.length > 0)
    return country.length > 0 && !place.previousCountry.some((code) => country.includes(code));
  const state = stateOf(before.folded) ?? (before.possessive ? nameOfState(before.folded) : undefined);
  if (state === undefined || country.some((code) => isState(before.folded, code))) return false;
  return nature === 'plain-body' || (country.length > 0 && state !== 'other');
}

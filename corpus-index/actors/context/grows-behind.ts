import { stopWords } from '../../text/stop-words';
import { words } from '../../text/words';
import type { NameEntry } from '../matcher';
import { isState, nameOfState } from './demonyms';
import type { NamePlace } from './name-place';
import { isArticleWord, isNameWord, isNeutral, NASAB } from './name-place';
import { isShortFor } from './short-forms';
import { authorityWords, bodyWords } from './title-words';
import type { Neighbour } from './words-around';
import { isInHeading, wordBehind } from './words-around';

/** Whether the words behind a person's name go on with it. */
export function growsLaterPerson(place: NamePlace, { nature, alias }: NameEntry, behind: Neighbour): boolean {
  if (NASAB.has(behind.folded) || isArticleWord(behind)) {
    // "Abu Musab al-Zarqawi al-Urduni": whoever is told by one epithet may get another.
    const isTold = nature === 'person' && endsWithArticle(alias) && isArticleWord(behind);
    return !isTold && isBeforeCapital(place, behind) && !place.isNameBehind();
  }
  if (behind.shape === 'lower' || isInHeading(place.text, place.start, place.end) || place.isNameBehind())
    return false;
  if (behind.word.length === 1) return behind.period;
  if (bodyWords.has(behind.folded)) return true;
  return behind.shape === 'capital' && !isNeutral(place, behind);
}

/** Of "bin" or "al" the next word must have a capital, of "al-Adnani" the noun. */
function isBeforeCapital({ text }: NamePlace, { word, end }: Neighbour): boolean {
  const noun = word.split('-')[1];
  if (noun !== undefined) return /^\p{Lu}/u.test(noun.replace(/^['’ʿʾ]/u, '')) || /^\p{Lu}/u.test(word);
  return /^[\s-]+['’ʿʾ]?(?:[ae]l-)?\p{Lu}/u.test(text.slice(end, end + 10));
}

const endsWithArticle = (alias: string): boolean => words(alias).at(-2)?.term === 'al';

/** Whether the words behind an organisation's name make another one of it. */
export function growsLaterBody(place: NamePlace, entry: NameEntry, behind: Neighbour): boolean {
  if (behind.shape === 'lower' && !isArticleWord(behind))
    return isOfOther(place, entry, behind) || isBranchStated(place, behind);
  if (isInHeading(place.text, place.start, place.end) || place.isNameBehind()) return false;
  if (isArticleWord(behind)) return isBeforeCapital(place, behind);
  // "Gazprom Neft": firms are called by the one they belong to.
  if (entry.nature === 'company' && isNameWord(place, behind)) return true;
  if (authorityWords.has(behind.folded) && lacksHead(entry)) return true;
  return bodyWords.has(lastCapital(place, behind));
}

/**
 * "Islamic Republic of Pakistan", "Commission for the Truth": of something else than its own state. Of a name that says
 * more than ordinary words do only another state's makes another one: "Islamic State of Iraq".
 */
function isOfOther(place: NamePlace, { country, nature }: NameEntry, behind: Neighbour): boolean {
  if (behind.folded !== 'of' && !(behind.folded === 'for' && nature === 'plain-body')) return false;
  const rest = place.text.slice(behind.end, behind.end + 60);
  const [, name] = /^\s+(?:the\s+)?(\p{Lu}[\p{L}\p{M}.]*)/u.exec(rest) ?? [];
  if (name === undefined || country.some((code) => isState(name.toLowerCase(), code))) return false;
  return nature === 'plain-body' || nameOfState(name.toLowerCase()) !== undefined;
}

/** "al-Qaeda in Iraq (AQI)": the abbreviation says that the place belongs to the name. */
function isBranchStated({ text, start, end }: NamePlace, behind: Neighbour): boolean {
  if (behind.folded !== 'in' && behind.folded !== 'of' && behind.folded !== 'for') return false;
  const rest = text.slice(end, end + 80);
  const [, place = '', short = ''] =
    /^(\s+\S+(?:\s+\p{L}[\p{L}\p{M}'’-]*){1,5}?)\s+\((\p{Lu}{2,8})\)/u.exec(rest) ?? [];
  return short !== '' && isShortFor(short, text.slice(start, end) + place);
}

/** Whether a name in ordinary words does not say what kind of body it is: Foreign Affairs, not State Department. */
const lacksHead = ({ alias, nature }: NameEntry): boolean =>
  nature === 'plain-body' &&
  !words(alias).some(({ term }) => authorityWords.has(term) || bodyWords.has(term) || HEADS.has(term));

const HEADS = new Set(
  'guard guards force forces corps army navy police party front union movement group network committee service services command'.split(
    ' ',
  ),
);

/** The last of the capitalised words that go on from here, folded. */
function lastCapital({ text }: NamePlace, first: Neighbour): string {
  let last = first;
  for (;;) {
    if (last.period || last.possessive) return last.folded;
    const next = wordBehind(text, last.end);
    if (!next || next.shape === 'lower' || stopWords.has(next.folded)) return last.folded;
    last = next;
  }
}

import type { Word } from '../../text/words';
import { words } from '../../text/words';
import { stateOf } from '../context/demonyms';
import { isGivenName } from '../context/given-names';
import { calendarWords, offices, titleWords } from '../context/title-words';
import { isAbbreviation, isStopWord } from '../name-words';
import { isOrdinary } from '../ordinary-words';
import { isCountryName } from './country-names';
import { isHead, personParticles, personTitles } from './word-classes';

/** A name within a run, without the titles and openings of sentences around it. */
export interface NameForm {
  readonly text: string;
  /** Where it begins in the run. */
  readonly start: number;
  readonly found: readonly Word[];
  /** The title before it, as written; empty where there is none. */
  readonly title: string;
  /** Its first word opens a sentence, and nothing else says that it is a name's. */
  readonly isInitial: boolean;
}

export interface RunToRead {
  readonly text: string;
  readonly isInitial: boolean;
}

/** Ranks that stand between the body and the name: "Navy Admiral Karim Nuri". */
const RANKS = new Set(
  'general colonel major captain admiral brigadier lieutenant sergeant ayatollah sheikh shaykh king prince ambassador senator imam chancellor premier'.split(
    ' ',
  ),
);

/** The names that a run holds. `small` tells whether the corpus has a word in small letters, too. */
export function formsOfRun(run: RunToRead, small: ReadonlySet<string>): NameForm[] {
  return splitAtOffices(run.text).flatMap((part) => trimmed(run, part, small) ?? []);
}

/** "Security Council Secretary Ali Nuri" is a body and a person; the office goes with the person. */
function splitAtOffices(text: string): Word[][] {
  const parts: Word[][] = [[]];
  const all = words(text);
  all.forEach((word, at) => {
    const isOffice = at > 0 && at + 1 < all.length && (offices.has(word.term) || RANKS.has(word.term));
    const next = all[at + 1];
    if (isOffice && next && !/\bof\b/.test(text.slice(word.end, next.start)) && !isHead(next.term))
      parts.push([]);
    if (calendarWords.has(word.term) && !isName(word, text)) parts.push([]);
    else parts.at(-1)?.push(word);
  });
  return parts;
}

/** March and May are months only where nothing of a name stands beside them. */
const isName = ({ term, start }: Word, text: string): boolean =>
  /^(?:jan|april|june|august|may|march)$/.test(term) &&
  start === 0 &&
  /^\S+ (?:\p{Lu}|van |von |de )/u.test(text);

function trimmed(
  { text, isInitial }: RunToRead,
  part: Word[],
  small: ReadonlySet<string>,
): NameForm | undefined {
  const found = [...part];
  const isHeaded = found.some(({ term }) => isHead(term));
  let title = '';
  let opens = isInitial && found[0]?.start === 0;
  for (let first = found[0]; first; first = found[0]) {
    if (isCountryName(textOf(text, found))) break;
    const kind = leading(first, found, { isHeaded, opens, small, text });
    if (kind === 'name') break;
    if (kind === 'title' && personTitles.has(first.term)) title = text.slice(first.start, first.end);
    opens = false;
    found.shift();
  }
  for (let last = found.at(-1); last && isTrailing(last, text); last = found.at(-1)) found.pop();
  const [first] = found;
  if (!first) return undefined;
  const form = {
    text: textOf(text, found),
    start: first.start,
    found,
    title,
    isInitial: opens,
  };
  return isNoName(form, small) ? undefined : form;
}

const textOf = (text: string, found: readonly Word[]): string =>
  text.slice(found[0]?.start, found.at(-1)?.end);

interface Around {
  readonly isHeaded: boolean;
  readonly opens: boolean;
  readonly small: ReadonlySet<string>;
  readonly text: string;
}

/** What the first word of several is to the name behind it. */
function leading(word: Word, found: readonly Word[], around: Around): 'name' | 'title' | 'other' {
  const { isHeaded, opens, small, text } = around;
  const { term } = word;
  const written = text.slice(word.start, word.end);
  if (term === 'al' || isAbbreviation(written)) return 'name';
  if (isStopWord(word)) return 'other';
  if (found.length === 1) return 'name';
  if (isHeaded) return opens && small.has(term) && !isOrdinary(word) ? 'other' : 'name';
  return beforePerson(word, found) ?? (opens && small.has(term) ? 'other' : 'name');
}

/** What stands before the name of a person: no head tells of a body. */
function beforePerson(word: Word, found: readonly Word[]): 'title' | 'other' | undefined {
  const { term } = word;
  if (titleWords.has(term) || offices.has(term)) return 'title';
  if (stateOf(term) !== undefined && isPersonal(found.slice(1))) return 'other';
  return isOrdinary(word) && !isGivenName(term) && found.length > 2 ? 'title' : undefined;
}

/** Whether a nationality may stand before it: "Egyptian Karim Nuri", "Egyptian General Nuri". */
function isPersonal(found: readonly Word[]): boolean {
  const [first] = found;
  if (!first) return false;
  if (titleWords.has(first.term) || offices.has(first.term)) return true;
  return found.length > 1 && found.every((word) => !isOrdinary(word));
}

const isTrailing = (word: Word, text: string): boolean =>
  (isStopWord(word) && word.term !== 'al' && !isAbbreviation(text.slice(word.start, word.end))) ||
  (titleWords.has(word.term) && offices.has(word.term)) ||
  (/^\d+$/.test(word.term) && word.start === 0);

/** Whether what is left names nobody: a nationality, a title, a word that only opens a sentence. */
function isNoName({ text, found, isInitial }: NameForm, small: ReadonlySet<string>): boolean {
  if (isAbbreviation(text)) return false;
  const telling = found.filter(({ term }) => !isOfMany(term) && !personParticles.has(term));
  if (telling.length === 0) return !isKnownGivenName(found);
  const [first, ...others] = found;
  if (!first || others.length > 0) return telling.every(({ term }) => term.length < 2);
  if (first.term.length < 3 || /^\d/.test(first.term)) return true;
  if (isStopWord(first) || calendarWords.has(first.term)) return true;
  return small.has(first.term)
    ? isInitial || isOrdinary(first) || !/\p{Lu}\p{Lu}/u.test(text)
    : isOrdinary(first);
}

/** A nationality, faith or title, also in the plural: Iranians, Shiites. */
const isOfMany = (term: string): boolean =>
  [term, term.replace(/s$/, ''), term.replace(/ers$/, '')].some(
    (one) => stateOf(one) !== undefined || titleWords.has(one) || offices.has(one) || personTitles.has(one),
  );

const isKnownGivenName = (found: readonly Word[]): boolean =>
  found.length > 1 && found.every(({ term }) => isGivenName(term) || personParticles.has(term));

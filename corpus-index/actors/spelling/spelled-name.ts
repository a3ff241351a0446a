import type { Word } from '../../text/words';
import { words } from '../../text/words';
import type { NameEntry } from '../matcher';
import { ordinaryWords } from '../ordinary-words';
import { withNature } from '../recorded-name';
import { compareNames } from './compare-names';
import type { FormedName, NameForm } from './name-forms';
import { formsOf } from './name-forms';
import type { NamePart } from './name-parts';
import { partsOf } from './name-parts';
import { traditionsOf } from './name-tradition';
import type { SpellingEntry } from './spelling-trie';

/** A name that a text has in a spelling or form of its own. */
export interface SpelledName {
  /** The recorded name as what it is in this form. */
  readonly entry: NameEntry;
  /** Whether it counts only where the text has named the actor in full. */
  readonly weak: boolean;
  /** Why it is taken for the recorded name, for people. */
  readonly explanation: string;
  /** Whether the surname alone stands there. */
  readonly isSurname: boolean;
}

/** A stretch of a text: words that may be a name, an article before them included. */
export interface Written {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Whether the words of a text are the recorded name in this form and a spelling that the rules allow. What does not
 * differ at all is none: there the record's own rules have decided.
 */
export function spelledName({ text, start, end }: Written, entry: SpellingEntry): SpelledName | undefined {
  const name = compared(entry, text.slice(start, end));
  return name && (entry.form !== 'inverted' || isListed(text, start)) ? name : undefined;
}

/** So many spellings of one name are remembered. */
const MOST_COMPARED = 200;
const known = new WeakMap<SpellingEntry, Map<string, SpelledName | undefined>>();

/** Comparing takes long, and a text has the same few words again and again. */
function compared(entry: SpellingEntry, written: string): SpelledName | undefined {
  let ofName = known.get(entry);
  if (!ofName || ofName.size >= MOST_COMPARED)
    known.set(entry, (ofName = new Map<string, SpelledName | undefined>()));
  if (ofName.has(written)) return ofName.get(written);
  const name = compare(entry, written);
  ofName.set(written, name);
  return name;
}

function compare({ name, owner, form }: SpellingEntry, text: string): SpelledName | undefined {
  const found = words(text);
  const recordedWords = words(name.alias);
  const recorded = partsOf(name.alias, recordedWords);
  const weak = name.origin === 'weakAlias' || WEAK_FORMS.has(form);
  const written = partsOf(text, found);
  const traditions = traditionsOf(recorded, owner.country);
  for (const formed of formsOf(owner, name, recorded, weak)) {
    if (formed.form !== form || !isWrittenLike(text, formed, written)) continue;
    const differences = compareNames(formed.parts, written, traditions);
    if (!differences) continue;
    if (form === 'same' && differences.length === 0 && areSame(recordedWords, found)) continue;
    if (form === 'same' && !isTelling(formed.parts, written, name.origin === 'weakAlias')) continue;
    return {
      entry: withNature(name, NATURES[form] ?? name.nature),
      weak,
      explanation: explanationOf(name.alias, form, differences),
      isSurname: form === 'surname',
    };
  }
  return undefined;
}

const WEAK_FORMS: ReadonlySet<NameForm> = new Set(['initials', 'surname', 'abbreviation']);

const areSame = (one: readonly Word[], other: readonly Word[]): boolean =>
  one.length === other.length && one.every(({ term }, at) => term === other[at]?.term);

const NATURES: Readonly<Partial<Record<NameForm, NameEntry['nature']>>> = {
  inverted: 'other',
  'capital-surname': 'person',
  turned: 'person',
  joined: 'person',
  short: 'person',
  initials: 'part-of-person',
  surname: 'part-of-person',
  abbreviation: 'other',
};

function explanationOf(alias: string, form: NameForm, differences: readonly string[]): string {
  const how = NOTES[form];
  const notes = how === undefined ? differences : [how, ...differences];
  const what = how === undefined ? 'a spelling of' : 'a form of';
  return `${what} ${alias}${notes.length === 0 ? '' : `: ${notes.join(', ')}`}`;
}

const NOTES: Readonly<Partial<Record<NameForm, string>>> = {
  inverted: 'family name first',
  'capital-surname': 'family name first',
  turned: 'family and given name in the other order',
  joined: 'the given name in one word',
  short: 'given and family name only',
  initials: 'initial and family name',
  surname: 'the family name alone',
  abbreviation: 'its initials',
};

/** A name of one word must be so long to be found in another spelling; behind an article, and with a context. */
const SHORTEST_ALONE = 6;
const SHORTEST_BEHIND_ARTICLE = 5;
const SHORTEST_WEAK = 4;
const SHORTEST_OF_SEVERAL = 3;

/** Whether a name is long enough that a spelling of it can be nothing else. */
function isTelling(recorded: readonly NamePart[], written: readonly NamePart[], weak: boolean): boolean {
  const shortest = (parts: readonly NamePart[]) =>
    Math.max(0, ...parts.filter(isTellingWord).map(({ letters }) => letters.length));
  const letters = Math.min(shortest(recorded), shortest(written));
  if (recorded.length > 1) return letters >= SHORTEST_OF_SEVERAL;
  const article = recorded[0]?.article === true;
  // Without its article a single word is another name.
  if (article && written[0]?.article !== true) return false;
  if (weak) return letters >= SHORTEST_WEAK;
  return letters >= (article ? SHORTEST_BEHIND_ARTICLE : SHORTEST_ALONE);
}

const isTellingWord = ({ kind, letters }: NamePart): boolean =>
  kind === 'word' && !ordinaryWords.has(letters);

/** Whether capitals are those of the form. */
function isWrittenLike(
  text: string,
  { form, familyParts }: FormedName,
  written: readonly NamePart[],
): boolean {
  if (!written.every((part) => part.kind !== 'word' || /\p{Lu}/u.test(text.charAt(part.start)))) return false;
  if (form === 'abbreviation') return written.every(isUpper);
  if (form === 'capital-surname')
    return (
      written.every((part, at) => at < familyParts || !isUpper(part)) &&
      written.slice(0, familyParts).some(isUpper)
    );
  return true;
}

/** All capitals, and more than an initial. */
const isUpper = ({ written, kind }: NamePart): boolean =>
  kind !== 'initial' && /^[^\p{Ll}]*$/u.test(written.replace(/^[ae]l-/iu, '')) && written.length > 2;

/** "Nuri, Karim" at the beginning of a line, a list's item or a bracket: elsewhere these may be two. */
const isListed = (text: string, start: number): boolean =>
  /(?:^|[\n;(|•*"“[]|\d\.)[\s*•-]*(?:[ae][lnrstdz]h?-)?$/iu.test(text.slice(Math.max(0, start - 20), start));

import {
  rankPassages,
  rarity,
  readQuery,
  type CountedForm,
  type FoundPassage,
  type PassageHit,
  type QueryWord,
  type SoughtWord,
  type WordCounts,
  type WordForm,
} from '#corpus-index';
import type { Database } from './open-database';
import type { KeptTerms } from './kept-terms';

/** A passage's row is its source's number times this, and its own number: a source has fewer paragraphs. */
export const FIRST_OF_NEXT = 2 ** 28;

/** So many passages that fit, or as many as are asked for, are scored as the other engines score them; where there are more, those that FTS5 ranks best. */
const MOST_SCORED = 200;

/** FTS5 ranks no more than this of what fits, those that were put in first; each word that is asked for takes its time again. */
const MOST_RANKED = 10_000;

/** A word that may be unfinished is looked for in so many forms; the others in so many together, but each in some. */
const MOST_FORMS = 40;
const FEWEST_FORMS = 4;

/** Of so many times as many, the nearest ones, it is asked how many passages have them. */
const COUNTED = 2;

/** Where any of several forms will do, those that tell most are looked for: as many as so many passages have, and one at least. */
const MOST_WITH_ANY = 1000;

/** Passages that have all words but one are looked for where there are no more words than these. */
const MOST_LEFT_OUT = 6;

/** What a search needs of an index. */
export interface SearchedIndex {
  readonly database: Database;
  readonly terms: KeptTerms;
  /** The path of each source, by its number. */
  readonly paths: ReadonlyMap<number, string>;
  readonly counts: WordCounts;
}

/**
 * The passages that fit best: of those with all the words first the ones that have them as they are, which is soonest answered; only where
 * these are few, longer words, then misspelled ones, and last passages with some of the words.
 */
export function findOnDisk(index: SearchedIndex, query: string, limit: number): PassageHit[] {
  const read = readQuery(query);
  if (read.length === 0 || limit < 1) return [];
  const found = new Map<number, FoundPassage>();
  const most = Math.max(limit, MOST_SCORED);
  const counted = once((form: WordForm) => index.terms.counted(form));
  let sought: SoughtWord[] = [];
  for (const step of [exactly, unfinished, misspelled]) {
    const before = formsIn(sought);
    sought = read.map((word) => ({ ...word, forms: formsOf(index, counted, step(word), read.length) }));
    if (formsIn(sought) > before) find(index, withAll(sought), found, most);
    if (found.size >= most) break;
  }
  if (found.size < limit) for (const wanted of withSome(sought)) find(index, wanted, found, most);
  return rankPassages([...found.values()], sought, index.counts, limit);
}

/** Counts a form when it is first asked for. */
function once(count: (form: WordForm) => CountedForm): (form: WordForm) => CountedForm {
  const known = new Map<string, CountedForm>();
  return (form) => {
    const counted = known.get(form.term) ?? count(form);
    known.set(form.term, counted);
    return { ...counted, ...form };
  };
}

const exactly = (word: QueryWord): QueryWord => ({ ...word, isUnfinished: false, mostWrong: 0 });
const unfinished = (word: QueryWord): QueryWord => ({ ...word, mostWrong: 0 });
const misspelled = (word: QueryWord): QueryWord => word;

const formsIn = (sought: readonly SoughtWord[]): number =>
  sought.reduce((sum, { forms }) => sum + forms.length, 0);

/** The forms that some passage has: the word itself, then those that tell most. */
function formsOf(
  { terms, counts }: SearchedIndex,
  counted: (form: WordForm) => CountedForm,
  word: QueryWord,
  words: number,
): CountedForm[] {
  const most = word.isUnfinished ? MOST_FORMS : Math.max(FEWEST_FORMS, Math.floor(MOST_FORMS / words));
  const itself = { term: word.term, weight: 1 };
  const isPlain = !word.isUnfinished && word.mostWrong === 0;
  const others = isPlain ? [] : terms.all.formsOf(word).filter(({ term }) => term !== word.term);
  const telling = others
    .sort((a, b) => b.weight - a.weight)
    .slice(0, COUNTED * most)
    .map((form) => counted(form))
    .filter((form) => passagesWith(form) > 0)
    .map((form) => ({ ...form, worth: form.weight * rarity(counts.passages, passagesWith(form)) }))
    .sort((a, b) => b.worth - a.worth);
  return [counted(itself), ...telling].filter((form) => passagesWith(form) > 0).slice(0, most);
}

const passagesWith = ({ inText, inAbout }: CountedForm): number => inText + inAbout;

/** In the language of FTS5; undefined where no passage can have all. */
function withAll(sought: readonly SoughtWord[]): string | undefined {
  if (sought.some(({ forms }) => forms.length === 0)) return undefined;
  const [only] = sought;
  if (sought.length === 1 && only) return anyOf(telling(only.forms));
  return [...new Set(sought.map(({ forms }) => `(${anyOf(forms)})`))].join(' AND ');
}

/** All words but one, in one form each, then the forms that tell most. */
function withSome(sought: readonly SoughtWord[]): string[] {
  const known = sought.filter(({ forms }) => forms.length > 0);
  const plain = known.map((word) => ({ ...word, forms: word.forms.slice(0, 1) }));
  const without = (left: SoughtWord) => withAll(plain.filter((word) => word !== left)) ?? '';
  const most =
    known.length > 2 && known.length <= MOST_LEFT_OUT ? plain.map((left) => `(${without(left)})`) : [];
  const forms = telling(known.flatMap((word) => word.forms));
  return [most.join(' OR '), anyOf(forms)].filter((wanted) => wanted !== '');
}

/** Of these forms the ones that fewest passages have. */
function telling(forms: readonly CountedForm[]): CountedForm[] {
  let sum = 0;
  return forms
    .toSorted((a, b) => passagesWith(a) - passagesWith(b))
    .filter((form, at) => (sum += passagesWith(form)) <= MOST_WITH_ANY || at === 0);
}

const anyOf = (forms: readonly CountedForm[]): string => forms.map(({ term }) => quoted(term)).join(' OR ');

/** As a string, which is no operator. */
const quoted = (term: string): string => `"${term.replaceAll('"', '""')}"`;

/** The passages that FTS5 finds; where they are many, those that it ranks best, for which it takes the longer the more words are asked for. */
function find(
  { database, paths }: SearchedIndex,
  wanted: string | undefined,
  found: Map<number, FoundPassage>,
  most: number,
): void {
  if (wanted === undefined) return;
  const first = 'SELECT rowid FROM found WHERE found MATCH ? LIMIT ?';
  const best =
    'SELECT rowid FROM (SELECT rowid, rank FROM found WHERE found MATCH ? LIMIT ?) ORDER BY rank LIMIT ?';
  const some = database.prepare(first).all(wanted, most + 1);
  const ranked = Math.max(2 * most, Math.floor(MOST_RANKED / (wanted.split('"').length / 2)));
  const rows = some.length > most ? database.prepare(best).all(wanted, ranked, most) : some;
  const select = database.prepare('SELECT text, about FROM passage WHERE id = ?');
  for (const { rowid } of rows) {
    const row = Number(rowid);
    const passage = found.has(row) ? undefined : select.get(row);
    if (!passage) continue;
    const path = paths.get(Math.floor(row / FIRST_OF_NEXT)) ?? '';
    found.set(row, {
      ...{ path, n: row % FIRST_OF_NEXT },
      ...{ text: splitTerms(String(passage['text'])), about: splitTerms(String(passage['about'])) },
    });
  }
}

/** Terms as they were joined by spaces. */
const splitTerms = (joined: string): string[] => (joined === '' ? [] : joined.split(' '));

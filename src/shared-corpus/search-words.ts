import { words } from '#corpus-index';

/** PostgreSQL refuses longer words (2 kB of UTF-8), keeps no more places of one, and none beyond the last. */
const LONGEST_WORD = 500;
const MOST_PLACES = 64;
const LAST_PLACE = 16_383;

/** Nor does a vector hold more than a megabyte: of a passage that long, so many letters of different words are found. */
const MOST_LETTERS = 200_000;

/** The words that something can be found by, folded as for every other engine of passages. */
export const searchWords = (text: string): string[] =>
  words(text)
    .map(({ term }) => term)
    .filter((term) => term.length <= LONGEST_WORD);

export interface SearchVector {
  /** As PostgreSQL reads a `tsvector`. */
  readonly text: string;
  readonly terms: readonly string[];
}

/** What a passage is found by: its own words weigh as A, those of its source's title and authors as B. */
export function searchVector(text: string, about: readonly string[]): SearchVector {
  const places = new Map<string, string[]>();
  let letters = 0;
  let place = 0;
  const add = (term: string, weight: 'A' | 'B') => {
    const known = places.get(term);
    place = Math.min(place + 1, LAST_PLACE);
    if (known) {
      if (known.length < MOST_PLACES) known.push(`${place}${weight}`);
    } else if ((letters += term.length) <= MOST_LETTERS) places.set(term, [`${place}${weight}`]);
  };
  for (const term of searchWords(text)) add(term, 'A');
  for (const term of about) add(term, 'B');
  const entries = [...places].map(([term, at]) => `${quotedWord(term)}:${at.join(',')}`);
  return { text: entries.join(' '), terms: [...places.keys()] };
}

/** A word as PostgreSQL reads it in a `tsvector` or `tsquery`, whatever is in it. */
export const quotedWord = (term: string): string =>
  `'${storable(term).replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** Without what PostgreSQL's texts cannot have: the character NUL, and halves of pairs. */
export const storable = (text: string): string =>
  text.replaceAll('\0', '\uFFFD').replace(/\p{Surrogate}/gu, '\uFFFD');

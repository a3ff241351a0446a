import { distance } from 'fastest-levenshtein';
import type { Client } from 'pg';
import { quotedWord } from './search-words';

/** A word that has so many letters or more is also looked for misspelled, and one letter in five may be wrong: as in the other engines. */
const SHORTEST_FUZZY_WORD = 5;
const FUZZINESS = 0.2;

/** Of a beginning that is shorter, only the most frequent words are looked for: half of all passages have some word. */
const SHORTEST_PREFIX = 3;
const MOST_FINISHED = 50;

/** So many words that share most trigrams with a misspelled one are compared with it letter by letter. */
const MOST_SIMILAR = 200;

/** A form that a word of the query is looked for in, as PostgreSQL reads it in a `tsquery`, and what finding it is worth. */
interface Form {
  readonly query: string;
  readonly worth: number;
}

export interface QueryWord {
  readonly term: string;
  readonly forms: readonly Form[];
  /** How many passages have it, as they were counted last. */
  readonly passages: number;
}

/** What is found by its beginning or by a likeness is worth less than the word itself: the weights that MiniSearch takes. */
const WORTH_PREFIX = 0.375;
const WORTH_SIMILAR = 0.45;

/** The words of a query; the last one may be unfinished. */
export async function queryWords(client: Client, terms: readonly string[]): Promise<QueryWord[]> {
  const counts = await countsOf(client, terms);
  const last = terms.at(-1) ?? '';
  const beginnings = last.length < SHORTEST_PREFIX ? await frequent(client, last) : [`${quotedWord(last)}:*`];
  return terms.map((term) => ({
    term,
    forms: [
      { query: quotedWord(term), worth: 1 },
      ...(term === last ? beginnings.map((query) => ({ query, worth: WORTH_PREFIX })) : []),
    ],
    passages: counts.get(term) ?? 0,
  }));
}

/** The same words with those of the vocabulary that they may have been meant for. */
export const withSimilar = (client: Client, words: readonly QueryWord[]): Promise<QueryWord[]> =>
  Promise.all(
    words.map(async (word) => {
      const similar = word.term.length < SHORTEST_FUZZY_WORD ? [] : await similarTo(client, word.term);
      const forms = similar.map((term) => ({ query: quotedWord(term), worth: WORTH_SIMILAR }));
      return { ...word, forms: [...word.forms, ...forms] };
    }),
  );

async function countsOf(client: Client, terms: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ term: string; passages: number }>(
    'SELECT term, passages FROM sourcewright.word WHERE term = ANY($1)',
    [terms],
  );
  return new Map(rows.map(({ term, passages }) => [term, passages]));
}

async function frequent(client: Client, beginning: string): Promise<string[]> {
  const { rows } = await client.query<{ term: string }>(
    'SELECT term FROM sourcewright.word WHERE term LIKE $1 ORDER BY passages DESC, term LIMIT $2',
    [`${beginning.replace(/[\\%_]/g, String.raw`\$&`)}%`, MOST_FINISHED],
  );
  return rows.map(({ term }) => quotedWord(term));
}

async function similarTo(client: Client, term: string): Promise<string[]> {
  const { rows } = await client.query<{ term: string }>(
    'SELECT term FROM sourcewright.word WHERE term % $1 AND term <> $1 ORDER BY similarity(term, $1) DESC, term LIMIT $2',
    [term, MOST_SIMILAR],
  );
  const most = Math.round(term.length * FUZZINESS);
  return rows.map((row) => row.term).filter((other) => distance(other, term) <= most);
}

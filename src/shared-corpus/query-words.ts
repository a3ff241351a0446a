import { distance } from 'fastest-levenshtein';
import type { Client } from 'pg';
import { stopWords } from '#corpus-index';
import { quotedWord, searchWords } from './search-words';

/** A word of so many letters is also looked for misspelled, and one letter in five may be wrong: as in the other engines. */
const SHORTEST_FUZZY_WORD = 5;
const LONGEST_FUZZY_WORD = 40;
const FUZZINESS = 0.2;

/** Of a beginning that is shorter, only the most frequent words are looked for: half of all passages have some word. */
const SHORTEST_PREFIX = 3;
const MOST_FINISHED = 50;

/** So many words that share most trigrams with a misspelled one are compared with it letter by letter. */
const MOST_SIMILAR = 200;

/** More words are not looked for: they are a page that was pasted, and its first words find it. */
const MOST_WORDS = 32;

/** What is found by its beginning or by a likeness is worth less than the word itself: the weights that MiniSearch takes. */
const WORTH_PREFIX = 0.375;
const WORTH_SIMILAR = 0.45;

/** A form that a word of the query is looked for in, as PostgreSQL reads it in a `tsquery`, and what finding it is worth. */
interface Form {
  readonly query: string;
  readonly worth: number;
}

export interface QueryWord {
  readonly term: string;
  readonly forms: readonly Form[];
  /** How many passages have it. */
  readonly passages: number;
}

/** The words of a query; the last one may be unfinished. Function words count where there are no others, and do not grow then. */
export async function queryWords(client: Client, query: string): Promise<QueryWord[]> {
  const all = [...new Set(searchWords(query))];
  const telling = all.filter((term) => !stopWords.has(term));
  const terms = (telling.length > 0 ? telling : all).slice(0, MOST_WORDS);
  if (terms.length === 0) return [];
  const counts = await countsOf(client, terms);
  const last = telling.length > 0 || all.length === 1 ? terms.at(-1) : undefined;
  const longer = last === undefined ? [] : await beginningWith(client, last);
  return terms.map((term) => ({
    term,
    forms: [{ query: quotedWord(term), worth: 1 }, ...(term === last ? longer : [])],
    passages: counts.get(term) ?? 0,
  }));
}

/** The same words with those of the vocabulary that they may have been meant for. */
export async function withSimilar(client: Client, words: readonly QueryWord[]): Promise<QueryWord[]> {
  const found: QueryWord[] = [];
  for (const word of words) {
    const similar = mayErr(word.term) ? await similarTo(client, word.term) : [];
    const forms = similar.map((term) => ({ query: quotedWord(term), worth: WORTH_SIMILAR }));
    found.push({ ...word, forms: [...word.forms, ...forms] });
  }
  return found;
}

const mayErr = (term: string): boolean =>
  term.length >= SHORTEST_FUZZY_WORD && term.length <= LONGEST_FUZZY_WORD && !stopWords.has(term);

async function countsOf(client: Client, terms: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ term: string; passages: number }>(
    'SELECT term, passages FROM sourcewright.word WHERE term = ANY($1)',
    [terms],
  );
  return new Map(rows.map(({ term, passages }) => [term, passages]));
}

async function beginningWith(client: Client, beginning: string): Promise<Form[]> {
  if (beginning.length >= SHORTEST_PREFIX)
    return [{ query: `${quotedWord(beginning)}:*`, worth: WORTH_PREFIX }];
  const { rows } = await client.query<{ term: string }>(
    'SELECT term FROM sourcewright.word WHERE term LIKE $1 AND term <> ALL($2) ORDER BY passages DESC, term LIMIT $3',
    [`${beginning.replace(/[\\%_]/g, String.raw`\$&`)}%`, [...stopWords], MOST_FINISHED],
  );
  return rows.map(({ term }) => ({ query: quotedWord(term), worth: WORTH_PREFIX }));
}

async function similarTo(client: Client, term: string): Promise<string[]> {
  const { rows } = await client.query<{ term: string }>(
    'SELECT term FROM sourcewright.word WHERE term % $1 ORDER BY similarity(term, $1) DESC, term LIMIT $2',
    [term, MOST_SIMILAR],
  );
  const most = Math.round(term.length * FUZZINESS);
  return rows
    .map((row) => row.term)
    .filter((other) => other !== term && !stopWords.has(other) && distance(other, term) <= most);
}

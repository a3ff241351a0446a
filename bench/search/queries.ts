import { stopWords, words } from '#corpus-index';
import { chance, pick } from '../chance';

/** What is asked: one word that is being typed, some words of which any or all are wanted, words as they stand in a passage. */
export type QueryKind = 'prefix' | 'any' | 'all' | 'quotation';

export const QUERY_KINDS: Readonly<Record<QueryKind, string>> = {
  prefix: 'one word, unfinished',
  any: '3 to 6 words, any of them',
  all: '3 to 6 words, all of them',
  quotation: '20 words as they stand',
};

/** Words of a quotation. */
const QUOTED = 20;

/** Fewer letters than this begin too many words to be looked for. */
const FEWEST_TYPED = 2;

export type Queries = Readonly<Record<QueryKind, readonly string[]>>;

/** So many queries of each kind, made of words that the passages have. */
export function makeQueries(passages: readonly string[], count: number, seed: number): Queries {
  const random = chance(seed);
  const telling = () => {
    for (;;) {
      const found = words(pick(passages, random)).flatMap(({ term }) => (stopWords.has(term) ? [] : [term]));
      if (found.length >= QUOTED) return found;
    }
  };
  const some = () => {
    const found = telling();
    return Array.from({ length: 3 + Math.floor(random() * 4) }, () => pick(found, random)).join(' ');
  };
  const typed = () => {
    for (;;) {
      const word = pick(telling(), random);
      const begun = word.slice(0, FEWEST_TYPED + Math.floor(random() * word.length));
      if (!stopWords.has(begun)) return begun;
    }
  };
  const quoted = () => {
    for (;;) {
      const all = pick(passages, random).split(' ');
      const from = Math.floor(random() * (all.length - QUOTED));
      if (all.length > QUOTED) return all.slice(from, from + QUOTED).join(' ');
    }
  };
  const make = (query: () => string) => Array.from({ length: count }, query);
  return { prefix: make(typed), any: make(some), all: make(some), quotation: make(quoted) };
}

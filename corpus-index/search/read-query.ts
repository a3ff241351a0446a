import { stopWords } from '../text/stop-words';
import { words } from '../text/words';
import { LONGEST_FUZZY_WORD, MOST_QUERY_WORDS } from './limits';

/** Words shorter than this many letters are not searched for misspelled: too many others are near. */
const SHORTEST_FUZZY_WORD = 5;

/** One letter in five may be wrong, and no more than so many. */
const FUZZINESS = 0.2;
const MOST_WRONG = 6;

/** A word of a query, and how it is looked for. */
export interface QueryWord {
  readonly term: string;
  /** How often it stands in the query so. */
  readonly times: number;
  /** Whether it may be the beginning of a longer word. */
  readonly isUnfinished: boolean;
  /** So many letters may be wrong. */
  readonly mostWrong: number;
}

/**
 * The words of a query, those with the same letters one behind the other. Function words are passed over; where there are no
 * others they are looked for just as they are, a single one as what may become another word.
 */
export function readQuery(query: string): QueryWord[] {
  const all = words(query).map(({ term }) => term);
  const telling = all.filter((term) => !stopWords.has(term));
  const terms = (telling.length > 0 ? telling : all).slice(0, MOST_QUERY_WORDS);
  const mayGrow = telling.length > 0 || all.length === 1;
  const finished = mayGrow ? terms.slice(0, -1) : terms;
  const last = mayGrow ? terms.at(-1) : undefined;
  const counts = new Map<string, number>();
  for (const term of finished) counts.set(term, (counts.get(term) ?? 0) + 1);
  const queried = [...counts].map(([term, times]) => queryWord(term, times, false));
  if (last === undefined) return queried;
  const same = queried.findIndex(({ term }) => term === last);
  queried.splice(same < 0 ? queried.length : same + 1, 0, queryWord(last, 1, true));
  return queried;
}

function queryWord(term: string, times: number, isUnfinished: boolean): QueryWord {
  const { length } = term;
  const mayErr = length >= SHORTEST_FUZZY_WORD && length <= LONGEST_FUZZY_WORD && !stopWords.has(term);
  const mostWrong = mayErr ? Math.min(MOST_WRONG, Math.round(length * FUZZINESS)) : 0;
  return { term, times, isUnfinished, mostWrong };
}

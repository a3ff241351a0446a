import type { Actor } from '../records/actor';
import { words } from '../text/words';
import type { ActorCompletionIndex, IndexedWord } from './completion-index';
import { firstPlace, placeOf } from './completion-index';
import { ARTICLE } from './name-words';

/** An actor whose names fit what has been typed. */
export interface ActorCompletion {
  readonly actor: Actor;
  /** The spelling that fits best, as the record writes it. */
  readonly alias: string;
  /** Higher fits better, from 0 to 7: what decides is where the typed words stand, then whether the last one is complete. */
  readonly score: number;
}

interface Candidate {
  readonly entry: IndexedWord;
  readonly score: number;
  readonly rank: number;
}

/** Sorts after every word that begins with what stands before it. */
const BEYOND = '\uffff';

/**
 * The actors that have the typed words in one of their spellings, each typed word being the beginning of
 * a word, in their order: "adl" and "saif ad" give Saif al-Adl. Folded as for search; Arabic articles
 * count only where nothing else is typed. Best first, each actor once; equals in the order of their names.
 */
export function completeActors(index: ActorCompletionIndex, typed: string, limit = 50): ActorCompletion[] {
  const terms = typedWords(typed);
  const last = terms.at(-1);
  if (last === undefined) return [];
  const { from, to, which } = fewestPlaces(index, terms);
  const endOfWhole = firstPlace(index, `${last}\0`);
  const top: Candidate[] = [];
  for (let at = from; at < to; at++) {
    // Of a single word very many may fit: only their numbers are looked at.
    const score =
      terms.length === 1
        ? scoreOf(index.place[at] ?? 0, at < endOfWhole)
        : scoreOfWords(index.words[at], terms, which);
    if (score === undefined) continue;
    const rank = index.rank[at] ?? 0;
    const worst = top[limit - 1];
    if (worst && !isBefore(score, rank, worst)) continue;
    const entry = index.words[at];
    if (entry) insert(top, { entry, score, rank }, limit);
  }
  return top.map(({ entry: { spelling }, score }) => ({
    actor: index.actors[spelling.actor] as Actor,
    alias: spelling.alias,
    score,
  }));
}

interface Places {
  readonly from: number;
  readonly to: number;
  /** Which of the typed words these begin with. */
  readonly which: number;
}

/** The words of the index that begin with one of the typed words: with that of which there are fewest. */
function fewestPlaces(index: ActorCompletionIndex, terms: readonly string[]): Places {
  return terms
    .map((term, which) => ({ from: firstPlace(index, term), to: firstPlace(index, term + BEYOND), which }))
    .reduce((one, other) => (other.to - other.from < one.to - one.from ? other : one));
}

function typedWords(typed: string): string[] {
  const terms = words(typed).map(({ term }) => term);
  const telling = terms.filter((term) => term !== ARTICLE);
  return telling.length > 0 ? telling : terms.slice(0, 1);
}

/** The place decides, then whether the last typed word is complete. */
const scoreOf = (place: number, isComplete: boolean): number => place * 2 + (isComplete ? 1 : 0);

function scoreOfWords(
  entry: IndexedWord | undefined,
  terms: readonly string[],
  which: number,
): number | undefined {
  const place = entry && placeOfFirst(entry, terms, which);
  const ending = entry && endingOf(entry, terms, which);
  return place === undefined || ending === undefined ? undefined : scoreOf(place, ending === terms.at(-1));
}

/** How the typed words up to the entry's stand in its spelling; nothing where they do not. */
function placeOfFirst(
  { spelling, position }: IndexedWord,
  terms: readonly string[],
  which: number,
): number | undefined {
  let at = position;
  for (let earlier = which - 1; earlier >= 0; earlier--) {
    do at--;
    while (at >= 0 && !spelling.words[at]?.startsWith(terms[earlier] ?? ''));
    if (at < 0) return undefined;
  }
  return placeOf(spelling, at === 0);
}

/** The spelling's word that begins with the last typed one, behind those before; nothing where they do not follow. */
function endingOf(
  { spelling, position, word }: IndexedWord,
  terms: readonly string[],
  which: number,
): string | undefined {
  let ending: string | undefined = word;
  let at = position;
  for (let later = which + 1; later < terms.length; later++) {
    do ending = spelling.words[++at];
    while (ending !== undefined && !ending.startsWith(terms[later] ?? ''));
    if (ending === undefined) return undefined;
  }
  return ending;
}

const isBefore = (score: number, rank: number, other: Candidate): boolean =>
  score > other.score || (score === other.score && rank < other.rank);

/** Puts a candidate in its place among the best, which name each actor once and are no more than `limit`. */
function insert(top: Candidate[], candidate: Candidate, limit: number): void {
  const { score, rank } = candidate;
  const known = top.findIndex((other) => other.rank === rank);
  const other = top[known];
  if (other && !isBefore(score, rank, other)) return;
  if (other) top.splice(known, 1);
  const at = top.findIndex((worse) => isBefore(score, rank, worse));
  top.splice(at === -1 ? top.length : at, 0, candidate);
  top.length = Math.min(top.length, limit);
}

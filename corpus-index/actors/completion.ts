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
  const [last, ...earlier] = typedWords(typed).reverse();
  if (last === undefined) return [];
  const top: Candidate[] = [];
  const end = firstPlace(index, last + BEYOND);
  const endOfWhole = firstPlace(index, `${last}\0`);
  for (let at = firstPlace(index, last); at < end; at++) {
    const entry = index.words[at];
    const place = earlier.length === 0 ? index.place[at] : entry && placeAfter(entry, earlier);
    if (place === undefined) continue;
    // The place decides, then whether the last typed word is complete.
    const score = place * 2 + (at < endOfWhole ? 1 : 0);
    const rank = index.rank[at] ?? 0;
    const worst = top[limit - 1];
    if (entry && (!worst || isBefore(score, rank, worst))) insert(top, { entry, score, rank }, limit);
  }
  return top.map(({ entry: { spelling }, score }) => ({
    actor: index.actors[spelling.actor] as Actor,
    alias: spelling.alias,
    score,
  }));
}

function typedWords(typed: string): string[] {
  const terms = words(typed).map(({ term }) => term);
  const telling = terms.filter((term) => term !== ARTICLE);
  return telling.length > 0 ? telling : terms.slice(0, 1);
}

/** How the typed words stand in the entry's spelling, the `earlier` ones nearest first; nothing where they do not. */
function placeAfter({ spelling, position }: IndexedWord, earlier: readonly string[]): number | undefined {
  let at = position;
  for (const typed of earlier) {
    do at--;
    while (at >= 0 && !spelling.words[at]?.startsWith(typed));
    if (at < 0) return undefined;
  }
  return placeOf(spelling, at === 0);
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

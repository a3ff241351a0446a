import type { Actor } from '../records/actor';
import { words } from '../text/words';
import { ARTICLE } from './name-words';
import type { OriginatedName } from './names-of';
import { namesOf } from './names-of';
import type { Steps } from './steps';
import { inOneGo, OF_ONE_STEP } from './steps';

export interface Spelling extends OriginatedName {
  /** Number of the actor. */
  readonly actor: number;
  /** Folded, without articles. */
  readonly words: readonly string[];
}

/** One word of a spelling. */
export interface IndexedWord {
  readonly word: string;
  readonly spelling: Spelling;
  /** Which of the spelling's words it is. */
  readonly position: number;
}

/**
 * How a word stands in its spelling: the spelling begins with it, or has it inside; the house spelling
 * goes before the others.
 */
const PLACE = { insideAlias: 0, insideName: 1, beginsAlias: 2, beginsName: 3 } as const;

/** All words of all spellings in order, so that words with one beginning stand together. */
export interface ActorCompletionIndex {
  readonly actors: readonly Actor[];
  readonly words: readonly IndexedWord[];
  /** By word: its `PLACE`, and its actor's place in the order of names. Beside the words, as a query looks at very many. */
  readonly place: Uint8Array;
  readonly rank: Uint32Array;
}

const WORDS_OF_ONE_STEP = 8192;

/** Makes ready what `completeActors` looks through. */
export const buildCompletionIndex = (actors: readonly Actor[]): ActorCompletionIndex =>
  inOneGo(completionInSteps(actors));

/** Makes it ready in steps, as `matcherInSteps` builds. */
export function* completionInSteps(actors: readonly Actor[]): Steps<ActorCompletionIndex> {
  const byWord = new Map<string, IndexedWord[]>();
  for (const [at, actor] of actors.entries()) {
    if (at % OF_ONE_STEP === 0) yield;
    for (const name of namesOf(actor)) for (const word of indexedWords(name, at)) addWord(word, byWord);
  }
  yield;
  const inOrder = [...byWord.keys()].sort();
  yield;
  const indexed = inOrder.flatMap((word) => byWord.get(word) ?? []);
  yield;
  const ranks = ranksOf(actors);
  const place = new Uint8Array(indexed.length);
  const rank = new Uint32Array(indexed.length);
  for (const [at, { spelling, position }] of indexed.entries()) {
    if (at % WORDS_OF_ONE_STEP === 0) yield;
    place[at] = placeOf(spelling, position === 0);
    rank[at] = ranks[spelling.actor] ?? 0;
  }
  return { actors, words: indexed, place, rank };
}

export function placeOf({ origin }: Spelling, begins: boolean): number {
  if (begins) return origin === 'name' ? PLACE.beginsName : PLACE.beginsAlias;
  return origin === 'name' ? PLACE.insideName : PLACE.insideAlias;
}

function indexedWords(name: OriginatedName, actor: number): IndexedWord[] {
  const terms = words(name.alias).map(({ term }) => term);
  const telling = terms.filter((term) => term !== ARTICLE);
  const spelling = { ...name, actor, words: telling };
  const indexed = telling.map((word, position) => ({ word, spelling, position }));
  // What begins with the article is also to be found by typing the article.
  return terms[0] === ARTICLE ? [...indexed, { word: ARTICLE, spelling, position: 0 }] : indexed;
}

/** Words are put in order by the different ones, which are far fewer than all. */
function addWord(entry: IndexedWord, byWord: Map<string, IndexedWord[]>): void {
  const same = byWord.get(entry.word);
  if (same) same.push(entry);
  else byWord.set(entry.word, [entry]);
}

function ranksOf(actors: readonly Actor[]): Uint32Array {
  const order = actors.map(({ name }, at) => ({ name, at })).sort((a, b) => compare(a.name, b.name));
  const rank = new Uint32Array(actors.length);
  order.forEach(({ at }, place) => (rank[at] = place));
  return rank;
}

/** By code unit: fast, and the same on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The first place in the order whose word is not less than `word`. */
export function firstPlace({ words: indexed }: ActorCompletionIndex, word: string): number {
  let low = 0;
  let high = indexed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((indexed[middle]?.word ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

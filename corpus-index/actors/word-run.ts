import { WordCursor } from '../text/word-cursor';
import type { Word } from '../text/words';
import type { ActorMatcher } from './matcher';
import { ROOT } from './matcher';

/** Words that follow one another in a text and are all words of names: what a name can stand in. */
export interface WordRun {
  /** How many words there are; the arrays may be longer. */
  length: number;
  /** The word's number in the matcher. */
  readonly word: number[];
  readonly start: number[];
  readonly end: number[];
}

/**
 * Visits the runs that begin with a word that a name begins with, or an Arabic article, in one pass
 * over the text up to `limit`, folding as it goes. The run is the same object each time.
 */
export function forEachRun(
  matcher: ActorMatcher,
  text: string,
  limit: number,
  visit: (run: WordRun) => void,
): void {
  const { words, firstNode, article } = matcher;
  const run: WordRun = { length: 0, word: [], start: [], end: [] };
  const cursor = new WordCursor(text, 0, limit);
  while (cursor.next()) {
    const word = words.find(cursor);
    if (word >= 0 && (run.length > 0 || firstNode[word] !== ROOT || word === article)) {
      run.word[run.length] = word;
      run.start[run.length] = cursor.start;
      run.end[run.length++] = cursor.end;
    } else if (run.length > 0) {
      visit(run);
      run.length = 0;
    }
  }
  if (run.length > 0) visit(run);
}

/** The words `first` to `last` of a run, both included. */
export function wordsOfRun({ words }: ActorMatcher, run: WordRun, first: number, last: number): Word[] {
  const found: Word[] = [];
  for (let at = first; at <= last; at++) {
    found.push({ term: words.term(run.word[at] ?? 0), start: run.start[at] ?? 0, end: run.end[at] ?? 0 });
  }
  return found;
}

import { WordCursor } from '../text/word-cursor';
import type { Word } from '../text/words';
import type { ActorMatcher } from './matcher';

/**
 * The words of a text that may belong to a name, in order: those that a name begins with, and those
 * of names that follow such a word directly. Parallel arrays, as a text has very many.
 */
export interface KnownWords {
  /** The word's number in the matcher. */
  readonly word: readonly number[];
  /** Which word of the text it is: neighbours differ by one. */
  readonly ordinal: readonly number[];
  readonly start: readonly number[];
  readonly end: readonly number[];
}

/** One pass over the text up to `limit`, folding as it goes. */
export function knownWords(
  { words, starts, article }: ActorMatcher,
  text: string,
  limit: number,
): KnownWords {
  const known = { word: [] as number[], ordinal: [] as number[], start: [] as number[], end: [] as number[] };
  const cursor = new WordCursor(text, 0, limit);
  let last = -2;
  for (let ordinal = 0; cursor.next(); ordinal++) {
    const word = words.find(cursor);
    if (word < 0 || (starts[word] === 0 && word !== article && last !== ordinal - 1)) continue;
    last = ordinal;
    known.word.push(word);
    known.ordinal.push(ordinal);
    known.start.push(cursor.start);
    known.end.push(cursor.end);
  }
  return known;
}

/** The known words `from` to `to`, both included, as words. */
export function wordsAt({ words }: ActorMatcher, known: KnownWords, from: number, to: number): Word[] {
  const found: Word[] = [];
  for (let at = from; at <= to; at++) {
    found.push({
      term: words.term(known.word[at] ?? 0),
      start: known.start[at] ?? 0,
      end: known.end[at] ?? 0,
    });
  }
  return found;
}

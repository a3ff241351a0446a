import type { Word } from '../text/words';
import type { HereNames } from './here-names';
import type { KnownWord } from './known-words';
import type { ActorMatcher } from './matcher';
import { WordScan } from './word-scan';

/** Words that follow one another in a text and may all be words of names: what a name can stand in. */
export interface WordRun {
  /** How many words there are; the arrays may be longer. */
  length: number;
  readonly words: KnownWord[];
  readonly start: number[];
  readonly end: number[];
}

/**
 * Visits the runs that begin with a word that a name begins with, a spelling of one, or an Arabic article, in one
 * pass over the text, folding as it goes: each is in `run` while it is visited. `here` are names that count in this
 * text alone; it may grow on the way.
 */
export function forEachRun(
  matcher: ActorMatcher,
  text: string,
  run: WordRun,
  here: HereNames,
  visit: () => void,
): void {
  const { begins, known } = matcher;
  const scan = new WordScan(text);
  while (run.length > 0 ? scan.next() : scan.nextOf(begins, here.isEmpty ? known.passedOver : undefined)) {
    const word = scan.changed ? known.findCapital(scan) : known.findRecorded(scan);
    if (word && (run.length > 0 ? word.word >= 0 || word.first !== 0 : mayBegin(word, here))) {
      run.words[run.length] = word;
      run.start[run.length] = scan.start;
      run.end[run.length++] = scan.end;
    } else if (run.length > 0) {
      visit();
      run.length = 0;
    } else if (word && !word.begins) known.passOver(scan);
  }
  if (run.length > 0) visit();
}

/** Whether a name may begin with a word, or an article that belongs to it. */
export const mayBegin = (word: KnownWord, here: HereNames): boolean => word.begins || here.beginsWith(word);

/** The number of a run's word among the recorded ones, -1 for another. */
export const wordAt = (run: WordRun, at: number): number => run.words[at]?.word ?? -1;

/** The words `first` to `last` of a run, both included, where all are recorded ones. */
export function wordsOfRun(
  { words: table }: ActorMatcher,
  run: WordRun,
  first: number,
  last: number,
): Word[] {
  const found: Word[] = [];
  for (let at = first; at <= last; at++)
    found.push({ term: table.term(wordAt(run, at)), start: run.start[at] ?? 0, end: run.end[at] ?? 0 });
  return found;
}

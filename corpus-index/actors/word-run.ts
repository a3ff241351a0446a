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
  here: HereNames,
  visit: (run: WordRun) => void,
): void {
  const reader = spare ?? { scan: new WordScan(''), run: { length: 0, words: [], start: [], end: [] } };
  spare = undefined;
  reader.scan.moveTo(text);
  reader.run.length = 0;
  readRuns(matcher, here, reader, visit);
  reader.scan.moveTo('');
  spare = reader;
}

interface Reader {
  readonly scan: WordScan;
  readonly run: WordRun;
}

/** To make these for each of many short texts would take as long as to read it. */
let spare: Reader | undefined;

function readRuns(
  { begins, known }: ActorMatcher,
  here: HereNames,
  { scan, run }: Reader,
  visit: (run: WordRun) => void,
): void {
  const wanted = { begins, passed: known.passed, here };
  while (run.length > 0 ? scan.next() : scan.nextOf(wanted)) {
    const word = scan.changed ? known.findCapital(scan) : known.findRecorded(scan);
    if (word && (run.length > 0 ? word.word >= 0 || word.first !== 0 : mayBegin(word, here))) {
      run.words[run.length] = word;
      run.start[run.length] = scan.start;
      run.end[run.length++] = scan.end;
    } else if (run.length > 0) {
      visit(run);
      run.length = 0;
    } else if (word && scan.changed && !word.begins) known.passOver(scan, word);
  }
  if (run.length > 0) visit(run);
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

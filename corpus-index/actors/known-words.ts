import { stopWords } from '../text/stop-words';
import { bitsOf } from './here-names';
import { PassedWords } from './passed-words';
import type { Spellings } from './spelling/spellings';
import { isInitials } from './spelling/name-parts';
import { initialLabel, labelsOfTerm } from './spelling/part-labels';
import type { WordScan } from './word-scan';
import { WordTable } from './word-table';

/** A word of a text as the matcher knows it. */
export interface KnownWord {
  /** Its number among the words of recorded names, -1 for another. */
  readonly word: number;
  /** Labels of what it may be spelled for, see `labelsOfTerm`; 0 for none. */
  readonly first: number;
  readonly second: number;
  readonly noun: number;
  /** Whether a recorded name or a spelling of one may begin with it, or it is an article. */
  readonly begins: boolean;
}

/** So many words of texts are remembered, then all are forgotten. */
const MOST_SEEN = 1 << 16;

const MOST_WITH_PERIODS = 1 << 10;

/** Looks words up, and remembers what it found of those that are no recorded name's. */
export class KnownWords {
  private readonly recorded: (KnownWord | undefined)[] = [];
  private seen = new WordTable();
  private ofSeen: KnownWord[] = [];
  /** As they are written. */
  private readonly withPeriods = new Map<string, KnownWord>();
  /** Words that no name begins with. */
  readonly passed = new PassedWords();

  constructor(
    private readonly words: WordTable,
    /** By word: whether a recorded name begins with it. */
    private readonly begins: (word: number) => boolean,
    private readonly spellings: Spellings | undefined,
  ) {}

  /** A word of a recorded name; nothing where it is none. */
  findRecorded(scan: WordScan): KnownWord | undefined {
    const word = this.words.find(scan);
    return word < 0 ? undefined : (this.recorded[word] ??= this.known(word, this.words.term(word)));
  }

  /** A word with a capital, which may be a spelling of a recorded one. */
  findCapital(scan: WordScan): KnownWord {
    if (!this.spellings) return this.findRecorded(scan) ?? UNKNOWN;
    if (scan.hasPeriods()) return this.initials(scan);
    const id = this.seen.find(scan);
    // An array that is asked for -1 is to V8 a dictionary from then on.
    return (id < 0 ? undefined : this.ofSeen[id]) ?? this.remember(scan);
  }

  /** Remembers a word with which no name begins. With periods it may be another word. */
  passOver(scan: WordScan, { first, noun }: KnownWord): void {
    if (!scan.hasPeriods()) this.passed.add(scan.hash, bitsOf(first, noun));
  }

  private remember(scan: WordScan): KnownWord {
    if (this.seen.size >= MOST_SEEN) {
      this.seen = new WordTable();
      this.ofSeen = [];
    }
    const known = this.findRecorded(scan) ?? this.known(-1, scan.term());
    this.ofSeen[this.seen.add(scan)] = known;
    return known;
  }

  private known(word: number, term: string): KnownWord {
    const begins = word >= 0 && this.begins(word);
    if (!this.spellings) return knownWord(word, 0, 0, 0, begins);
    const labels = labelsOfTerm(term);
    const isSpelled = this.spellings.mayBegin(term, labels);
    // Most capitals are those of a sentence's first word, and that is mostly one of these.
    const begin = begins || (isSpelled && !stopWords.has(term));
    return knownWord(word, labels.first, labels.second, labels.noun, begin);
  }

  /** "J.D." is two initials; "U.S." is a word, too. */
  private initials(scan: WordScan): KnownWord {
    const written = scan.text.slice(scan.start, scan.end);
    let known = this.withPeriods.get(written);
    if (known) return known;
    if (this.withPeriods.size >= MOST_WITH_PERIODS) this.withPeriods.clear();
    this.withPeriods.set(written, (known = this.knownInitials(scan, written)));
    return known;
  }

  private knownInitials(scan: WordScan, written: string): KnownWord {
    const term = scan.term();
    const known = this.findRecorded(scan) ?? this.known(-1, term);
    if (!isInitials(written, term)) return known;
    const first = initialLabel(term.slice(0, 1));
    this.spellings?.make(first);
    const second = term.length > 1 ? initialLabel(term.slice(1, 2)) : 0;
    return knownWord(known.word, first, second, 0, known.begins);
  }
}

/** All are made in one place: a text's loop is quicker with objects of one shape. */
const knownWord = (
  word: number,
  first: number,
  second: number,
  noun: number,
  begins: boolean,
): KnownWord => ({ word, first, second, noun, begins });

const UNKNOWN = knownWord(-1, 0, 0, 0, false);

import { stopWords } from '../text/stop-words';
import type { HashFilter } from './hash-filter';
import type { Spellings } from './spelling/spellings';
import { isInitials } from './spelling/name-parts';
import { initialLabel, labelsOfTerm } from './spelling/part-labels';
import type { WordScan } from './word-scan';
import { spread, WordTable } from './word-table';

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

/** A power of two. */
const PASSED_OVER = 1 << 13;

const UNKNOWN: KnownWord = { word: -1, first: 0, second: 0, noun: 0, begins: false };

/** Looks words up, and remembers what it found of those that are no recorded name's. */
export class KnownWords {
  private readonly recorded: (KnownWord | undefined)[] = [];
  private seen = new WordTable();
  private ofSeen: KnownWord[] = [];
  /**
   * Hashes of words that no name begins with, as was found not long ago, each at one slot: a table small enough to stay
   * near the processor, for most capitals of a text are those of a few words. Two words may have one hash: no recorded
   * name's first word is passed over for that, and of spellings one in four thousand million.
   */
  readonly passedOver = new Int32Array(PASSED_OVER);

  constructor(
    private readonly words: WordTable,
    /** By word: whether a recorded name begins with it. */
    private readonly begins: (word: number) => boolean,
    private readonly spellings: Spellings | undefined,
    /** Hashes of words that recorded names begin with. */
    private readonly first: HashFilter,
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
    return this.ofSeen[id] ?? this.remember(scan);
  }

  /** Remembers a word with which no name begins. */
  passOver({ hash }: WordScan): void {
    if (!this.first.mayHave(hash)) this.passedOver[spread(hash) & (PASSED_OVER - 1)] = hash;
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
    if (!this.spellings) return { ...UNKNOWN, word, begins };
    const labels = labelsOfTerm(term);
    const isSpelled = this.spellings.mayBegin(term, labels);
    // Most capitals are those of a sentence's first word, and that is mostly one of these.
    return {
      word,
      ...labels,
      begins: begins || (isSpelled && !stopWords.has(term)),
    };
  }

  /** "J.D." is two initials; "U.S." is a word, too. */
  private initials(scan: WordScan): KnownWord {
    const term = scan.term();
    const known = this.findRecorded(scan) ?? this.known(-1, term);
    if (!isInitials(scan.text.slice(scan.start, scan.end), term)) return known;
    const first = initialLabel(term.slice(0, 1));
    this.spellings?.make(first);
    return {
      ...known,
      first,
      second: term.length > 1 ? initialLabel(term.slice(1, 2)) : 0,
      noun: 0,
    };
  }
}

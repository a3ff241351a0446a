import {
  APOSTROPHE,
  classify,
  COMMA,
  FIRST_FOLDED,
  HYPHEN,
  IDEOGRAPH,
  PERIOD,
  SEPARATOR,
  SLASH,
  table,
  UNSEEN,
} from '../text/fold-table';
import { FIRST_LETTER, HASH_PRIME, HASH_SEED, WordCursor } from '../text/word-cursor';
import type { HashFilter } from './hash-filter';
import type { HereNames } from './here-names';
import type { PassedWords } from './passed-words';
import type { HashedWord } from './word-table';

const LETTER_A = 0x61;
const LETTER_E = 0x65;
const LETTER_L = 0x6c;
const LETTER_S = 0x73;
const LETTER_U = 0x75;
const FULL_STOP = 0x2e;

/** What is looked for in a text. */
export interface WantedWords {
  /** Hashes of the words that names begin with. */
  readonly begins: HashFilter;
  readonly passed: PassedWords;
  /** Names that count in this text alone. */
  readonly here: HereNames;
}

/**
 * Walks over the words of a text as `WordCursor` does, with the same bounds and hashes, but reads plain words (letters
 * up to a space or a mark that ends a word in any case) in a loop of its own that keeps nothing but their hash. Every
 * other word is left to the cursor.
 */
export class WordScan implements HashedWord {
  start = 0;
  end = 0;
  hash = 0;
  /** Whether folding changes the first character: a capital, or a letter with a sign. */
  changed = false;

  private at = 0;
  private plain = true;
  private made: WordCursor | undefined;
  /** Whether the cursor has this text. */
  private isRead = false;

  constructor(public text: string) {}

  /** Begins with another text. */
  moveTo(text: string): void {
    this.text = text;
    this.at = 0;
    this.isRead = false;
  }

  private get cursor(): WordCursor {
    const cursor = (this.made ??= new WordCursor(''));
    if (!this.isRead) cursor.read(this.text);
    this.isRead = true;
    return cursor;
  }

  /** Goes to the next word; false where there is none. */
  next(): boolean {
    return this.nextOf(undefined);
  }

  /** Goes to the next word that may begin a name: the tight loop under the actor matcher. False where there is none. */
  // eslint-disable-next-line complexity -- split up, it takes twice the time
  nextOf(wanted: WantedWords | undefined): boolean {
    const { text } = this;
    const limit = text.length;
    let at = this.at;
    while (at < limit) {
      const unit = text.charCodeAt(at);
      let kind = table[unit] ?? SEPARATOR;
      if (kind === UNSEEN) kind = classify(unit);
      if (kind < FIRST_FOLDED) {
        if (kind < IDEOGRAPH) at++;
        else if (!this.readAny(at)) return false;
        else if (!wanted || this.isWanted(wanted)) return true;
        else at = this.at;
        continue;
      }
      const start = at;
      const changed = unit !== kind;
      let hash = HASH_SEED;
      let last: number;
      do {
        hash = Math.imul(hash ^ kind, HASH_PRIME);
        last = kind;
        // Asked for a unit behind the end, V8 would make slower code of the whole loop.
        kind = ++at < limit ? (table[text.charCodeAt(at)] ?? SEPARATOR) : SEPARATOR;
      } while (kind >= FIRST_FOLDED);
      if (kind !== SEPARATOR && !this.isEnd(kind, last, start, at)) {
        this.readAny(start);
        if (!wanted || this.isWanted(wanted)) return true;
        at = this.at;
        continue;
      }
      const end = at;
      if (kind === APOSTROPHE) at = this.behindPossessive(at);
      if (
        !wanted ||
        (changed && !wanted.passed.has(hash, wanted.here.beginBits)) ||
        wanted.begins.mayHave(hash)
      ) {
        this.keep(start, end, at, hash, changed);
        return true;
      }
    }
    this.at = limit;
    return false;
  }

  /** Whether the current word, folded, is this one. */
  is(term: string): boolean {
    return this.plain ? this.isPlain(term) : this.cursor.is(term);
  }

  /** The current word, folded. */
  term(): string {
    if (this.plain) {
      this.cursor.moveTo(this.start);
      this.cursor.next();
    }
    return this.cursor.term();
  }

  /** Whether the word is letters with periods between: "U.S.", "J.D.". */
  hasPeriods(): boolean {
    return !this.plain && this.text.charCodeAt(this.start + 1) === FULL_STOP;
  }

  private isPlain(term: string): boolean {
    const { text, start } = this;
    if (term.length !== this.end - start) return false;
    for (let i = 0; i < term.length; i++)
      if (table[text.charCodeAt(start + i)] !== term.charCodeAt(i)) return false;
    return true;
  }

  private keep(start: number, end: number, at: number, hash: number, changed: boolean): void {
    this.start = start;
    this.end = end;
    this.at = at;
    this.hash = hash;
    this.changed = changed;
    this.plain = true;
  }

  private isWanted({ begins }: WantedWords): boolean {
    return this.changed || begins.mayHave(this.hash);
  }

  /** Whether letters from `start` to `at` are a whole word with what follows them, `last` being the last one. */
  private isEnd(kind: number, last: number, start: number, at: number): boolean {
    switch (kind) {
      case PERIOD:
        return at - start > 1 && last >= FIRST_LETTER;
      case COMMA:
      case SLASH:
        return last >= FIRST_LETTER;
      case HYPHEN:
        return at - start > 3 || !this.mayBeArticle(start, at);
      case APOSTROPHE:
        return this.isQuote(at + 1);
      default:
        return false;
    }
  }

  /** Whether the cursor must tell: all forms of the article begin with a vowel, and "al" is folded already. */
  private mayBeArticle(start: number, end: number): boolean {
    const first = this.folded(start);
    if (end - start === 2 && first === LETTER_A && this.folded(start + 1) === LETTER_L) return false;
    return first === LETTER_A || first === LETTER_E || first === LETTER_U;
  }

  /** Whether what stands behind an apostrophe leaves the word before it alone: no letter, or the s of a possessive. */
  private isQuote(behind: number): boolean {
    const next = this.folded(behind);
    if (next === SEPARATOR) return true;
    return next === LETTER_S && this.folded(behind + 1) === SEPARATOR;
  }

  private behindPossessive(apostrophe: number): number {
    return this.folded(apostrophe + 1) === LETTER_S ? apostrophe + 2 : apostrophe;
  }

  private folded(at: number): number {
    return at < this.text.length ? (table[this.text.charCodeAt(at)] ?? SEPARATOR) : SEPARATOR;
  }

  private readAny(at: number): boolean {
    const { cursor } = this;
    cursor.moveTo(at);
    if (!cursor.next()) {
      this.at = this.text.length;
      return false;
    }
    this.start = cursor.start;
    this.end = cursor.end;
    this.hash = cursor.hash;
    this.at = cursor.position;
    this.changed = this.text.charCodeAt(cursor.start) !== cursor.units[0];
    this.plain = false;
    return true;
  }
}

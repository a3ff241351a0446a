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
import { FIRST_LETTER } from '../text/folded-units';
import { WordCursor } from '../text/word-cursor';
import { HASH_PRIME, HASH_SEED } from '../text/word-hash';
import type { FirstWords } from './first-words';
import type { HereNames } from './here-names';
import { CODES, KINDS, LetterBytes } from './letter-bytes';
import { codeOf, DASH, END } from './letter-codes';
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
  /** Words that names begin with. */
  readonly begins: FirstWords;
  readonly passed: PassedWords;
  /** Names that count in this text alone. */
  readonly here: HereNames;
}

/**
 * Walks over the words of a text as `WordCursor` does, with the same bounds and hashes, but reads plain words (letters
 * up to a space or a mark that ends a word in any case) in a loop of its own that keeps nothing but their hash. Every
 * other word is left to the cursor. Where only words that may begin a name are asked for, most others are passed over
 * by their first letters.
 */
export class WordScan implements HashedWord {
  start = 0;
  end = 0;
  hash = 0;
  /** Whether folding changes the first character: a capital, or a letter with a sign. */
  changed = false;

  private at = 0;
  /** How far no wanted word begins; may lie within a word, as `at` never does. */
  private sought = 0;
  private plain = true;
  private made: WordCursor | undefined;
  private stretch: LetterBytes | undefined;
  /** Whether the cursor has this text. */
  private isRead = false;

  constructor(public text: string) {}

  /** Begins with another text. */
  moveTo(text: string): void {
    this.text = text;
    this.at = this.sought = 0;
    this.isRead = false;
    this.stretch?.clear();
  }

  private get cursor(): WordCursor {
    const cursor = (this.made ??= new WordCursor(''));
    if (!this.isRead) cursor.read(this.text);
    this.isRead = true;
    return cursor;
  }

  /** Goes to the next word; false where there is none. */
  next(): boolean {
    const { text } = this;
    const limit = text.length;
    let at = this.at;
    let kind = UNSEEN;
    while (at < limit && (kind = kindOf(text.charCodeAt(at))) < IDEOGRAPH) at++;
    if (at >= limit || kind < FIRST_FOLDED) return this.readAny(at);
    const start = at;
    const changed = text.charCodeAt(at) !== kind;
    let hash = HASH_SEED;
    let last: number;
    do {
      hash = Math.imul(hash ^ kind, HASH_PRIME);
      last = kind;
      // Asked for a unit behind the end, V8 would make slower code of the whole loop.
      kind = ++at < limit ? (table[text.charCodeAt(at)] ?? SEPARATOR) : SEPARATOR;
    } while (kind >= FIRST_FOLDED);
    if (kind !== SEPARATOR && !this.isEnd(kind, last, start, at)) return this.readAny(start);
    this.keep(start, at, hash, changed);
    if (kind === APOSTROPHE) this.at = this.behindPossessive(at);
    return true;
  }

  /** Goes to the next word that may begin a name; false where there is none. */
  nextOf(wanted: WantedWords): boolean {
    const { text } = this;
    const stretch = (this.stretch ??= new LetterBytes());
    for (;;) {
      if (this.sought < this.at) this.sought = this.at;
      if (this.sought >= text.length) return false;
      if (this.sought >= stretch.from + stretch.length) stretch.read(text, Math.max(0, this.sought - 1));
      if (stretch.hasAlone) {
        if (this.reach(this.sought) && this.isWanted(wanted)) return true;
      } else if (this.findIn(stretch, wanted)) return true;
    }
  }

  /**
   * Goes to the next word in a stretch that may begin a name, the tight loop under the actor matcher; false where there is none,
   * with all of the stretch read.
   */
  // eslint-disable-next-line complexity -- split up, it takes twice the time
  private findIn({ bytes, from, length }: LetterBytes, wanted: WantedWords): boolean {
    const { begins, passed, here } = wanted;
    const { letters } = begins;
    const bits = here.beginBits;
    let place = this.sought - from;
    // Bytes of the stretch, letters beyond ASCII apart: what is none of them is read from the text.
    while ((place = letters.find(bytes, place, length)) < length) {
      const first = bytes[place] ?? 0;
      let kind = KINDS[first] ?? SEPARATOR;
      const changed = kind !== first;
      let hash = HASH_SEED;
      let last = SEPARATOR;
      let at = place;
      while (kind >= FIRST_FOLDED) {
        hash = Math.imul(hash ^ kind, HASH_PRIME);
        last = kind;
        kind = KINDS[bytes[++at] ?? 0] ?? SEPARATOR;
      }
      if (
        at > place &&
        at < length &&
        (kind === SEPARATOR || this.isEnd(kind, last, from + place, from + at)) &&
        (place === 0 || isSureEnd(CODES[bytes[place - 1] ?? 0] ?? END))
      ) {
        if ((changed && !passed.has(hash, bits)) || begins.mayHave(hash)) {
          this.keep(from + place, from + at, hash, changed);
          if (kind === APOSTROPHE) this.at = this.behindPossessive(from + at);
          return true;
        }
        place = at;
      } else {
        if (this.reach(from + place) && this.isWanted(wanted)) return true;
        place = this.at - from;
      }
    }
    this.sought = from + length;
    return false;
  }

  /** Goes to the first word from an offset on. */
  private reach(offset: number): boolean {
    this.at = this.startBefore(offset);
    do if (!this.next()) return false;
    while (this.start < offset);
    return true;
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

  private keep(start: number, end: number, hash: number, changed: boolean): void {
    this.start = start;
    this.at = this.end = end;
    this.hash = hash;
    this.changed = changed;
    this.plain = true;
  }

  /** Where words are read from to reach an offset: what ends the word before it may as well belong to it. */
  private startBefore(offset: number): number {
    let start = offset;
    while (start > this.at && !isSureEnd(codeOf(this.text.charCodeAt(start - 1)))) start--;
    return start;
  }

  private isWanted({ begins, passed, here }: WantedWords): boolean {
    const { hash } = this;
    if (this.changed && !(this.plain && passed.has(hash, here.beginBits))) return true;
    return begins.mayHave(hash);
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
    if (at >= this.text.length) {
      this.at = this.text.length;
      return false;
    }
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

function kindOf(unit: number): number {
  const kind = table[unit] ?? SEPARATOR;
  return kind === UNSEEN ? classify(unit) : kind;
}

/** Whether a character with this code ends a word wherever it stands. */
const isSureEnd = (code: number): boolean => code === END || code === DASH;

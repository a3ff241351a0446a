import {
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

const LETTER_A = 0x61;
const LETTER_L = 0x6c;

/**
 * Walks over the words of a text as `WordCursor` does, with the same bounds and hashes, but reads plain words (letters
 * up to a space or a mark that ends a word in any case) in a loop of its own that keeps nothing but their hash. Every
 * other word is left to the cursor.
 */
export class WordScan {
  start = 0;
  end = 0;
  hash = 0;

  private at = 0;
  private plain = true;
  private readonly cursor: WordCursor;

  constructor(readonly text: string) {
    this.cursor = new WordCursor(text);
  }

  /** Goes to the next word; false where there is none. */
  next(): boolean {
    const { text } = this;
    const limit = text.length;
    for (let at = this.at; at < limit; at++) {
      const unit = text.charCodeAt(at);
      let kind = table[unit] ?? SEPARATOR;
      if (kind >= FIRST_FOLDED) return this.readPlain(at, kind);
      if (kind === UNSEEN) kind = classify(unit);
      if (kind >= FIRST_FOLDED) return this.readPlain(at, kind);
      if (kind >= IDEOGRAPH) return this.readAny(at);
    }
    this.at = limit;
    return false;
  }

  /** The current word, folded. */
  term(): string {
    if (this.plain) {
      this.cursor.moveTo(this.start);
      this.cursor.next();
    }
    return this.cursor.term();
  }

  /** Whether the current word, folded, is this one. */
  is(term: string): boolean {
    return this.plain ? this.isPlain(term) : this.cursor.is(term);
  }

  private isPlain(term: string): boolean {
    const { text, start } = this;
    if (term.length !== this.end - start) return false;
    for (let i = 0; i < term.length; i++)
      if (table[text.charCodeAt(start + i)] !== term.charCodeAt(i)) return false;
    return true;
  }

  private readPlain(start: number, firstLetter: number): boolean {
    const { text } = this;
    let hash = HASH_SEED;
    let kind = firstLetter;
    let folded = firstLetter;
    let at = start;
    do {
      hash = Math.imul(hash ^ kind, HASH_PRIME);
      folded = kind;
      kind = table[text.charCodeAt(++at)] ?? SEPARATOR;
    } while (kind >= FIRST_FOLDED);
    if (kind !== SEPARATOR && !this.isEnd(kind, folded, start, at)) return this.readAny(start);
    this.start = start;
    this.end = this.at = at;
    this.hash = hash;
    this.plain = true;
    return true;
  }

  /** Whether letters from `start` to `at` are a whole word with what follows them, `folded` being the last one. */
  private isEnd(kind: number, folded: number, start: number, at: number): boolean {
    if (at >= this.text.length) return true;
    switch (kind) {
      case PERIOD:
        return at - start > 1 && folded >= FIRST_LETTER;
      case COMMA:
      case SLASH:
        return folded >= FIRST_LETTER;
      case HYPHEN:
        return at - start > 3 || (at - start === 2 && this.isAl(start));
      default:
        return false;
    }
  }

  /** Most articles are written so. */
  private isAl(start: number): boolean {
    return table[this.text.charCodeAt(start)] === LETTER_A && table[this.text.charCodeAt(start + 1)] === LETTER_L;
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
    this.plain = false;
    this.at = cursor.position;
    return true;
  }
}

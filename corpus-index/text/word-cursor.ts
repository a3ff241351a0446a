import { isArticle } from './arabic-article';
import { BoundedText, isDigit } from './bounded-text';
import {
  APOSTROPHE,
  classify,
  COMMA,
  EXPANDS,
  expansion,
  FIRST_FOLDED,
  foldCharacter,
  HIGH_SURROGATE,
  HYPHEN,
  IDEOGRAPH,
  INVISIBLE,
  isIdeograph,
  MARK,
  PERIOD,
  SEPARATOR,
  SLASH,
  table,
  UNSEEN,
} from './fold-table';
import { LONGEST_SHORT, textOfUnits } from './folded-units';
import { isDecimalPoint, isNumberSlash, isThousandsComma } from './number-marks';
import { HASH_PRIME, HASH_SEED } from './word-hash';

const LETTER_A = 0x61;
const LETTER_L = 0x6c;
const LETTER_S = 0x73;

/**
 * Walks over the words of a text, folding as it goes and making no string unless asked: the one
 * tokeniser under search and the actor matcher. After `next()` has returned true, `start` and `end`
 * bound the word in the text and `units[0 .. length)` hold its folded form.
 */
export class WordCursor {
  start: number;
  end: number;
  length = 0;
  units = new Uint16Array(64);
  /** FNV-1a over the folded units: confirm a match on the units themselves. */
  hash = 0;

  private at: number;
  private plain = true;
  /** Where in `units` the part after the last period of an abbreviation begins. */
  private segment = 0;
  private around: BoundedText;

  constructor(
    private text: string,
    from = 0,
    private limit = text.length,
  ) {
    this.around = new BoundedText(text, from, limit);
    this.at = this.start = this.end = from;
  }

  next(): boolean {
    const kind = this.findStart();
    if (kind === UNSEEN) return false;
    this.length = 0;
    this.hash = HASH_SEED;
    this.plain = true;
    if (kind < FIRST_FOLDED || this.takeLetters() !== SEPARATOR) this.takeRest();
    return true;
  }

  /** Begins with another text, all of it. */
  read(text: string): void {
    this.text = text;
    this.limit = text.length;
    this.around = new BoundedText(text, 0, text.length);
    this.at = this.start = this.end = 0;
  }

  /** Goes on from an offset that is the beginning of a word, or between words. */
  moveTo(at: number): void {
    this.at = at;
  }

  /** Where the next word is looked for. */
  get position(): number {
    return this.at;
  }

  /** The folded word. */
  term(): string {
    return this.plain && this.length <= LONGEST_SHORT
      ? this.text.slice(this.start, this.end)
      : textOfUnits(this.units, this.length);
  }

  /** Whether the folded word is this one. */
  is(term: string): boolean {
    if (term.length !== this.length) return false;
    for (let i = 0; i < term.length; i++) if (term.charCodeAt(i) !== this.units[i]) return false;
    return true;
  }

  /** Skips to the next character that begins a word and tells its kind; `UNSEEN` where there is none. */
  private findStart(): number {
    const { text, limit } = this;
    for (let at = this.at; at < limit; at++) {
      const unit = text.charCodeAt(at);
      let kind = table[unit] ?? SEPARATOR;
      if (kind < IDEOGRAPH && (kind > UNSEEN || (kind = classify(unit)) < IDEOGRAPH)) continue;
      if (kind === HIGH_SURROGATE && !this.around.isPairOfWord(at)) continue;
      this.at = this.start = at;
      return kind;
    }
    this.at = limit;
    return UNSEEN;
  }

  /** Takes the rest of a word, whatever it is made of. */
  private takeRest(): void {
    this.segment = 0;
    while (this.at < this.limit) {
      const unit = this.text.charCodeAt(this.at);
      const kind = classify(unit);
      if (kind >= FIRST_FOLDED) this.takeLetters();
      else if (!this.takeInside(kind, unit)) return;
    }
  }

  /** Takes common letters and digits as long as there are any, and tells what follows: the tokeniser's hot loop. */
  private takeLetters(): number {
    if (this.length === this.units.length) this.grow();
    const { text, units } = this;
    const limit = Math.min(this.limit, this.at + units.length - this.length);
    let { at, length, hash } = this;
    let changes = 0;
    let folded = SEPARATOR;
    for (; at < limit; at++) {
      const unit = text.charCodeAt(at);
      folded = table[unit] ?? SEPARATOR;
      if (folded < FIRST_FOLDED) break;
      units[length++] = folded;
      hash = Math.imul(hash ^ folded, HASH_PRIME);
      changes |= folded ^ unit;
    }
    if (changes !== 0) this.plain = false;
    this.length = length;
    this.hash = hash;
    this.at = this.end = at;
    return folded;
  }

  /** Takes what may stand in a word without being a common letter; false where the word ends. */
  private takeInside(kind: number, unit: number): boolean {
    switch (kind) {
      case MARK:
        this.plain = false;
        this.end = ++this.at;
        return true;
      case INVISIBLE:
        this.plain = false;
        this.at++;
        return true;
      case IDEOGRAPH:
      case EXPANDS:
      case HIGH_SURROGATE:
        return this.takeUncommon(kind, unit);
      case APOSTROPHE:
        return this.takeApostrophe();
      case PERIOD:
        if (!this.endsInDigit()) return this.takeInitialPeriod();
        return isDecimalPoint(this.around, this.at, this.start) && this.takeNumberMark();
      case COMMA:
        return this.takeThousandsComma();
      case SLASH:
        return (
          this.length <= 2 &&
          this.endsInDigit() &&
          isNumberSlash(this.around, this.at, this.start) &&
          this.takeNumberMark()
        );
      case HYPHEN:
        this.recogniseArticle();
        return false;
      default:
        return false;
    }
  }

  private push(folded: number): void {
    if (this.length === this.units.length) this.grow();
    this.units[this.length++] = folded;
    this.hash = Math.imul(this.hash ^ folded, HASH_PRIME);
  }

  private grow(): void {
    const units = new Uint16Array(this.units.length * 2);
    units.set(this.units);
    this.units = units;
  }

  private pushAll(folded: string): void {
    this.plain = false;
    for (let i = 0; i < folded.length; i++) this.push(folded.charCodeAt(i));
  }

  /** Takes an ideograph, a letter that folds to several or a pair; false where the word ends before it or with it. */
  private takeUncommon(kind: number, unit: number): boolean {
    const character =
      kind === HIGH_SURROGATE
        ? String.fromCodePoint(this.text.codePointAt(this.at) ?? unit)
        : String.fromCharCode(unit);
    const ideograph = kind === IDEOGRAPH || (kind === HIGH_SURROGATE && isIdeograph(character));
    if (ideograph && this.length > 0) return false;
    const folded = kind === EXPANDS ? expansion(unit) : foldCharacter(character);
    if (folded === '' || this.at + character.length > this.limit) return false;
    this.pushAll(folded);
    this.at = this.end = this.at + character.length;
    return !ideograph;
  }

  /** Between letters it is dropped; a possessive 's ends the word before it and is passed over. */
  private takeApostrophe(): boolean {
    if (!this.around.isWordAt(this.at + 1)) return false;
    if (this.around.foldedAt(this.at + 1) === LETTER_S && !this.around.isWordAt(this.at + 2)) {
      this.at += 2;
      return false;
    }
    if (this.endsInDigit()) return false;
    this.plain = false;
    this.at++;
    return true;
  }

  private takeThousandsComma(): boolean {
    if (!this.endsInDigit() || !isThousandsComma(this.around, this.at)) return false;
    this.plain = false;
    this.at++;
    return true;
  }

  private takeNumberMark(): boolean {
    this.push(this.text.charCodeAt(this.at++));
    return true;
  }

  /** `U.S.` is the word `us`, its last period included; `Bush.` and `W.` end before theirs. */
  private takeInitialPeriod(): boolean {
    if (this.length - this.segment !== 1) return false;
    const next = this.at + 1;
    if (this.around.isLetterAt(next) && !this.around.isWordAt(next + 1)) {
      this.plain = false;
      this.segment = this.length;
      this.at++;
      return true;
    }
    if (this.segment === 0) return false;
    this.plain = false;
    this.end = ++this.at;
    this.segment = this.length;
    return this.around.codeAt(this.at) === APOSTROPHE && this.takeApostrophe();
  }

  /** The word before a hyphen that is an Arabic article, assimilated or not, is folded to `al`. */
  private recogniseArticle(): void {
    if (this.length < 2 || this.length > 3 || this.isAl()) return;
    let at = this.at + 1;
    while (this.isSkippedAt(at)) at++;
    let after = at + 1;
    while (this.isSkippedAt(after)) after++;
    if (!isArticle(this.units, this.length, this.around.foldedAt(at), this.around.foldedAt(after))) return;
    this.length = 0;
    this.hash = HASH_SEED;
    this.pushAll('al');
  }

  /** Most articles are written so. */
  private isAl(): boolean {
    return this.length === 2 && this.units[0] === LETTER_A && this.units[1] === LETTER_L;
  }

  private endsInDigit(): boolean {
    return isDigit(this.units[this.length - 1] ?? 0);
  }

  private isSkippedAt(at: number): boolean {
    const code = this.around.codeAt(at);
    return code === MARK || code === INVISIBLE || code === APOSTROPHE;
  }
}

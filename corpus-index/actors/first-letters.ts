import { articleForms } from '../text/arabic-article';
import { CODES, LOOKAHEAD } from './letter-bytes';
import { CHANGED, CODE_BITS, codeOfFolded, DASH, END, SEVERAL, SIGN } from './letter-codes';

const CODE_COUNT = 1 << CODE_BITS;
/** Three codes. */
const KEY_COUNT = 1 << (3 * CODE_BITS);
/** An `Int32Array` has 2 ** 5 bits in each of its numbers. */
const NUMBER = 5;
/** All keys with one first code stand side by side. */
const NUMBERS_OF_FIRST = 1 << (2 * CODE_BITS - NUMBER);
/** Where the bit stands that tells whether a word may begin behind the character before three others. */
const BOUNDARY_BIT = 4 * CODE_BITS - 1;

const ALL = Array.from({ length: CODE_COUNT }, (_, code) => code);
const ENDS = [END, DASH, SIGN];
/** What stands within a word and says nothing of the letters behind it. */
const UNCERTAIN = [SIGN, SEVERAL];
/** Two letters of which no word begins behind the first. */
const NO_WORD = (1 << (2 * CODE_BITS)) | (1 << CODE_BITS);

/**
 * With which three letters the words begin that are looked for: few words of a text begin with any of them, and of the others no more
 * has to be known. Three letters are told for each character in turn, without asking where words begin: a processor is quicker with more
 * work than with a branch that it cannot foresee. A word with a capital is never left out, as its spelling may be another.
 */
export class FirstLetters {
  private readonly bits = new Int32Array(KEY_COUNT >>> NUMBER);
  private readonly added = new Set<string>();

  constructor() {
    for (const first of ALL)
      if ((first & CHANGED) !== 0)
        this.bits.fill(-1, first * NUMBERS_OF_FIRST, (first + 1) * NUMBERS_OF_FIRST);
    for (const form of articleForms()) this.setLetters(form, [DASH, SIGN]);
  }

  /** Adds a folded word. */
  add(term: string): void {
    const letters = term.slice(0, LOOKAHEAD + 1);
    if (this.added.has(letters)) return;
    this.added.add(letters);
    this.setLetters(letters, ENDS);
  }

  /** The first place from `at` to `end` where a word may begin with letters that were added; `end` where there is none. */
  find(bytes: Uint8Array, at: number, end: number): number {
    const { bits } = this;
    const limit = end + LOOKAHEAD;
    let window = NO_WORD | (at === 0 ? END : (CODES[bytes[at - 1] ?? 0] ?? END));
    for (let next = at; next < limit; next++) {
      window = (window << CODE_BITS) | (CODES[bytes[next] ?? 0] ?? END);
      const isAdded = (bits[(window & (KEY_COUNT - 1)) >>> NUMBER] ?? 0) >>> window;
      if ((isAdded & (window >>> BOUNDARY_BIT) & 1) !== 0) return next - LOOKAHEAD;
    }
    return end;
  }

  /** Sets all ways to write the beginning of a word; `ends` are those to end one of less than three letters. */
  private setLetters(letters: string, ends: readonly number[]): void {
    const [first = END, second, third] = Array.from(letters, (letter) => codeOfFolded(letter.charCodeAt(0)));
    if (second === undefined) {
      this.set([first], ends, ALL);
      return;
    }
    this.set([first], UNCERTAIN, ALL);
    this.set([first], eitherCase(second), third === undefined ? ends : [...eitherCase(third), ...UNCERTAIN]);
  }

  private set(firsts: readonly number[], seconds: readonly number[], thirds: readonly number[]): void {
    for (const first of firsts)
      for (const second of seconds)
        for (const third of thirds) {
          const key = (((first << CODE_BITS) | second) << CODE_BITS) | third;
          this.bits[key >>> NUMBER] = (this.bits[key >>> NUMBER] ?? 0) | (1 << (key & 31));
        }
  }
}

const eitherCase = (code: number): number[] => [code, code | CHANGED];

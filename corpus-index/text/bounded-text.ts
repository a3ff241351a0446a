import { classify, EXPANDS, FIRST_FOLDED, foldCharacter, HIGH_SURROGATE } from './fold-table';

const DIGIT_NINE = 0x39;

export const isDigit = (folded: number): boolean => folded >= FIRST_FOLDED && folded <= DIGIT_NINE;

/** What stands at offsets of a text, between two bounds; beyond them there is nothing. */
export class BoundedText {
  constructor(
    private readonly text: string,
    private readonly from: number,
    private readonly limit: number,
  ) {}

  /** The kind or folded unit at an offset; 0 beyond the bounds. */
  codeAt(at: number): number {
    return at >= this.from && at < this.limit ? classify(this.text.charCodeAt(at)) : 0;
  }

  /** The folded letter or digit at an offset; 0 where there is none. */
  foldedAt(at: number): number {
    const code = this.codeAt(at);
    return code >= FIRST_FOLDED ? code : 0;
  }

  isDigitAt(at: number): boolean {
    return isDigit(this.codeAt(at));
  }

  isLetterAt(at: number): boolean {
    return this.codeAt(at) > DIGIT_NINE;
  }

  isWordAt(at: number): boolean {
    const code = this.codeAt(at);
    return code >= FIRST_FOLDED || code === EXPANDS || (code === HIGH_SURROGATE && this.isPairOfWord(at));
  }

  /** Whether the pair at an offset is whole and part of a word. */
  isPairOfWord(at: number): boolean {
    return at + 1 < this.limit && foldCharacter(String.fromCodePoint(this.text.codePointAt(at) ?? 0)) !== '';
  }

  /** How many digits stand from an offset on. */
  digitsFrom(at: number): number {
    let end = at;
    while (this.isDigitAt(end)) end++;
    return end - at;
  }
}

import { distance } from 'fastest-levenshtein';
import { stopWords } from '../text/stop-words';

/** A term of the list that is some letters off. */
export interface NearTerm {
  readonly ordinal: number;
  /** How many letters are to be changed, put in or left out. */
  readonly distance: number;
}

/** Terms from one ordinal up to another, end exclusive. */
export interface TermRange {
  readonly from: number;
  readonly to: number;
}

/** The terms of a segment in the order of their code units, packed; a term's place in the list is its ordinal. */
export class TermList {
  /** Function words among the terms: they are found as they are, never as what another word may be meant to become. */
  readonly functionWords: ReadonlySet<number>;
  /** Which letters each term has, once and twice: made when first asked for. */
  private letters: Uint32Array | undefined;

  constructor(
    /** All terms, one behind the other. */
    readonly units: Uint16Array,
    /** Where each term begins in `units`; one more for the end. */
    readonly starts: Uint32Array,
  ) {
    const found = [...stopWords].map((word) => this.find(word));
    this.functionWords = new Set(found.filter((ordinal) => ordinal !== undefined));
  }

  get size(): number {
    return this.starts.length - 1;
  }

  term(ordinal: number): string {
    return textOf(this.units.subarray(this.starts[ordinal], this.starts[ordinal + 1]));
  }

  find(term: string): number | undefined {
    const at = this.firstNotBefore(term);
    return at < this.size && this.lengthOf(at) === term.length && this.startsWith(at, term) ? at : undefined;
  }

  withPrefix(prefix: string): TermRange {
    const from = this.firstNotBefore(prefix);
    let [low, high] = [from, this.size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.startsWith(middle, prefix)) low = middle + 1;
      else high = middle;
    }
    return { from, to: low };
  }

  /** Terms that are off by at least one letter and at most `most`: Levenshtein's distance over code units. */
  near(term: string, most: number): NearTerm[] {
    this.letters ??= this.readLetters();
    const [letters, own] = [this.letters, lettersOf(term)];
    const [once, twice] = [own[0] ?? 0, own[1] ?? 0];
    const found: NearTerm[] = [];
    for (let ordinal = 0; ordinal < this.size; ordinal++) {
      const [other, otherTwice] = [letters[2 * ordinal] ?? 0, letters[2 * ordinal + 1] ?? 0];
      // Each change makes at most one letter come and one go: most terms need no closer look.
      if (bitsIn(other & ~once) > most) continue;
      if (bitsIn(other & ~once) + bitsIn(otherTwice & ~twice) > most) continue;
      if (bitsIn(once & ~other) + bitsIn(twice & ~otherTwice) > most) continue;
      if (Math.abs(this.lengthOf(ordinal) - term.length) > most) continue;
      const off = distance(term, this.term(ordinal));
      if (off > 0 && off <= most) found.push({ ordinal, distance: off });
    }
    return found;
  }

  /** Less than 0 where a term of this list stands before one of another. */
  compare(ordinal: number, other: TermList, at: number): number {
    const [start, otherStart] = [this.starts[ordinal] ?? 0, other.starts[at] ?? 0];
    const [length, otherLength] = [this.lengthOf(ordinal), other.lengthOf(at)];
    const both = Math.min(length, otherLength);
    for (let i = 0; i < both; i++) {
      const difference = (this.units[start + i] ?? 0) - (other.units[otherStart + i] ?? 0);
      if (difference !== 0) return difference;
    }
    return length - otherLength;
  }

  lengthOf(ordinal: number): number {
    return (this.starts[ordinal + 1] ?? 0) - (this.starts[ordinal] ?? 0);
  }

  private startsWith(ordinal: number, prefix: string): boolean {
    return this.lengthOf(ordinal) >= prefix.length && this.compareTo(ordinal, prefix) === 0;
  }

  /** Compares as many units as the text has. */
  private compareTo(ordinal: number, text: string): number {
    const start = this.starts[ordinal] ?? 0;
    const length = Math.min(this.lengthOf(ordinal), text.length);
    for (let i = 0; i < length; i++) {
      const difference = (this.units[start + i] ?? 0) - text.charCodeAt(i);
      if (difference !== 0) return difference;
    }
    return length < text.length ? -1 : 0;
  }

  private firstNotBefore(text: string): number {
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compareTo(middle, text) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private readLetters(): Uint32Array {
    const letters = new Uint32Array(2 * this.size);
    for (let ordinal = 0; ordinal < this.size; ordinal++)
      readLetters(this.units, this.starts[ordinal] ?? 0, this.starts[ordinal + 1] ?? 0, letters, 2 * ordinal);
    return letters;
  }
}

/** So many units at once: more arguments than the stack holds are an error. */
const CHUNK = 4096;

/** A text of code units. */
export function textOf(units: Uint16Array): string {
  if (units.length <= CHUNK) return String.fromCharCode(...units);
  return String.fromCharCode(...units.subarray(0, CHUNK)) + textOf(units.subarray(CHUNK));
}

const lettersOf = (term: string): Uint32Array => {
  const letters = new Uint32Array(2);
  const units = Uint16Array.from(term, (letter) => letter.charCodeAt(0));
  readLetters(units, 0, units.length, letters, 0);
  return letters;
};

/** A bit for each letter that a term has, and beside them one for each that it has twice. Letters that share a bit make it tell fewer terms apart, and none wrongly. */
function readLetters(units: Uint16Array, start: number, end: number, into: Uint32Array, at: number): void {
  let [once, twice] = [0, 0];
  for (let i = start; i < end; i++) {
    const bit = 1 << ((units[i] ?? 0) & 31);
    twice |= once & bit;
    once |= bit;
  }
  into[at] = once;
  into[at + 1] = twice;
}

/** Bits that are set: the sums of pairs, of fours and of eights, added by one multiplication (H. S. Warren, Hacker's Delight, 5-1). */
function bitsIn(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Packs terms that come in their order. */
export class TermPacker {
  private units = new Uint16Array(1024);
  private length = 0;
  private readonly starts: number[] = [0];

  add(units: Uint16Array): void {
    if (this.length + units.length > this.units.length) this.grow(this.length + units.length);
    this.units.set(units, this.length);
    this.length += units.length;
    this.starts.push(this.length);
  }

  finish(): TermList {
    return new TermList(this.units.slice(0, this.length), Uint32Array.from(this.starts));
  }

  private grow(wanted: number): void {
    const units = new Uint16Array(Math.max(wanted, this.units.length * 2));
    units.set(this.units);
    this.units = units;
  }
}

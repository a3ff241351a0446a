import { spread } from './word-table';

/** A power of two. */
const WORDS = 1 << 14;
/** Numbers of a word: its hash, and the bits of its labels. */
const FIELDS = 2;

/**
 * Capitalised words that no recorded name and no spelling of one begins with, as was found not long ago: most capitals of a
 * text are those of a few words. A word stands in one of two places side by side, so that both are looked at in one go. Two
 * words may have one hash, of four thousand million.
 */
export class PassedWords {
  private readonly fields = new Int32Array(WORDS * FIELDS);

  /** `bits`: for names that count in one text alone, those of the word's labels, see `HereNames`. */
  add(hash: number, bits: number): void {
    const { fields } = this;
    const at = placeOf(hash);
    // What stood there goes to the place beside.
    fields[at ^ FIELDS] = fields[at] ?? 0;
    fields[(at ^ FIELDS) + 1] = fields[at + 1] ?? 0;
    fields[at] = hash;
    fields[at + 1] = bits;
  }

  /** Whether a word may be passed over in a text where names with these bits count. */
  has(hash: number, bits: number): boolean {
    const { fields } = this;
    const at = placeOf(hash);
    if (fields[at] === hash) return ((fields[at + 1] ?? 0) & bits) === 0;
    return fields[at ^ FIELDS] === hash && ((fields[(at ^ FIELDS) + 1] ?? 0) & bits) === 0;
  }
}

const placeOf = (hash: number): number => (spread(hash) & (WORDS - 1)) * FIELDS;

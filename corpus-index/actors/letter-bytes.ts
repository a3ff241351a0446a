import { classify, UNSEEN } from '../text/fold-table';
import { ALONE, codeOf } from './letter-codes';

/** Of the Encoding Standard, which every host of JavaScript has: nothing else makes bytes of a string as fast. */
declare const TextEncoder: new () => {
  encodeInto(text: string, into: Uint8Array): { readonly read: number; readonly written: number };
};

/** So many units are read at once: their bytes stay near the processor. */
const STRETCH = 4096;
/** A unit is no more bytes in UTF-8. */
const MOST_BYTES = 3;
const BEYOND_ASCII = 0x80;
const SPACE = 0x20;
/** A word is told by its first three letters. */
export const LOOKAHEAD = 2;

const encoder = new TextEncoder();

/** By a byte of `LetterBytes`: its kind for the tokeniser, or the folded letter; `UNSEEN` beyond ASCII. */
export const KINDS = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte < BEYOND_ASCII ? classify(byte) : UNSEEN,
);

/** The code of a byte of `LetterBytes`. */
export const CODES = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < BEYOND_ASCII ? codeOf(byte) : byte - BEYOND_ASCII,
);

/** A stretch of a text, one byte for each UTF-16 unit: ASCII as it is, of others their code above `BEYOND_ASCII`. */
export class LetterBytes {
  readonly bytes = new Uint8Array((STRETCH + LOOKAHEAD) * MOST_BYTES);
  /** Where the stretch begins in the text. */
  from = 0;
  /** How many of its units are followed by all that is looked at behind them; behind a text's end these are spaces. */
  length = 0;
  /** Whether a character of it begins a word wherever it stands. */
  hasAlone = false;

  clear(): void {
    this.from = this.length = 0;
  }

  /** Reads the stretch of a text that begins at an offset. */
  read(text: string, from: number): void {
    const end = endOfStretch(text, from);
    const { read, written } = encoder.encodeInto(
      end - from === text.length ? text : text.slice(from, end),
      this.bytes,
    );
    this.from = from;
    this.hasAlone = false;
    if (written !== read) this.decode(written);
    this.length = end === text.length ? read : read - LOOKAHEAD;
    this.bytes.fill(SPACE, read, read + LOOKAHEAD);
  }

  /** Puts one byte for each unit in the place of its UTF-8. */
  private decode(written: number): void {
    const { bytes } = this;
    const rest = (at: number): number => (bytes[at] ?? 0) & 0x3f;
    let to = 0;
    for (let at = 0; at < written;) {
      const byte = bytes[at++] ?? 0;
      if (byte < BEYOND_ASCII) {
        bytes[to++] = byte;
      } else if (byte < 0xe0) {
        bytes[to++] = this.byteOf(((byte & 0x1f) << 6) | rest(at));
        at += 1;
      } else if (byte < 0xf0) {
        bytes[to++] = this.byteOf(((byte & 0x0f) << 12) | (rest(at) << 6) | rest(at + 1));
        at += 2;
      } else {
        // Two units: there are ideographs and letters of other scripts among these.
        this.hasAlone = true;
        bytes[to++] = BEYOND_ASCII | ALONE;
        bytes[to++] = BEYOND_ASCII | ALONE;
        at += 3;
      }
    }
  }

  private byteOf(unit: number): number {
    const code = codeOf(unit);
    if (code === ALONE) this.hasAlone = true;
    return BEYOND_ASCII | code;
  }
}

/** No pair of surrogates is cut. */
function endOfStretch(text: string, from: number): number {
  const end = from + STRETCH;
  if (end >= text.length) return text.length;
  const unit = text.charCodeAt(end - 1);
  return unit >= 0xd800 && unit <= 0xdbff ? end - 1 : end;
}

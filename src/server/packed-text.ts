import type { MappedText } from '#corpus-index';
import { storedReading } from '../shared-corpus/stored-reading';

/**
 * A text as bytes, half as large as the string for most: one quotation mark that is not in Latin-1 makes V8 keep two bytes for each
 * letter. It comes back letter by letter, also where it has what UTF-8 cannot have (halves of surrogate pairs).
 */
export interface PackedText {
  readonly encoding: 'latin1' | 'utf8' | 'utf16le';
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A reading that is not its text itself, without two numbers for each letter of it. */
export interface PackedReading {
  /** Three numbers for each stretch: its start and end in the text, and how many letters of `words` it is read as, or `ITSELF`. */
  readonly stretches: Uint32Array<ArrayBuffer>;
  readonly words: PackedText;
}

const ITSELF = 2 ** 32 - 1;

export function packText(text: string): PackedText {
  if (!/[\u0100-\uffff]/.test(text)) return { encoding: 'latin1', bytes: bytesOf(text, 'latin1') };
  const bytes = bytesOf(text, 'utf8');
  const isWhole = bytes.length < 2 * text.length && Buffer.from(bytes.buffer).toString('utf8') === text;
  return isWhole ? { encoding: 'utf8', bytes } : { encoding: 'utf16le', bytes: bytesOf(text, 'utf16le') };
}

export const unpackText = ({ encoding, bytes }: PackedText): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(encoding);

/** Undefined for a reading that is the text itself. */
export function packReading(text: string, reading: MappedText): PackedReading | undefined {
  const stored = storedReading(text, reading);
  if (!stored) return undefined;
  const words = stored.map(([, , read]) => read ?? '').join('');
  const numbers = stored.flatMap(([start, end, read]) => [start, end, read?.length ?? ITSELF]);
  return { stretches: Uint32Array.from(numbers), words: packText(words) };
}

export function unpackReading(text: string, packed: PackedReading | undefined): MappedText {
  if (!packed) return { text };
  const { stretches } = packed;
  const words = unpackText(packed.words);
  const pieces: string[] = [];
  const length = lengthOf(stretches);
  const [starts, ends] = [new Uint32Array(length), new Uint32Array(length)];
  let [unit, word] = [0, 0];
  for (let at = 0; at < stretches.length; at += 3) {
    const [start = 0, end = 0, read = ITSELF] = stretches.subarray(at, at + 3);
    pieces.push(read === ITSELF ? text.slice(start, end) : words.slice(word, word + read));
    if (read === ITSELF)
      for (let offset = start; offset < end; offset++) {
        starts[unit] = offset;
        ends[unit++] = offset + 1;
      }
    else {
      starts.fill(start, unit, unit + read);
      ends.fill(end, unit, unit + read);
      unit += read;
      word += read;
    }
  }
  return { text: pieces.join(''), starts, ends };
}

/** With memory of its own, so that it can be handed to another thread. */
function bytesOf(text: string, encoding: PackedText['encoding']): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Buffer.byteLength(text, encoding));
  Buffer.from(bytes.buffer).write(text, encoding);
  return bytes;
}

function lengthOf(stretches: Uint32Array): number {
  let length = 0;
  for (let at = 0; at < stretches.length; at += 3) {
    const [start = 0, end = 0, read = ITSELF] = stretches.subarray(at, at + 3);
    length += read === ITSELF ? end - start : read;
  }
  return length;
}

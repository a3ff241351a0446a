import type { MappedText } from '#corpus-index';
import { storedReading } from '../shared-corpus/stored-reading';
import type { SharedMemory } from './shared-memory';

/**
 * A text as bytes, half as large as the string for most: one quotation mark that is not in Latin-1 makes V8 keep two bytes for each
 * letter. It comes back letter by letter, also where it has what UTF-8 cannot have (halves of surrogate pairs).
 */
export interface PackedText {
  readonly encoding: 'latin1' | 'utf8' | 'utf16le';
  readonly bytes: Uint8Array;
}

/** A reading that is not its text itself, without two numbers for each letter of it. */
export interface PackedReading {
  /** Three numbers for each stretch: its start and end in the text, and how many letters of `words` it is read as, or `ITSELF`. */
  readonly stretches: Uint32Array;
  readonly words: PackedText;
}

const ITSELF = 2 ** 32 - 1;

export function packText(text: string, memory: SharedMemory): PackedText {
  const encoding = encodingOf(text);
  const bytes = memory.bytes(Buffer.byteLength(text, encoding));
  bufferOf(bytes).write(text, encoding);
  return { encoding, bytes };
}

function encodingOf(text: string): PackedText['encoding'] {
  if (!/[\u0100-\uffff]/.test(text)) return 'latin1';
  const isSmaller = Buffer.byteLength(text, 'utf8') < 2 * text.length;
  return isSmaller && Buffer.from(text, 'utf8').toString('utf8') === text ? 'utf8' : 'utf16le';
}

export const unpackText = ({ encoding, bytes }: PackedText): string => bufferOf(bytes).toString(encoding);

const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** Undefined for a reading that is the text itself. */
export function packReading(
  text: string,
  reading: MappedText,
  memory: SharedMemory,
): PackedReading | undefined {
  const stored = storedReading(text, reading);
  if (!stored) return undefined;
  const words = stored.map(([, , read]) => read ?? '').join('');
  const numbers = stored.flatMap(([start, end, read]) => [start, end, read?.length ?? ITSELF]);
  const stretches = memory.numbers(numbers.length);
  stretches.set(numbers);
  return { stretches, words: packText(words, memory) };
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

function lengthOf(stretches: Uint32Array): number {
  let length = 0;
  for (let at = 0; at < stretches.length; at += 3) {
    const [start = 0, end = 0, read = ITSELF] = stretches.subarray(at, at + 3);
    length += read === ITSELF ? end - start : read;
  }
  return length;
}

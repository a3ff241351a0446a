import { MappedTextBuilder, type MappedText } from '#corpus-index';

/**
 * A stretch of a reading: `[start, end]` of the text as it stands, or `[start, end, text]` for a stretch that is read as another
 * text. UTF-16 code units, end exclusive.
 */
export type StoredStretch = readonly [number, number] | readonly [number, number, string];

/** A reading in a few stretches instead of two numbers a letter; undefined where it is the text itself. */
export function storedReading(text: string, reading: MappedText): StoredStretch[] | undefined {
  const { starts, ends } = reading;
  if (!starts || !ends) return undefined;
  const stretches: StoredStretch[] = [];
  for (let at = 0; at < starts.length;) {
    const next = copiedUntil(text, reading, at);
    const end = next > at ? next : replacedUntil(starts, ends, at);
    const from = starts[at] ?? 0;
    const until = ends[end - 1] ?? from;
    stretches.push(next > at ? [from, until] : [from, until, reading.text.slice(at, end)]);
    at = end;
  }
  return stretches;
}

/** The other way; undefined where the stretches are not of the text. */
export function readingFrom(text: string, stored: unknown): MappedText | undefined {
  if (stored === undefined) return { text };
  if (!Array.isArray(stored)) return undefined;
  const builder = new MappedTextBuilder();
  let last = 0;
  for (const stretch of stored as unknown[]) {
    if (!isStretch(stretch, text.length) || stretch[0] < last) return undefined;
    const [start, end, words] = stretch;
    if (words === undefined) builder.copy(text, start, end);
    else builder.replace(words, start, end);
    last = start;
  }
  return builder.finish();
}

function isStretch(value: unknown, length: number): value is StoredStretch {
  if (!Array.isArray(value)) return false;
  const [start, end, words] = value as unknown[];
  return (
    isOffset(start) &&
    isOffset(end) &&
    start <= end &&
    end <= length &&
    (words === undefined || typeof words === 'string')
  );
}

const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** Behind the last unit that stands for itself, each right behind the one before. */
function copiedUntil(text: string, { text: read, starts, ends }: MappedText, from: number): number {
  let at = from;
  for (; at < read.length; at++) {
    const start = starts?.[at] ?? 0;
    const isItself = ends?.[at] === start + 1 && text.charCodeAt(start) === read.charCodeAt(at);
    if (!isItself || (at > from && start !== (starts?.[at - 1] ?? 0) + 1)) break;
  }
  return at;
}

/** Behind the last unit that stands for the same stretch. */
function replacedUntil(starts: Uint32Array, ends: Uint32Array, from: number): number {
  let at = from + 1;
  while (at < starts.length && starts[at] === starts[from] && ends[at] === ends[from]) at++;
  return at;
}

import type { Segment, SegmentSource } from './segment';
import { TermList, textOf } from './term-list';

/** Raised whenever a segment's numbers mean something else, or words are folded otherwise than before. */
const FORMAT = 1;

/** "SWPI" as the machine has it: bytes that were written in another order are not read. */
const MAGIC = 0x49505753;

/** Of a segment as bytes: magic, format, how many units each table has; then the tables, the widest units first. */
const WIDE = 9;
const MIDDLE = 2;
const NARROW = 2;
const HEADER = 2 + WIDE + MIDDLE + NARROW;

type Tables = [...wide: Uint32Array[], middle: Uint16Array, Uint16Array, narrow: Uint8Array, Uint8Array];

/** A segment as bytes, which `readSegment` reads. */
export function segmentBytes(segment: Segment): Uint8Array<ArrayBuffer> {
  const tables = tablesOf(segment);
  const header = Uint32Array.of(MAGIC, FORMAT, ...tables.map(({ length }) => length));
  const parts = [header, ...tables];
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return bytes;
}

function tablesOf(segment: Segment): Tables {
  const { terms, text, about, sources, heads, numbers, lengths, aboutLengths } = segment;
  return [
    terms.starts,
    text.counts,
    text.starts,
    about.counts,
    about.starts,
    heads,
    numbers,
    lengths,
    aboutLengths,
    terms.units,
    unitsOf(JSON.stringify(sources)),
    text.bytes,
    about.bytes,
  ];
}

/**
 * The segment that the bytes are of, whose tables it reads where they are: the bytes must stay. Undefined where they are of another
 * format, or not whole. That nobody changed them is for who keeps them to see to.
 */
export function readSegment(bytes: Uint8Array): Segment | undefined {
  if (bytes.byteOffset % 4 !== 0) return readSegment(bytes.slice());
  const { buffer, byteOffset, byteLength } = bytes;
  if (byteLength < HEADER * 4) return undefined;
  const header = new Uint32Array(buffer, byteOffset, HEADER);
  const counts = [...header.subarray(2)];
  const widths = counts.map((_, at) => (at < WIDE ? 4 : at < WIDE + MIDDLE ? 2 : 1));
  const sizes = counts.map((count, at) => count * (widths[at] ?? 0));
  const whole = sizes.reduce((sum, size) => sum + size, HEADER * 4);
  if (header[0] !== MAGIC || header[1] !== FORMAT || whole !== byteLength) return undefined;
  let at = byteOffset + HEADER * 4;
  const offsets = sizes.map((size) => (at += size) - size);
  const wide = (table: number) => new Uint32Array(buffer, offsets[table] ?? 0, counts[table]);
  const middle = (table: number) => new Uint16Array(buffer, offsets[table] ?? 0, counts[table]);
  const narrow = (table: number) => new Uint8Array(buffer, offsets[table] ?? 0, counts[table]);
  const sources = readSources(middle(10));
  if (!sources) return undefined;
  const segment = {
    terms: new TermList(middle(9), wide(0)),
    text: { counts: wide(1), starts: wide(2), bytes: narrow(11) },
    about: { counts: wide(3), starts: wide(4), bytes: narrow(12) },
    sources,
    heads: wide(5),
    numbers: wide(6),
    lengths: wide(7),
    aboutLengths: wide(8),
  };
  return isWhole(segment) ? segment : undefined;
}

/** Whether the tables fit each other. */
function isWhole({ terms, text, about, sources, heads, numbers, lengths, aboutLengths }: Segment): boolean {
  return (
    terms.starts.at(-1) === terms.units.length &&
    [text, about].every(
      ({ counts, starts, bytes }) =>
        counts.length === terms.size && starts.length === terms.size + 1 && starts.at(-1) === bytes.length,
    ) &&
    heads.length === sources.length + 1 &&
    aboutLengths.length === sources.length &&
    heads.at(-1) === numbers.length &&
    lengths.length === numbers.length
  );
}

const unitsOf = (text: string): Uint16Array => {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
};

function readSources(units: Uint16Array): SegmentSource[] | undefined {
  try {
    const sources: unknown = JSON.parse(textOf(units));
    return Array.isArray(sources) ? (sources as SegmentSource[]) : undefined;
  } catch {
    return undefined;
  }
}

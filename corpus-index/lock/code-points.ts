import type { SourceText } from '../passages/source';

/** Two UTF-16 code units that are one character of the normalised text: a surrogate pair, or CR LF, which is one line end. */
const PAIR = /[\uD800-\uDBFF][\uDC00-\uDFFF]|\r\n/g;

/** The text that anchors count in: as read, each line end (CR LF, CR) one LF. */
export const normalised = (text: string): string => text.replace(/\r\n?/g, '\n');

/**
 * Turns offsets into a text as read (UTF-16 code units) into offsets into its normalised text (Unicode code points, as the
 * Web Annotation standard counts) and back.
 */
export class CodePoints {
  /** Offsets of the second unit of each pair. */
  private readonly seconds: Uint32Array;
  private readonly units: number;

  constructor(text: string) {
    this.seconds = Uint32Array.from(text.matchAll(PAIR), ({ index }) => index + 1);
    this.units = text.length;
  }

  /** Code points in all. */
  get length(): number {
    return this.units - this.seconds.length;
  }

  /** The code point offset of a UTF-16 offset; one between two units of a pair is taken for the pair's end. */
  at(offset: number): number {
    return offset - this.countWhere((second) => second < offset);
  }

  /** The UTF-16 offset of a code point offset; beyond the end it is the end. */
  offset(codePoint: number): number {
    const pairs = this.countWhere((second, index) => second - 1 - index < codePoint);
    return Math.min(codePoint + pairs, this.units);
  }

  /** How many pairs, counted from the first, `holds` is true of: it is true of all up to one, and of none behind. */
  private countWhere(holds: (second: number, index: number) => boolean): number {
    let low = 0;
    let high = this.seconds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(this.seconds[middle] ?? 0, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const cache = new WeakMap<SourceText['reading'], CodePoints>();

/** The code points of a source, counted once for each text. */
export function codePointsOf(source: Pick<SourceText, 'text' | 'reading'>): CodePoints {
  const known = cache.get(source.reading);
  if (known) return known;
  const fresh = new CodePoints(source.text);
  cache.set(source.reading, fresh);
  return fresh;
}

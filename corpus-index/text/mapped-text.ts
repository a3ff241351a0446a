import type { Span } from './span';

/**
 * A text read out of another one (markup dropped, entities decoded, line prefixes taken away) that
 * remembers where each of its UTF-16 code units stood: unit `i` stands for the stretch
 * `starts[i]` to `ends[i]` (exclusive) of the original. Without the two arrays the text is the
 * original itself, unit by unit.
 */
export interface MappedText {
  readonly text: string;
  readonly starts?: Uint32Array;
  readonly ends?: Uint32Array;
}

/** The stretch of the original that units `start` to `end` (exclusive) stand for; `end > start`. */
export function originalSpan(mapped: MappedText, start: number, end: number): Span {
  return { start: mapped.starts?.[start] ?? start, end: mapped.ends?.[end - 1] ?? end };
}

/** Collects a mapped text piece by piece, in the order of the original. */
export class MappedTextBuilder {
  private readonly pieces: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  /** Adds original text that is read as it stands. */
  copy(original: string, start: number, end: number): void {
    this.pieces.push(original.slice(start, end));
    for (let at = start; at < end; at++) {
      this.starts.push(at);
      this.ends.push(at + 1);
    }
  }

  /** Adds `text`, which the stretch `start` to `end` of the original is read as. */
  replace(text: string, start: number, end: number): void {
    this.pieces.push(text);
    for (let unit = 0; unit < text.length; unit++) {
      this.starts.push(start);
      this.ends.push(end);
    }
  }

  finish(): MappedText {
    return {
      text: this.pieces.join(''),
      starts: new Uint32Array(this.starts),
      ends: new Uint32Array(this.ends),
    };
  }
}

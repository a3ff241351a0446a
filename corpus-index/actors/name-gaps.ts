import type { Gap } from './gap';
import { gapBetween } from './gap';

/** The gaps between the words of one name, and its bounds. */
export interface NameGaps {
  gap(from: number, to: number): Gap;
  /** The mention's bounds if its last word ends here; nothing where a bracket would stay open. */
  boundsTo(end: number): { readonly start: number; readonly end: number } | undefined;
}

/** The gaps of a name that begins at an offset of a text. */
export const gapsFrom = (text: string, hasBrackets: boolean, start: number): NameGaps =>
  hasBrackets ? new BracketedGaps(text, start) : new PlainGaps(text, start);

class PlainGaps implements NameGaps {
  constructor(
    private readonly text: string,
    private readonly start: number,
  ) {}

  gap(from: number, to: number): Gap {
    return gapBetween(this.text, from, to);
  }

  boundsTo(end: number): { readonly start: number; readonly end: number } {
    return { start: this.start, end };
  }
}

/**
 * Square brackets in which an editor put a part of a name: "[Imad] Mughniyah", "Imad [Fayez] Mughniyah". One that opens
 * before the name belongs to it only if it closes within it.
 */
class BracketedGaps implements NameGaps {
  private open: boolean;
  private closed = false;
  private readonly atStart: boolean;

  constructor(
    private readonly text: string,
    private readonly start: number,
  ) {
    this.atStart = this.open = text[start - 1] === '[';
  }

  gap(from: number, to: number): Gap {
    const { text } = this;
    const bracket = text[from] === ']' ? ']' : text[to - 1] === '[' ? '[' : '';
    if (bracket === '' || this.open !== (bracket === ']')) return gapBetween(text, from, to);
    const gap = bracket === ']' ? gapBetween(text, from + 1, to) : gapBetween(text, from, to - 1);
    if (gap !== 'joined') return gap;
    if (bracket === ']' && this.atStart && !this.closed) this.closed = true;
    this.open = bracket === '[';
    return gap;
  }

  boundsTo(end: number): { readonly start: number; readonly end: number } | undefined {
    const start = this.closed ? this.start - 1 : this.start;
    if (!this.open || (this.atStart && !this.closed)) return { start, end };
    return this.text[end] === ']' ? { start, end: end + 1 } : undefined;
  }
}

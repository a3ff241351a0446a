import type { Span } from '../text/span';

/** Stands in an inline text for one piece of markup or one note reference, which a reader does not see as words. */
export const MARKUP = '\uFFFC';

/** Stand in `scan` for a character that is no syntax: inside code or an address, or written as an escape or entity. */
export const OPAQUE = '\uE000';
export const LITERAL = '\uE001';

/**
 * What a piece of an inline text is: words as they stand; an escape or entity; code, mathematics or an address;
 * the end of a line; markup that a reader does not see; a footnote or the reference to one.
 */
export type PieceKind = 'text' | 'literal' | 'opaque' | 'break' | 'markup' | 'note';

/** One piece: `start` to `end` of the Markdown are read as `length` units of the inline text from `at` on. */
export interface Piece extends Span {
  readonly kind: PieceKind;
  readonly at: number;
  readonly length: number;
  /** Of a reference to a footnote: its label. */
  readonly label?: string;
  /** Of an inline note: its text. */
  readonly content?: InlineText;
}

/** Emphasis, a link or an image, from its opening markup to behind its closing one, in units of the inline text. */
export interface InlineGroup extends Span {
  readonly kind: 'emphasis' | 'link' | 'image';
}

/**
 * The inline content of one block, flattened: `text` is what a reader sees, with `MARKUP` wherever something stands
 * that is not words, so that no two characters are neighbours which are none in the Markdown; `scan` is the same,
 * unit by unit, with everything masked that cannot be syntax. Line prefixes (`> `, indentation) are in neither.
 */
export interface InlineText {
  readonly text: string;
  readonly scan: string;
  readonly pieces: readonly Piece[];
  readonly groups: readonly InlineGroup[];
}

/** The place of the piece that holds unit `index`, by bisection; the last one's for an index behind the text. */
export function pieceIndexAt(inline: InlineText, index: number): number {
  let low = 0;
  let high = inline.pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((inline.pieces[middle]?.at ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether each unit of the piece stands for one unit of the Markdown. */
export const isExact = (piece: Piece): boolean => piece.length === piece.end - piece.start;

/** The stretch of the Markdown that units `start` to `end` (exclusive) stand for; `end > start`. */
export function markdownSpan(inline: InlineText, start: number, end: number): Span {
  const first = inline.pieces[pieceIndexAt(inline, start)];
  const last = inline.pieces[pieceIndexAt(inline, end - 1)];
  if (!first || !last) return { start: 0, end: 0 };
  return {
    start: isExact(first) ? first.start + start - first.at : first.start,
    end: isExact(last) ? last.start + end - last.at : last.end,
  };
}

/** The first unit that stands for something at or behind `offset` of the Markdown. */
export function unitAt(inline: InlineText, offset: number): number {
  let low = 0;
  let high = inline.pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((inline.pieces[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const piece = inline.pieces[low];
  if (!piece) return inline.text.length;
  if (offset <= piece.start) return piece.at;
  return isExact(piece) ? piece.at + offset - piece.start : piece.at + piece.length;
}

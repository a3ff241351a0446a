import type { Span } from '#corpus-index';

/** A stretch of a text on one line, and whether it is to be seen among the others. */
export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Takes a text apart at the stretches that are to be seen; they may overlap and stand in any order. */
export function piecesOf(text: string, marked: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const push = (end: number, isMarked: boolean) => {
    const words = text.slice(at, end).replace(/\s+/g, ' ');
    if (words !== '') pieces.push({ text: words, isMarked });
    at = Math.max(at, end);
  };
  for (const { start, end } of marked.toSorted((a, b) => a.start - b.start)) {
    push(Math.max(at, start), false);
    push(Math.max(at, end), true);
  }
  push(text.length, false);
  return pieces;
}

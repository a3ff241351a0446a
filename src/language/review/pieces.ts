import type { Span } from '#corpus-index';

/** A stretch of a text on one line, and whether it is to be seen among the others. */
export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
  /** The other side has other words, or none, in its place. */
  readonly differs?: true;
}

/**
 * Takes a text apart at the stretches that are to be seen, and at those that differ from the other side; they may overlap and
 * stand in any order.
 */
export function piecesOf(text: string, marked: readonly Span[], different: readonly Span[] = []): Piece[] {
  const cuts = [...marked, ...different].flatMap(({ start, end }) => [start, end]);
  const inside = cuts.filter((at) => at > 0 && at < text.length);
  const borders = [...new Set([0, ...inside, text.length])].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  let from = 0;
  for (const [at, border] of borders.entries()) {
    const next = borders[at + 1];
    const now = kindOf(from, marked, different);
    if (border === 0 || (next !== undefined && kindOf(border, marked, different) === now)) continue;
    const words = text.slice(from, border).replace(/\s+/g, ' ');
    if (words !== '') pieces.push({ text: words, ...KINDS[now] });
    from = border;
  }
  return pieces;
}

const KINDS = {
  plain: { isMarked: false },
  marked: { isMarked: true },
  differs: { isMarked: true, differs: true },
} as const;

/** What stands at an offset. */
function kindOf(at: number, marked: readonly Span[], different: readonly Span[]): keyof typeof KINDS {
  const isIn = ({ start, end }: Span) => start <= at && at < end;
  if (different.some(isIn)) return 'differs';
  return marked.some(isIn) ? 'marked' : 'plain';
}

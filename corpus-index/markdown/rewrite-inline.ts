import type { Span } from '../text/span';
import { InlineTextBuilder } from './inline-text-builder';
import { isExact, MARKUP, pieceIndexAt, type InlineText, type Piece } from './inline-text';

/** Units `start` to `end` become one piece of markup or an inline note, or stay as they are but are no syntax. */
export interface Rewrite extends Span {
  readonly kind: 'markup' | 'opaque' | 'note';
  readonly content?: InlineText;
}

/** The inline text with some stretches read otherwise; `rewrites` in order, not overlapping. */
export function rewriteInline(inline: InlineText, rewrites: readonly Rewrite[]): InlineText {
  const builder = new InlineTextBuilder();
  const moved: { from: number; by: number }[] = [];
  let at = 0;
  for (const rewrite of rewrites) {
    copyUnits(inline, at, rewrite.start, builder);
    if (rewrite.kind === 'opaque') copyUnits(inline, rewrite.start, rewrite.end, builder, 'opaque');
    else {
      const pieces = unitPieces(inline, rewrite.start, rewrite.end);
      const { content } = rewrite;
      builder.add(
        rewrite.kind,
        MARKUP,
        pieces[0]?.start ?? 0,
        pieces.at(-1)?.end ?? 0,
        content && { content },
      );
      moved.push({ from: rewrite.end, by: builder.at - rewrite.end });
    }
    at = rewrite.end;
  }
  copyUnits(inline, at, inline.text.length, builder);
  return { ...builder.finish(), groups: moveGroups(inline, moved) };
}

/** A stretch of an inline text as one of its own. */
export function sliceInline(inline: InlineText, start: number, end: number): InlineText {
  const builder = new InlineTextBuilder();
  copyUnits(inline, start, end, builder);
  const inside = inline.groups.filter((group) => group.start >= start && group.end <= end);
  const groups = inside.map((group) => ({ ...group, start: group.start - start, end: group.end - start }));
  return { ...builder.finish(), groups };
}

function copyUnits(
  inline: InlineText,
  start: number,
  end: number,
  builder: InlineTextBuilder,
  kind?: 'opaque',
): void {
  for (const piece of unitPieces(inline, start, end)) {
    const masked = kind && (piece.kind === 'text' || piece.kind === 'literal') ? kind : piece.kind;
    builder.add(
      masked,
      inline.text.slice(piece.at, piece.at + piece.length),
      piece.start,
      piece.end,
      noteOf(piece),
    );
  }
}

const noteOf = ({ label, content }: Piece): Pick<Piece, 'label' | 'content'> => ({
  ...(label !== undefined && { label }),
  ...(content && { content }),
});

/** The pieces of units `start` to `end`, the first and the last cut to size. */
export function unitPieces(inline: InlineText, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  for (let index = pieceIndexAt(inline, start); start < end && index < inline.pieces.length; index++) {
    const piece = inline.pieces[index];
    if (!piece || piece.at >= end) break;
    const from = Math.max(start, piece.at);
    const to = Math.min(end, piece.at + piece.length);
    if (from >= to) continue;
    const place = isExact(piece)
      ? { start: piece.start + from - piece.at, end: piece.start + to - piece.at }
      : piece;
    pieces.push({ ...piece, at: from, length: to - from, start: place.start, end: place.end });
  }
  return pieces;
}

function moveGroups(
  inline: InlineText,
  moved: readonly { from: number; by: number }[],
): InlineText['groups'] {
  const move = (unit: number): number => unit + (moved.findLast(({ from }) => from <= unit)?.by ?? 0);
  return inline.groups.map((group) => ({ ...group, start: move(group.start), end: move(group.end) }));
}

import type { MappedTextBuilder } from '../text/mapped-text';
import { isExact, type InlineText } from './inline-text';
import { unitPieces } from './rewrite-inline';

/**
 * Adds what a reader sees of units `start` to `end`: words, decoded entities and escapes, `\n` for the end of a line;
 * no markup and no notes. `original` is the whole Markdown, in which the inline text's offsets count from `base`.
 * Answers how many units it added.
 */
export function appendReading(
  builder: MappedTextBuilder,
  original: string,
  base: number,
  inline: InlineText,
  start: number,
  end: number,
): number {
  let added = 0;
  for (const piece of unitPieces(inline, start, end)) {
    if (piece.kind === 'markup' || piece.kind === 'note') continue;
    added += piece.length;
    if (isExact(piece) && (piece.kind === 'text' || piece.kind === 'opaque')) {
      builder.copy(original, base + piece.start, base + piece.end);
    } else
      builder.replace(
        inline.text.slice(piece.at, piece.at + piece.length),
        base + piece.start,
        base + piece.end,
      );
  }
  return added;
}

/** The Markdown of units `start` to `end` as it stands, but for the prefixes of its lines (`> `, indentation). */
export function rawMarkdown(
  original: string,
  base: number,
  inline: InlineText,
  start: number,
  end: number,
): string {
  const lines: string[] = [];
  let from: number | undefined;
  let to = 0;
  const take = () => {
    lines.push(from === undefined ? '' : original.slice(base + from, base + to));
    from = undefined;
  };
  for (const piece of unitPieces(inline, start, end)) {
    if (piece.kind === 'break') take();
    else {
      from ??= piece.start;
      to = piece.end;
    }
  }
  take();
  return lines.join('\n');
}

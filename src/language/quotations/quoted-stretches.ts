import type { InlineText, Span } from '#corpus-index';
import { markPairs, type MarkPair } from './mark-pairs';

/** Words between quotation marks, in units of an inline text: `start` to `end` without the marks at `open` and `close`. */
export interface QuotedStretch extends MarkPair, Span {}

/** The outermost quotations of a block that have words in them; see `markPairs` for `zones`. */
export function quotedStretches(inline: InlineText, zones: readonly Span[]): QuotedStretch[] {
  const stretches: QuotedStretch[] = [];
  for (const { open, close } of markPairs(inline, zones)) {
    if (open < (stretches.at(-1)?.close ?? -1)) continue;
    const { start, end } = trimmed(inline.text, open + 1, close);
    if (/[\p{L}\p{N}]/u.test(inline.text.slice(start, end))) stretches.push({ open, close, start, end });
  }
  return stretches;
}

/** A stretch without the white space at its ends. */
export function trimmed(text: string, start: number, end: number): Span {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}

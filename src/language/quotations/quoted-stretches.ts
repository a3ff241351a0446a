import type { InlineText, Span } from '#corpus-index';
import { readMarks, type MarkPair, type UnpairedMark } from './mark-pairs';
import { LOW_COMMAS, TEX_CLOSING, TEX_OPENING } from './marks';
import { spanAround } from './spans';

/** Words between quotation marks, in units of an inline text: `start` to `end` without the marks at `open` and `close`. */
export interface QuotedStretch extends MarkPair, Span {}

export interface FoundStretches {
  /** The outermost quotations of a block that have words in them, in order. */
  readonly quotations: readonly QuotedStretch[];
  readonly unpaired: readonly UnpairedMark[];
}

/** See `markPairs` for `zones`. Besides marks, HTML's `<q>` quotes. */
export function quotedStretches(
  inline: InlineText,
  markdown: string,
  zones: readonly Span[],
): FoundStretches {
  const marks = readMarks(inline, zones);
  const tags = tagPairs(inline, markdown);
  const pairs = tags.pairs.length === 0 ? marks.pairs : [...marks.pairs, ...tags.pairs].sort(byOpening);
  const quotations: QuotedStretch[] = [];
  for (const { open, close } of pairs) {
    if (open < (quotations.at(-1)?.close ?? -1)) continue;
    const { start, end } = insideMarks(inline.text, open, close);
    if (/[\p{L}\p{N}]/u.test(inline.text.slice(start, end))) quotations.push({ open, close, start, end });
  }
  const spans = quotations.map(({ open, close }) => ({ start: open, end: close + 1 }));
  const unpaired = [...marks.unpaired, ...tags.unpaired].filter(({ at }) => !spanAround(spans, at));
  return { quotations, unpaired };
}

/** The words between marks of one character, or of two: ``words'', ''words'', ,,words''. */
function insideMarks(text: string, open: number, close: number): Span {
  const doubled = [TEX_OPENING, TEX_CLOSING, LOW_COMMAS].includes(text.slice(open, open + 2));
  const closes = doubled && text.slice(Math.max(open + 2, close - 1), close + 1) === TEX_CLOSING;
  const opens = closes || text.startsWith(LOW_COMMAS, open) || text.startsWith(TEX_OPENING, open);
  return trimmed(text, open + (opens ? 2 : 1), closes ? close - 1 : close);
}

const byOpening = (a: MarkPair, b: MarkPair): number => a.open - b.open;

/** The pairs of `<q>` and `</q>`, and the tags of quotations that cannot be read. */
function tagPairs(
  inline: InlineText,
  markdown: string,
): { readonly pairs: MarkPair[]; readonly unpaired: UnpairedMark[] } {
  const pairs: MarkPair[] = [];
  const open: number[] = [];
  const unpaired: UnpairedMark[] = [];
  for (const { kind, at, start, end } of inline.pieces) {
    if (kind !== 'markup' || end - start < 3) continue;
    const tag = /^<(\/?)(q|blockquote)(?![\w-])/i.exec(markdown.slice(start, end));
    if (!tag) continue;
    if (tag[2]?.toLowerCase() !== 'q') {
      if (tag[1] === '') unpaired.push({ at, opens: true });
    } else if (tag[1] === '') open.push(at);
    else {
      const start = open.pop();
      if (start !== undefined) pairs.push({ open: start, close: at });
    }
  }
  return { pairs, unpaired: [...unpaired, ...open.map((at) => ({ at, opens: true }))] };
}

/** A stretch without the white space at its ends. */
export function trimmed(text: string, start: number, end: number): Span {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}

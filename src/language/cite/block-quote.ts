import { isBlank, rowAt, type DraftLines } from './draft-lines';
import type { Edit } from './edit';
import type { Surroundings } from './surroundings';

/** Begins another block without a blank line: a list item, a heading, a fence, a footnote, a definition. */
const NEXT_BLOCK = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s|#{1,6}\s|```|~~~|\[\^[^\]]+\]:|:::)/;

const HEADING = /^[\s>]*#{1,6}\s/;

/**
 * A block quote behind the paragraph that the offset lies in (so that no sentence is broken), or on the blank line it lies
 * on, parted by blank lines from what is above and below and inside the same list item, quote or footnote.
 */
export function blockQuoteEdit(
  draft: DraftLines,
  at: number,
  paragraphs: readonly string[],
  { linePrefix, quoteEnd }: Surroundings,
): Edit {
  const { lines, starts, eol } = draft;
  const row = rowAt(draft, quoteEnd ?? at);
  const current = lines[row] ?? '';
  const onBlank = isBlank(current);
  const last = onBlank ? row : lastRowOfParagraph(lines, row);
  const blank = linePrefix.trimEnd();
  const block = paragraphs.map((words) => `${linePrefix}> ${words}`).join(`${eol}${linePrefix}>${eol}`);
  const needsBlankAbove = !onBlank || (row > 0 && !isBlank(lines[row - 1] ?? ''));
  const lead = onBlank ? (needsBlankAbove ? eol : '') : `${eol}${blank}${eol}`;
  const tail = tailOf(lines[last + 1], eol, blank);
  const typed = onBlank && !needsBlankAbove && block.startsWith(current) ? current.length : 0;
  return { offset: (starts[last] ?? 0) + (lines[last] ?? '').length, text: lead + block.slice(typed) + tail };
}

/** A blank line in front of what stands below; a line end at the end of the draft. */
function tailOf(below: string | undefined, eol: string, blank: string): string {
  if (below === undefined) return eol;
  return isBlank(below) ? '' : `${eol}${blank}`;
}

function lastRowOfParagraph(lines: readonly string[], row: number): number {
  let last = row;
  while (
    !HEADING.test(lines[row] ?? '') &&
    last + 1 < lines.length &&
    !isBlank(lines[last + 1] ?? '') &&
    !NEXT_BLOCK.test(lines[last + 1] ?? '')
  )
    last++;
  return last;
}

import type { Span } from '../text/span';
import { looksLikeHeading, endsSentence, startsLowerCase } from './heading';
import { linesOf, type Line } from './lines';
import { isFurnitureLine } from './web-furniture';
import { isByline } from './byline';

/**
 * Longest line, in UTF-16 code units, that somebody still wrapped by hand or by program: 72 to 100 are
 * usual, 132 was a terminal's. A longer line is a paragraph that no one wrapped.
 */
const LONGEST_WRAPPED_LINE = 132;

/** A line shorter than this (UTF-16 code units) that breaks off is a heading or an entry, not a wrapped line. */
const SHORTEST_WRAPPED_LINE = 60;

const LIST_ITEM = /^(?:[-*•◦▪‣–—]|\(?(?:\d{1,3}|[a-z])[.)])\s+\S/;
const FUNCTION_WORD_END =
  /\s(?:a|an|the|of|and|or|to|in|on|for|with|by|from|at|that|which|as|is|was|were|are)$/i;

/**
 * The paragraphs of a plain text, as stretches of it. Blank lines part paragraphs; a hard-wrapped run is one
 * paragraph; where nobody wrapped, each line is one.
 */
export function textBlocks(text: string): Span[] {
  const lines = linesOf(text);
  const blankLinesPart = lines.some((line) => line.blankBefore);
  const blocks: Span[] = [];
  for (const group of groupsOf(lines)) {
    const width = Math.max(...group.map((line) => line.end - line.start));
    let start = group[0]?.start ?? 0;
    group.forEach((line, index) => {
      const next = group[index + 1];
      if (next && continues(text, line, next, width, blankLinesPart, index === 0)) return;
      blocks.push({ start, end: line.end });
      start = next?.start ?? 0;
    });
  }
  return blocks;
}

function groupsOf(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last && !line.blankBefore) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** Whether `next` goes on with the paragraph of `line`; `width` is the longest line of their group. */
function continues(
  text: string,
  line: Line,
  next: Line,
  width: number,
  blankLinesPart: boolean,
  first: boolean,
): boolean {
  const words = text.slice(line.start, line.end);
  const nextWords = text.slice(next.start, next.end);
  if (LIST_ITEM.test(nextWords)) return false;
  if ([words, nextWords].some((one) => isFurnitureLine(one) || isByline(one))) return false;
  if (width > LONGEST_WRAPPED_LINE) return breaksOff(words, nextWords);
  if (next.indent > line.indent + 1 && endsSentence(words)) return false;
  const nextWordFits = words.length + 1 + (nextWords.split(/\s/, 1)[0] ?? '').length <= width;
  if (!nextWordFits) return true;
  if (first && looksLikeHeading(words) && !startsLowerCase(nextWords)) return false;
  return blankLinesPart || !(endsSentence(words) || looksLikeHeading(words));
}

/** In a text that nobody wrapped: a line that stops in mid-sentence, so that the next one must go on with it. */
function breaksOff(words: string, nextWords: string): boolean {
  if (endsSentence(words) || /[:;]$/.test(words)) return false;
  if (startsLowerCase(nextWords) || FUNCTION_WORD_END.test(words) || words.endsWith(',')) return true;
  return words.length >= SHORTEST_WRAPPED_LINE && !looksLikeHeading(words);
}

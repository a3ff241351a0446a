import { frontMatterLength } from './front-matter';
import { definedLabels } from './link-labels';
import { eventReader } from './micromark-events';
import { maskPandocSyntax } from './pandoc-masks';
import { readStretch } from './stretch-reader';
import type { Block, PlacedStretch, Stretch } from './block';

/**
 * Longest stretch that is read in one piece, in UTF-16 code units: a longer one (a megabyte without a blank line) is
 * parted at a line's end, since micromark's time grows faster than some texts.
 */
const LONGEST_STRETCH = 32_768;

/** A blank line with a line behind it that is not indented: where every list, quote and note has ended. */
const NEW_START = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r(?!\n))(?=[^ \t\r\n])/;

/** The stretches of the last version of a text, by their Markdown: what has not changed is not read again. */
export interface StretchMemo {
  labels: string;
  stretches: Map<string, Stretch>;
}

export const newStretchMemo = (): StretchMemo => ({ labels: '', stretches: new Map() });

/**
 * Reads a Markdown text as stretches in order, which together hold all its blocks. A text is parted where CommonMark
 * lets no construct reach over, and each stretch is read by itself: time grows with the text, not faster, and with a
 * `memo` only the stretches that changed are read.
 */
export function readStretches(text: string, memo: StretchMemo = newStretchMemo()): PlacedStretch[] {
  const markdown = maskPandocSyntax(text);
  const readMarkdown = stretchReader(definedLabels(text), memo);
  // What stands in a mask counts as a change too, since others remember what they found in a stretch.
  const read = (start: number, end: number) =>
    readMarkdown(text.slice(start, end), markdown.slice(start, end));
  const placed: PlacedStretch[] = [];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  const frontMatter = frontMatterLength(text, start);
  if (frontMatter > 0) placed.push(frontMatterStretch(start, start + frontMatter));
  start += frontMatter;
  while (start < text.length) {
    const stretch = placeStretch(markdown, start, read);
    placed.push(stretch);
    start = stretch.end;
  }
  return placed;
}

/** Reads stretches, those of the memo from the memo; the memo is left with what was read now. */
function stretchReader(
  labels: ReadonlySet<string>,
  memo: StretchMemo,
): (text: string, markdown: string) => Stretch {
  const events = eventReader(labels);
  const labelList = [...labels].sort().join('\n');
  const known = memo.labels === labelList ? memo.stretches : new Map<string, Stretch>();
  memo.labels = labelList;
  memo.stretches = new Map();
  return (text, markdown) => {
    const stretch = known.get(text) ?? readStretch(markdown, events);
    memo.stretches.set(text, stretch);
    return stretch;
  };
}

function frontMatterStretch(start: number, end: number): PlacedStretch {
  const span = { start: 0, end: end - start };
  return { start, end, blocks: [{ kind: 'front-matter', ...span, containers: [] }], opaque: [span] };
}

/** Reads the stretch that begins at `start`; fenced code or HTML that it leaves open is drawn out to its end. */
function placeStretch(
  markdown: string,
  start: number,
  read: (start: number, end: number) => Stretch,
): PlacedStretch {
  const end = stretchEnd(markdown, start);
  const { blocks, opaque, openEnd } = read(start, end);
  if (!openEnd || end === markdown.length) return { blocks, opaque, start, end };
  const closed = endOfLineWith(openEnd.closing, markdown, end);
  const last = { ...(blocks.at(-1) as Block), end: closed - start };
  return {
    blocks: blocks.with(-1, last),
    opaque: opaque.with(-1, { start: last.start, end: last.end }),
    start,
    end: closed,
  };
}

function stretchEnd(markdown: string, start: number): number {
  const end = nextMatch(NEW_START, markdown, start) ?? markdown.length;
  return end - start <= LONGEST_STRETCH ? end : cutLongStretch(markdown, start);
}

/** At the last line that is not indented, as what goes on with a list item is; else at a line's end or a space. */
function cutLongStretch(markdown: string, start: number): number {
  const limit = start + LONGEST_STRETCH;
  const lines = lineStarts(markdown.slice(start, limit)).map((line) => start + line);
  const line = lines.findLast((one) => !/[ \t]/.test(markdown.charAt(one))) ?? lines.at(-1);
  if (line !== undefined) return line;
  const space = markdown.lastIndexOf(' ', limit);
  return space > start ? space + 1 : limit;
}

const lineStarts = (text: string): number[] =>
  Array.from(text.matchAll(/\r\n|\n|\r(?!\n|$)/g), ({ 0: lineEnd, index }) => index + lineEnd.length);

/** Where the next match at or behind `from` ends. */
function nextMatch(pattern: RegExp, text: string, from: number): number | undefined {
  const search = new RegExp(pattern, `${pattern.flags}g`);
  search.lastIndex = from;
  return search.test(text) ? search.lastIndex : undefined;
}

/** Where the line ends that holds the next match; the end of the text where there is none. */
function endOfLineWith(closing: RegExp, markdown: string, from: number): number {
  const close = nextMatch(closing, markdown, from);
  return close === undefined
    ? markdown.length
    : (nextMatch(/\r\n|\n|\r/, markdown, close) ?? markdown.length);
}

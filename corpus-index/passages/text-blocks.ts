import type { Span } from '../text/span';
import { isByline } from './byline';
import { endsSentence, looksLikeHeading, startsLowerCase } from './heading';
import { linesOf, type Line } from './lines';
import { hasSpeaker, isListItem, markSort } from './list-marks';
import { isMailHeader } from './mail-header';
import { isPageNumber } from './running-heads';
import { isFurnitureLine } from './web-furniture';

/**
 * Longest line, in UTF-16 code units, that somebody still wrapped by hand or by program: 72 to 100 are
 * usual, 132 was a terminal's. A longer line is a paragraph that no one wrapped.
 */
const LONGEST_WRAPPED_LINE = 132;

/** A line shorter than this (UTF-16 code units) that breaks off is a heading, an entry or a verse, not a wrapped line. */
const SHORTEST_WRAPPED_LINE = 60;

/** Lines of so much of the widest one's length count as full; so many full lines are needed to call a group wrapped. */
const FULL_LINE = 0.85;
const FULL_LINES = 3;

const FUNCTION_WORD_END =
  /\s(?:a|an|the|of|and|or|to|in|on|for|with|by|from|at|that|which|as|is|was|were|are)$/i;

interface GroupLine extends Line {
  readonly words: string;
}

/** Lines between blank ones, and how they are laid out. */
interface Group {
  readonly lines: readonly GroupLine[];
  /** Longest line, in UTF-16 code units. */
  readonly width: number;
  /** Whether most of its full lines break off in mid-sentence, as only wrapping does. */
  readonly wrapped: boolean;
  /** Whether blank lines part the paragraphs around it, so that its own line ends need not. */
  readonly partedByBlanks: boolean;
  /** The smallest indent, in UTF-16 code units; and whether some lines stand further in. */
  readonly margin: number;
  readonly firstLinesIndented: boolean;
  readonly transcript: boolean;
  readonly verse: boolean;
  /** Whether the text begins with it. */
  readonly atHead: boolean;
}

/**
 * The paragraphs of a plain text, as stretches of it. Blank lines part paragraphs; a hard-wrapped run is one
 * paragraph, and so is a stanza; where nobody wrapped, each line is one.
 */
export function textBlocks(text: string): Span[] {
  const lines = linesOf(text).map((line) => ({ ...line, words: text.slice(line.start, line.end) }));
  const blocks: Span[] = [];
  for (const group of groupsOf(lines)) {
    let first = 0;
    group.lines.forEach((line, at) => {
      if (at + 1 < group.lines.length && continues(group, first, at)) return;
      blocks.push({ start: group.lines[first]?.start ?? 0, end: line.end });
      first = at + 1;
    });
  }
  return blocks;
}

function groupsOf(lines: readonly GroupLine[]): Group[] {
  const groups: GroupLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last && !line.blankBefore) last.push(line);
    else groups.push([line]);
  }
  const total = lines.reduce((sum, { words }) => sum + words.length, 0);
  return groups.map((group, at) => layout(group, total, groups.length, at === 0));
}

function layout(lines: readonly GroupLine[], total: number, groups: number, atHead: boolean): Group {
  const lengths = lines.map(({ words }) => words.length);
  const width = Math.max(...lengths);
  const full = lines.filter(({ words }) => words.length >= width * FULL_LINE);
  const own = lengths.reduce((sum, length) => sum + length, 0);
  const indents = lines.map(({ indent }) => indent);
  const partedByBlanks = groups > 1 && !(own > total / 2 && isOneParagraphALine(lines));
  const speakers = lines.filter(({ words }) => hasSpeaker(words)).length;
  return {
    lines,
    width,
    wrapped:
      full.length >= FULL_LINES && full.filter(({ words }) => !endsSentence(words)).length * 2 >= full.length,
    partedByBlanks,
    margin: Math.min(...indents),
    firstLinesIndented: Math.max(...indents) > Math.min(...indents) + 1,
    transcript: speakers > 1 && hasSpeaker(lines[0]?.words ?? ''),
    verse: partedByBlanks && !atHead && lines.length > 2 && width < SHORTEST_WRAPPED_LINE,
    atHead,
  };
}

/** Three lines or more, prose by their length, nearly all of which end a sentence: blank lines elsewhere do not count. */
function isOneParagraphALine(lines: readonly GroupLine[]): boolean {
  const long = lines.filter(({ words }) => words.length >= SHORTEST_WRAPPED_LINE);
  return long.length > 2 && long.filter(({ words }) => endsSentence(words)).length > 0.8 * long.length;
}

/** Whether the line behind line `at` goes on with the paragraph that begins with line `first`. */
function continues(group: Group, first: number, at: number): boolean {
  const { lines, width } = group;
  const line = lines[at]!;
  const next = lines[at + 1]!;
  const ended = endsSentence(line.words);
  const nextFits = line.words.length + 1 + (next.words.split(/\s/, 1)[0] ?? '').length <= width;
  const brokenOff = !ended && !nextFits && line.words.length >= SHORTEST_WRAPPED_LINE;
  const inProse = brokenOff && width <= LONGEST_WRAPPED_LINE && !(group.atHead && at === 0);
  if (!inProse && !goesOn(line.words, next.words)) {
    if (standsAlone(line.words) || standsAlone(next.words)) return false;
    if (isMailHeader(next.words) && isMailHeader(lines[first]!.words)) return false;
  }
  if (group.transcript && hasSpeaker(next.words)) return false;
  if (isListItem(next.words) && (!inProse || isItemBeside(group, first, next))) return false;
  const item = isListItem(lines[first]!.words);
  if (ended && !item && beginsIndented(group, line, next)) return false;
  if (ended && /^\d{1,3}$/.test(next.words)) return false;
  if (width > LONGEST_WRAPPED_LINE) return breaksOff(line.words, next.words);
  if (group.verse) return true;
  if (at === 0 && nextFits && !item && looksLikeHeading(line.words) && !startsLowerCase(next.words))
    return false;
  if (group.partedByBlanks || brokenOff) return true;
  if (!group.wrapped) return breaksOff(line.words, next.words);
  return !nextFits || !(ended || looksLikeHeading(line.words));
}

/** Further in than the line above, or as far in as first lines are where others are not. */
const beginsIndented = (group: Group, line: Line, next: Line): boolean =>
  next.indent > line.indent + 1 || (group.firstLinesIndented && next.indent > group.margin + 1);

const standsAlone = (words: string): boolean =>
  isFurnitureLine(words) || isByline(words) || isPageNumber(words);

/** The last word of a wrapped paragraph may read like a button: "they came / home". */
const goesOn = (words: string, next: string): boolean =>
  startsLowerCase(next) &&
  !/^by\s/.test(next) &&
  !endsSentence(words) &&
  !isFurnitureLine(words) &&
  words.length >= SHORTEST_WRAPPED_LINE / 2;

/** In wrapped prose a line may begin with a dash or a number by chance; in a list its like went before. */
const isItemBeside = ({ lines }: Group, first: number, next: GroupLine): boolean =>
  isListItem(lines[first]!.words) &&
  markSort(lines[first]!.words) === markSort(next.words) &&
  lines[first]!.indent === next.indent;

/** In a text that nobody wrapped: a line that stops in mid-sentence, so that the next one must go on with it. */
function breaksOff(words: string, nextWords: string): boolean {
  if (endsSentence(words) || /[:;]$/.test(words)) return false;
  if (startsLowerCase(nextWords) || FUNCTION_WORD_END.test(words) || words.endsWith(',')) return true;
  return words.length >= SHORTEST_WRAPPED_LINE && !looksLikeHeading(words);
}

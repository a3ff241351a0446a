import type { Span } from '../text/span';
import { isByline } from './byline';
import { endsSentence, looksLikeHeading, startsLowerCase } from './heading';
import { lineGroups, SHORTEST_WRAPPED_LINE, type GroupLine, type LineGroup } from './line-groups';
import { hasSpeaker, isListItem, markSort } from './list-marks';
import { isMailHeader } from './mail-header';
import { isPageNumber } from './running-heads';
import { furnitureReason, isFurnitureLine } from './web-furniture';

/**
 * Longest line, in UTF-16 code units, that somebody still wrapped by hand or by program: 72 to 100 are
 * usual, 132 was a terminal's. A longer line is a paragraph that no one wrapped.
 */
const LONGEST_WRAPPED_LINE = 132;

const FUNCTION_WORD_END =
  /\s(?:a|an|the|of|and|or|to|in|on|for|with|by|from|at|that|which|as|is|was|were|are)$/i;

/** A line end within a group. */
interface LineEnd {
  readonly group: LineGroup;
  /** The first line of the paragraph so far. */
  readonly first: GroupLine;
  readonly line: GroupLine;
  readonly next: GroupLine;
  /** Whether the line ends a sentence. */
  readonly ended: boolean;
  /** Whether the next line's first word had room on the line: then nobody wrapped there. */
  readonly nextFits: boolean;
  /** Whether the line is full and stops in mid-sentence. */
  readonly brokenOff: boolean;
}

/**
 * The paragraphs of a plain text, as stretches of it. Blank lines part paragraphs; a hard-wrapped run is one
 * paragraph, and so is a stanza; where nobody wrapped, each line is one.
 */
export function textBlocks(text: string): Span[] {
  const blocks: Span[] = [];
  for (const group of lineGroups(text)) {
    let first: GroupLine | undefined;
    group.lines.forEach((line, at) => {
      first ??= line;
      const next = group.lines[at + 1];
      if (next && continues(lineEnd(group, first, line, next))) return;
      blocks.push({ start: first.start, end: line.end });
      first = undefined;
    });
  }
  return blocks;
}

function lineEnd(group: LineGroup, first: GroupLine, line: GroupLine, next: GroupLine): LineEnd {
  const ended = endsSentence(line.words);
  const nextFits = line.words.length + 1 + (next.words.split(/\s/, 1)[0] ?? '').length <= group.width;
  const brokenOff = !ended && !nextFits && line.words.length >= SHORTEST_WRAPPED_LINE;
  return { group, first, line, next, ended, nextFits, brokenOff };
}

/** Whether the paragraph goes on behind a line end. */
const continues = (at: LineEnd): boolean => !isPartedByWords(at) && !isPartedByIndent(at) && flowsOn(at);

/** A line that is something of its own, or begins something: furniture, a byline, a speech, an item. */
function isPartedByWords({ group, first, line, next, ended, brokenOff }: LineEnd): boolean {
  const inProse = brokenOff && group.width <= LONGEST_WRAPPED_LINE;
  const mayBeTitle = group.atHead && line === group.lines[0];
  if ((!inProse || mayBeTitle) && !readsOn(line.words, next.words)) {
    if ([line, next].some(({ words }) => standsAlone(words, group.verse))) return true;
    if (isMailHeader(next.words) && isMailHeader(first.words)) return true;
  }
  if (group.transcript && hasSpeaker(next.words)) return true;
  if (ended && /^\d{1,3}$/.test(next.words)) return true;
  if (!isListItem(next.words)) return false;
  return !inProse || isItemBeside(mayBeTitle ? group.lines[2] : first, next);
}

/** In a poem a line may read like a button of a menu. */
function standsAlone(words: string, verse: boolean): boolean {
  if (isByline(words) || isPageNumber(words)) return true;
  return verse
    ? !['site-banner', 'sharing', undefined].includes(furnitureReason(words))
    : isFurnitureLine(words);
}

/** The last word of a wrapped paragraph may read like a button: "they came / home". */
const readsOn = (words: string, next: string): boolean =>
  startsLowerCase(next) &&
  !/^by\s/.test(next) &&
  !endsSentence(words) &&
  !isFurnitureLine(words) &&
  words.length >= SHORTEST_WRAPPED_LINE / 2;

/** In wrapped prose a line may begin with a dash or a number by chance; in a list its like went before. */
const isItemBeside = (first: GroupLine | undefined, next: GroupLine): boolean =>
  first !== undefined &&
  isListItem(first.words) &&
  markSort(first.words) === markSort(next.words) &&
  first.indent === next.indent;

/** Behind a sentence: further in than the line above, or as far in as first lines are where others are not. */
function isPartedByIndent({ group, first, line, next, ended }: LineEnd): boolean {
  if (!ended || isListItem(first.words)) return false;
  return next.indent > line.indent + 1 || (group.firstLinesIndented && next.indent > group.margin + 1);
}

/** Whether words and width of two plain lines say that the second goes on with the first. */
function flowsOn({ group, first, line, next, ended, nextFits, brokenOff }: LineEnd): boolean {
  if (group.width > LONGEST_WRAPPED_LINE) return breaksOff(line.words, next.words);
  if (group.verse) return true;
  const heads = nextFits && looksLikeHeading(line.words) && !isListItem(first.words);
  if (heads && line === group.lines[0] && !startsLowerCase(next.words)) return false;
  if (group.partedByBlanks || brokenOff) return true;
  if (!group.wrapped) return breaksOff(line.words, next.words);
  return !nextFits || !(ended || heads);
}

/** In a text that nobody wrapped: a line that stops in mid-sentence, so that the next one must go on with it. */
function breaksOff(words: string, nextWords: string): boolean {
  if (endsSentence(words) || /[:;]$/.test(words)) return false;
  if (startsLowerCase(nextWords) || FUNCTION_WORD_END.test(words) || words.endsWith(',')) return true;
  return words.length >= SHORTEST_WRAPPED_LINE && !looksLikeHeading(words);
}

import { isByline } from './byline';
import { endsSentence } from './heading';
import { linesOf, type Line } from './lines';
import { hasSpeaker } from './list-marks';
import { isFurnitureLine } from './web-furniture';

/** A line shorter than this (UTF-16 code units) that breaks off is a heading, an entry or a verse, not a wrapped line. */
export const SHORTEST_WRAPPED_LINE = 60;

/** Lines of so much of the widest one's length count as full; so many full lines are needed to call a group wrapped. */
const FULL_LINE = 0.85;
const FULL_LINES = 3;

export interface GroupLine extends Line {
  readonly words: string;
}

/** Lines between blank ones, and how they are laid out. */
export interface LineGroup {
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

/** The lines of a text, in groups that blank lines part. */
export function lineGroups(text: string): LineGroup[] {
  const groups: GroupLine[][] = [];
  let total = 0;
  for (const line of linesOf(text)) {
    const words = text.slice(line.start, line.end);
    const last = groups.at(-1);
    if (last && !line.blankBefore) last.push({ ...line, words });
    else groups.push([{ ...line, words }]);
    total += words.length;
  }
  const stanzas = groups.filter((group) => group.length > 1 && isNarrow(group) && !isMenu(group));
  const poem = stanzas.length > 1 && stanzas.some((stanza) => stanza.length > 2) && isMost(stanzas, total);
  return groups.map((group, at) => {
    const partedByBlanks = groups.length > 1 && !(isMost([group], total) && isOneParagraphALine(group));
    return {
      ...layout(group),
      partedByBlanks,
      verse: partedByBlanks && isVerse(group, at, poem),
      atHead: at === 0,
    };
  });
}

type Layout = Omit<LineGroup, 'partedByBlanks' | 'verse' | 'atHead'>;

function layout(lines: readonly GroupLine[]): Layout {
  const width = widthOf(lines);
  const full = lines.filter(({ words }) => words.length >= width * FULL_LINE);
  const broken = full.filter(({ words }) => !endsSentence(words));
  const indents = lines.map(({ indent }) => indent);
  const margin = Math.min(...indents);
  const speakers = lines.filter(({ words }) => hasSpeaker(words));
  return {
    lines,
    width,
    wrapped: full.length >= FULL_LINES && broken.length * 2 >= full.length,
    margin,
    firstLinesIndented: Math.max(...indents) > margin + 1,
    transcript: speakers.length > 1 && speakers[0] === lines[0],
  };
}

const widthOf = (lines: readonly GroupLine[]): number =>
  lines.reduce((width, { words }) => Math.max(width, words.length), 0);

const isNarrow = (lines: readonly GroupLine[]): boolean => widthOf(lines) < SHORTEST_WRAPPED_LINE;

/** Two lines or more that only web sites have: a menu, a form. */
const isMenu = (lines: readonly GroupLine[]): boolean =>
  lines.filter(({ words }) => isFurnitureLine(words)).length > 1;

const isMost = (groups: readonly (readonly GroupLine[])[], total: number): boolean =>
  groups.flat().reduce((sum, { words }) => sum + words.length, 0) > total / 2;

/** Three short lines or more, as a stanza or an address has; in a poem two do. The first group may begin with a title. */
function isVerse(lines: readonly GroupLine[], at: number, poem: boolean): boolean {
  if (!isNarrow(lines) || isMenu(lines) || lines.length < (poem && at > 0 ? 2 : 3)) return false;
  return at > 0 || (poem && !lines.some(({ words }) => isByline(words)));
}

/** Three lines or more, prose by their length, nearly all of which end a sentence: blank lines elsewhere do not count. */
function isOneParagraphALine(lines: readonly GroupLine[]): boolean {
  const long = lines.filter(({ words }) => words.length >= SHORTEST_WRAPPED_LINE);
  return long.length > 2 && long.filter(({ words }) => endsSentence(words)).length > 0.8 * long.length;
}

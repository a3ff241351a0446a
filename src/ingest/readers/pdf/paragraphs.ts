import { endsInHyphen } from './hyphens';
import type { Line } from './lines';
import { sideNotes } from './side-notes';

/** A line with the page it stands on, counted from 0. */
export interface PlacedLine {
  readonly line: Line;
  readonly page: number;
}

export interface Paragraph {
  readonly lines: readonly PlacedLine[];
  readonly kind: 'body' | 'heading' | 'note' | 'item';
}

const SENTENCE_END = /[.!?…:][\p{Pe}\p{Pf}"'’”\d]*$/u;
const BULLET = /^(?:[•‣▪▫●○◦■□◆∙·–—*-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\[\d{1,3}\])\s+\S/i;
const NOTE_START = /^(?:\d{1,3}|[*†‡§¶]{1,3})[\s.)]*\S/;

/** Type larger than the body's by this much heads something; smaller by this much is a note's. */
const LARGER = 1.12;
const SMALLER = 0.93;

/** Lines this much farther apart than the lines of a paragraph begin another. */
const WIDER = 1.35;

/** First lines are set in by this many times the size of type, or more. */
const INDENT = 0.7;

/** More lines are no heading, nor are more words that end a sentence. */
const MOST_HEADING_LINES = 4;
const MOST_HEADING_WORDS = 20;

/** Of a document's characters so many stand in type that is larger than headings' would be: it is text as well. */
const SHARE_OF_TEXT = 0.2;

/** The paragraphs of the lines of all pages, furniture left out, in the order of the lines. */
export function paragraphsOf(lines: readonly PlacedLine[]): Paragraph[] {
  const size = bodySize(lines);
  const notes = noteLines(lines, size);
  const own = lines.filter((line) => notes.has(line));
  const base = largestOfText(lines, size);
  const { body, beside } = sideNotes(lines.filter((line) => !notes.has(line)));
  return [
    ...groups(body, size).flatMap((group) => [
      { lines: group, kind: kindOf(group, base) },
      ...group
        .flatMap((line) => beside.get(line) ?? [])
        .map((note) => ({ lines: note, kind: 'item' as const })),
    ]),
    ...noteGroups(own).map((group) => ({ lines: group, kind: 'note' as const })),
  ];
}

/** The size in which most characters are set. */
function bodySize(lines: readonly PlacedLine[]): number {
  const lengths = new Map<number, number>();
  for (const { line } of lines) {
    const rounded = Math.round(line.size * 2) / 2;
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + line.text.length);
  }
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The largest size that more is set in than headings; listings in small type may have most characters. */
function largestOfText(lines: readonly PlacedLine[], size: number): number {
  const largestFirst = lines.map(({ line }) => line).sort((a, b) => b.size - a.size);
  const all = largestFirst.reduce((sum, { text }) => sum + text.length, 0);
  let sum = 0;
  const base = largestFirst.find(({ text }) => (sum += text.length) >= SHARE_OF_TEXT * all);
  return Math.max(size, base?.size ?? 0);
}

/** Smaller lines at the foot of a page, from the first that begins as notes do. */
function noteLines(lines: readonly PlacedLine[], size: number): ReadonlySet<PlacedLine> {
  const notes = new Set<PlacedLine>();
  for (const page of byPage(lines)) {
    const lowest = Math.max(
      ...page.filter(({ line }) => line.size >= SMALLER * size).map(({ line }) => line.y),
    );
    const below = page.filter(({ line }) => line.size < SMALLER * size && line.y > lowest);
    const first = below.findIndex(({ line }) => NOTE_START.test(line.text));
    if (first >= 0 && Number.isFinite(lowest)) for (const line of below.slice(first)) notes.add(line);
  }
  return notes;
}

function byPage(lines: readonly PlacedLine[]): PlacedLine[][] {
  const pages: PlacedLine[][] = [];
  for (const line of lines) (pages[line.page] ??= []).push(line);
  return pages.filter(Boolean);
}

function noteGroups(lines: readonly PlacedLine[]): PlacedLine[][] {
  const found: PlacedLine[][] = [];
  let left = 0;
  for (const placed of lines) {
    const { line, page } = placed;
    const last = found.at(-1)?.at(-1);
    const begins = NOTE_START.test(line.text) && (last?.page !== page || line.left >= left - 1);
    if (!last || (begins && last.line !== line)) {
      found.push([placed]);
      left = line.left;
    } else found.at(-1)?.push(placed);
  }
  return found;
}

function groups(lines: readonly PlacedLine[], size: number): PlacedLine[][] {
  const leading = usualLeading(lines, size);
  const rights = rightEdges(lines);
  const found: PlacedLine[][] = [];
  lines.forEach((placed, at) => {
    const before = lines[at - 1];
    const group = found.at(-1);
    const goesOn =
      before !== undefined &&
      group !== undefined &&
      continues({ group, before, placed, next: lines[at + 1], leading, right: rights[at - 1] ?? 0 });
    if (goesOn) group.push(placed);
    else found.push([placed]);
  });
  return found;
}

interface LineEnd {
  readonly group: readonly PlacedLine[];
  readonly before: PlacedLine;
  readonly placed: PlacedLine;
  readonly next: PlacedLine | undefined;
  readonly leading: number;
  /** Of the column that `before` stands in. */
  readonly right: number;
}

/** Whether a line goes on with the paragraph of the line before. */
function continues(end: LineEnd): boolean {
  const { before, placed, leading } = end;
  const [one, two] = [before.line, placed.line];
  if (endsInHyphen(one.text) && /^\p{Ll}/u.test(two.text)) return true;
  if (Math.abs(one.size - two.size) > 0.08 * Math.max(one.size, two.size)) return isInSentence(end);
  if (BULLET.test(two.text) && !isInSentence(end)) return false;
  const down = two.y - one.y;
  const isNewColumn = before.page !== placed.page || down < -0.5 * two.size;
  if (isNewColumn) return continuesOver(end);
  if (Math.abs(down) <= 0.5 * two.size) return false;
  const usual = Math.max(leading * (two.size / Math.max(one.size, 1)), groupLeading(end.group));
  if (down > WIDER * usual && down > 1.3 * two.size) return false;
  if (isSetIn(end)) return false;
  return !isShort(end);
}

/** Over the end of a column or a page a paragraph goes on where its sentence does, or where no new one begins. */
function continuesOver(end: LineEnd): boolean {
  if (!SENTENCE_END.test(end.before.line.text))
    return /^[\p{Ll}\p{N}("“‘]/u.test(end.placed.line.text) || (!isShort(end) && !startsHeading(end));
  return !isSetIn(end) && !isShort(end) && end.group.length > 1 && isFlush(end);
}

const startsHeading = ({ placed, next }: LineEnd): boolean =>
  next !== undefined &&
  next.line.y - placed.line.y > 1.6 * placed.line.size &&
  !SENTENCE_END.test(placed.line.text);

/** The next column's first line begins where its second does: first lines are set in elsewhere. */
const isFlush = ({ group, placed, next }: LineEnd): boolean => {
  const [first, second] = group;
  const setIn = first && second && first.line.left - second.line.left > INDENT * first.line.size;
  return Boolean(setIn) && next !== undefined && Math.abs(next.line.left - placed.line.left) < 1;
};

const isInSentence = ({ before, placed }: LineEnd): boolean =>
  before.page === placed.page &&
  Math.abs(placed.line.y - before.line.y) < 1.8 * before.line.size &&
  /[\p{L},-]$/u.test(before.line.text) &&
  /^\p{Ll}/u.test(placed.line.text);

/** Farther in than the line before, which does not stand as far in itself: a first line. */
function isSetIn({ group, before, placed, next }: LineEnd): boolean {
  const by = placed.line.left - before.line.left;
  if (by < INDENT * placed.line.size || by > 8 * placed.line.size) return false;
  const isHanging = group.length === 1 && next && Math.abs(next.line.left - placed.line.left) < 1;
  if (isHanging && !SENTENCE_END.test(before.line.text)) return false;
  // Centred lines begin anywhere.
  const centre = (line: Line) => (line.left + line.right) / 2;
  return Math.abs(centre(before.line) - centre(placed.line)) > 2 || SENTENCE_END.test(before.line.text);
}

/** The line before ends a sentence so far from its column's edge that the next word had room on it. */
function isShort({ before, placed, right }: LineEnd): boolean {
  const { line } = before;
  if (!SENTENCE_END.test(line.text)) return false;
  const [word = ''] = placed.line.text.split(/\s/, 1);
  const perCharacter = (line.right - line.left) / Math.max(line.text.length, 1);
  return right - line.right > (word.length + 1.5) * perCharacter;
}

/** The right edge of the column of each line: the farthest that lines above and below it reach. */
function rightEdges(lines: readonly PlacedLine[]): number[] {
  const REACH = 12;
  return lines.map(({ line, page }, at) => {
    let right = line.right;
    for (let other = Math.max(0, at - REACH); other <= at + REACH; other++) {
      const beside = lines[other];
      if (!beside || beside.page !== page || Math.abs(beside.line.size - line.size) > 1) continue;
      if (
        beside.line.left < line.right &&
        line.left < beside.line.right &&
        Math.abs(beside.line.left - line.left) < 40
      )
        right = Math.max(right, beside.line.right);
    }
    return right;
  });
}

/** From baseline to baseline within paragraphs: what most lines in the body's size have. */
function usualLeading(lines: readonly PlacedLine[], size: number): number {
  const counts = new Map<number, number>();
  lines.forEach(({ line, page }, at) => {
    const before = lines[at - 1];
    if (before?.page !== page || Math.abs(line.size - size) > 0.6) return;
    const down = Math.round((line.y - before.line.y) * 2) / 2;
    if (down > 0.8 * size && down < 3 * size) counts.set(down, (counts.get(down) ?? 0) + 1);
  });
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1.2 * size;
}

/** Of a paragraph that has lines enough to tell. */
function groupLeading(group: readonly PlacedLine[]): number {
  const [one, two] = group;
  if (!one || !two || one.page !== two.page) return 0;
  const down = two.line.y - one.line.y;
  return down > 0 && down < 2.2 * one.line.size ? down : 0;
}

function kindOf(group: readonly PlacedLine[], size: number): Paragraph['kind'] {
  const [first] = group;
  if (!first) return 'body';
  const isLarger = group.every(({ line }) => line.size >= LARGER * size);
  if (isLarger && group.length <= MOST_HEADING_LINES && !isProse(group)) return 'heading';
  return BULLET.test(first.line.text) ? 'item' : 'body';
}

/** Set larger as a lead or an abstract is: sentences, and no heading. */
function isProse(group: readonly PlacedLine[]): boolean {
  const words = group.map(({ line }) => line.text).join(' ');
  return /[.!?…][\p{Pe}\p{Pf}"'’”]*$/u.test(words) && words.split(/\s+/).length > MOST_HEADING_WORDS;
}

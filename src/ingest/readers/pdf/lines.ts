import { withAccents } from './accents';
import type { PageText, Run } from './page-text';

/** A piece of a line; a `mark` is a raised number or sign that leads to a note. */
export interface LinePiece {
  readonly text: string;
  readonly isMark: boolean;
}

export interface Line {
  readonly pieces: readonly LinePiece[];
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the baseline, downwards. */
  readonly y: number;
  /** That most of its characters have. */
  readonly size: number;
}

/** A gap of this share of the size of type is a space; narrower ones are kerning. */
const SPACE = 0.17;

/** Runs whose baselines are no farther apart than this share of the size of type stand on one line. */
const SAME_LINE = 0.45;

/** A gap this many times the size of type parts columns and not words. */
const COLUMN_GAP = 3.5;

/** Marks of notes and numbers of lines are smaller than this share of the words beside them; marks are raised by this share at least. */
const SMALL = 0.85;
const RAISED = 0.15;

const MARK = /^\s*(?:\d{1,3}(?:\s*,\s*\d{1,3})*|[*†‡§¶]{1,3})\s*$/;

/** The lines of a page, in the order in which its program puts them down. */
export function linesOf({ runs }: PageText): Line[] {
  const together: Run[][] = [];
  for (const run of runs) {
    const open = together.at(-1);
    if (open && continues(open, run)) open.push(run);
    else together.push([run]);
  }
  const edge = leftEdge(together);
  return together
    .flatMap((line) => withNumberApart(line, edge))
    .flatMap((line) => {
      const made = lineOf(line);
      return made ? [made] : [];
    });
}

/** Where most lines of a page begin. */
function leftEdge(lines: readonly (readonly Run[])[]): number {
  const counts = new Map<number, number>();
  for (const [first] of lines) {
    const x = Math.round(first?.x ?? 0);
    counts.set(x, (counts.get(x) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The number of a line, small and in the margin in front of it, is none of its words. */
function withNumberApart(line: readonly Run[], edge: number): (readonly Run[])[] {
  const [number, ...rest] = line.filter(({ text }) => text.trim() !== '');
  const [first] = rest;
  if (!number || !first || !/^\d{1,4}$/.test(number.text.trim())) return [line];
  const isSmall = number.size <= SMALL * first.size && Math.abs(number.y - first.y) < RAISED * first.size;
  return isSmall && number.x + number.width < edge - 1 && first.x > edge - 2
    ? [[number], line.slice(line.indexOf(number) + 1)]
    : [line];
}

/** Whether a run stands on the line of the runs before it. */
function continues(open: readonly Run[], run: Run): boolean {
  const last = open.findLast(({ text }) => text.trim() !== '') ?? open.at(-1);
  if (!last) return false;
  const size = Math.max(last.size, run.size, largest(open));
  if (Math.abs(run.y - baseline(open)) > SAME_LINE * size) return false;
  const gap = run.x - (last.x + last.width);
  return gap > -1.5 * size && gap < COLUMN_GAP * size;
}

const largest = (runs: readonly Run[]): number => Math.max(...runs.map(({ size }) => size));

/** Of the largest type: what is raised or lowered is smaller. */
const baseline = (runs: readonly Run[]): number => {
  const size = largest(runs);
  return runs.find((run) => run.size === size)?.y ?? 0;
};

function lineOf(runs: readonly Run[]): Line | undefined {
  const seen = runs.filter(({ text }) => text.trim() !== '');
  const [first] = seen;
  if (!first) return undefined;
  const size = commonSize(seen);
  const y = baseline(seen.filter((run) => Math.abs(run.size - size) < 0.5)) || first.y;
  const pieces: LinePiece[] = [];
  let before: Run | undefined;
  for (const run of runs) {
    const joint = before && isApart(before, run, pieces) ? ' ' : '';
    const text = joint + run.text.replace(/\s+/g, ' ');
    pieces.push({ text, isMark: isMark(run, size, y, pieces) });
    before = run;
  }
  const whole = trimmed(withoutSeams(pieces));
  return {
    pieces: whole,
    text: whole.map((piece) => piece.text).join(''),
    left: Math.min(...seen.map(({ x }) => x)),
    right: Math.max(...seen.map(({ x, width }) => x + width)),
    y,
    size,
  };
}

function isApart(before: Run, run: Run, written: readonly LinePiece[]): boolean {
  if (/\s$/.test(written.at(-1)?.text ?? '') || /^\s/.test(run.text)) return false;
  if (written.length === 1 && leadsNote(before, run)) return true;
  return run.x - (before.x + before.width) > SPACE * Math.min(before.size, run.size);
}

/** A raised number in front of the first word of a note. */
const leadsNote = (before: Run, run: Run): boolean =>
  MARK.test(before.text) && before.size <= SMALL * run.size && run.y - before.y >= RAISED * run.size;

/** Words that several runs make up, as one piece. */
function withoutSeams(pieces: readonly LinePiece[]): LinePiece[] {
  const joined: LinePiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && !last.isMark && !piece.isMark)
      joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined.map((piece) => ({ ...piece, text: withAccents(piece.text) }));
}

/** Raised and smaller, behind a mark or a word that is no unit: `km²` has an exponent. */
function isMark(run: Run, size: number, y: number, before: readonly LinePiece[]): boolean {
  if (run.size > SMALL * size || y - run.y < RAISED * size || !MARK.test(run.text)) return false;
  const written = before.map(({ text }) => text).join('');
  return /(?:\p{L}{3}|[.,;:!?”’"'»)\]])\s?$/u.test(written);
}

function commonSize(runs: readonly Run[]): number {
  const lengths = new Map<number, number>();
  for (const { size, text } of runs) {
    const rounded = Math.round(size * 10) / 10;
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + text.trim().length);
  }
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function trimmed(pieces: readonly LinePiece[]): LinePiece[] {
  const first = pieces.findIndex(({ text }) => text.trim() !== '');
  const last = pieces.findLastIndex(({ text }) => text.trim() !== '');
  return pieces.slice(first, last + 1).map((piece, at, { length }) => ({
    ...piece,
    text:
      at === 0 && at === length - 1
        ? piece.text.trim()
        : at === 0
          ? piece.text.trimStart()
          : at === length - 1
            ? piece.text.trimEnd()
            : piece.text,
  }));
}

import type { PlacedLine } from './paragraphs';

/** What stands in the margin is narrower than this share of the column beside it. */
const WIDEST = 0.45;

/** A note in the margin has no more lines in a row. */
const MOST_LINES = 8;

/** Lines of one column begin no farther apart, in points. */
const SAME_COLUMN = 40;

interface SideNotes {
  /** The lines without those in the margin. */
  readonly body: readonly PlacedLine[];
  /** Notes in the margin, by the line that they were put down behind. */
  readonly beside: ReadonlyMap<PlacedLine, readonly (readonly PlacedLine[])[]>;
}

/** Notes in the margin, whose lines a page's program puts down between two lines of the text. */
export function sideNotes(lines: readonly PlacedLine[]): SideNotes {
  const body: PlacedLine[] = [];
  const beside = new Map<PlacedLine, PlacedLine[][]>();
  for (let at = 0; at < lines.length;) {
    const last = body.at(-1);
    const length = last ? noteLength(last, lines, at) : 0;
    if (last && length > 0) {
      beside.set(last, [...(beside.get(last) ?? []), lines.slice(at, at + length)]);
      at += length;
    } else body.push(...lines.slice(at, ++at));
  }
  return { body, beside };
}

/** How many lines from `at` on stand beside the column in which `before` is followed by the first line behind them. */
function noteLength(before: PlacedLine, lines: readonly PlacedLine[], at: number): number {
  for (let length = 1; length <= MOST_LINES; length++) {
    const note = lines[at + length - 1];
    if (!note || !isBeside(note, before)) return 0;
    const next = lines[at + length];
    if (next && follows(next, before) && lines.slice(at, at + length).every((one) => isBeside(one, next)))
      return length;
  }
  return 0;
}

function isBeside({ line, page }: PlacedLine, other: PlacedLine): boolean {
  const apart = line.right < other.line.left || line.left > other.line.right;
  return (
    page === other.page && apart && line.right - line.left < WIDEST * (other.line.right - other.line.left)
  );
}

/** The next line of the same column. */
function follows({ line, page }: PlacedLine, { line: before, page: its }: PlacedLine): boolean {
  const down = line.y - before.y;
  return (
    page === its &&
    down > 0.5 * line.size &&
    down < 1.8 * line.size &&
    Math.abs(line.left - before.left) < SAME_COLUMN
  );
}

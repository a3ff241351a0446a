import type { PatternPart } from '../pattern';
import type { Tokens } from '../tokens';
import { editScript, type Row, type Segment, type Step } from './edit-script';
import { longestRun, type RunInSource } from './longest-run';
import type { Window } from './windows';

/** Words of the source that one bracket may stand for, as in `align.ts`. */
const MOST_REPLACED = 8;

/** A larger table is not filled: what stands between two runs so far apart has nothing to do with each other. */
const MOST_CELLS = 4_000_000;

/**
 * The steps from a window of the source to the quotation. Runs that both have stand fast, the longest first; only what lies between
 * them is compared token by token, so that a long quotation costs little more than a short one.
 */
export function anchoredScript(
  quotation: Tokens,
  parts: readonly PatternPart[],
  { source, from, to }: Window,
): Step[] {
  return stepsOf({ quotation, rows: rowsOf(parts), source, from, to, openStart: true, openEnd: true });
}

function stepsOf(segment: Segment): Step[] {
  const { rows, from, to } = segment;
  const run = withoutEdges(longestRun(segment), rows.length);
  if (!run) {
    return (rows.length + 1) * (to - from + 1) <= MOST_CELLS ? editScript(segment) : allDiffers(segment);
  }
  const before = { ...segment, rows: rows.slice(0, run.row), to: run.at, openEnd: false };
  const behind = {
    ...segment,
    rows: rows.slice(run.row + run.length),
    from: run.at + run.length,
    openStart: false,
  };
  const same = rows
    .slice(run.row, run.row + run.length)
    .map(({ token }, offset): Step => ({ kind: 'same', quotation: token, source: run.at + offset }));
  return [
    ...(before.rows.length === 0 && segment.openStart ? [] : stepsOf(before)),
    ...same,
    ...(behind.rows.length === 0 && segment.openEnd ? [] : stepsOf(behind)),
  ];
}

/** So many tokens at an end of a run do not stand fast: which of two commas was left out, the costs decide. */
const EDGE = 2;

function withoutEdges(run: RunInSource | undefined, rows: number): RunInSource | undefined {
  if (!run) return undefined;
  const first = run.row === 0 ? 0 : EDGE;
  const last = run.row + run.length === rows ? 0 : EDGE;
  return { row: run.row + first, at: run.at + first, length: run.length - first - last };
}

/** Nothing of the quotation's is found in the source. */
const allDiffers = ({ rows, from, to, openStart, openEnd }: Segment): Step[] => [
  ...rows.map(({ token, free }): Step => ({
    kind: free > 0 ? 'marked' : 'added',
    quotation: token,
    source: -1,
  })),
  ...(openStart || openEnd ? [] : omitted(from, to)),
];

const omitted = (from: number, to: number): Step[] =>
  Array.from({ length: to - from }, (_, offset): Step => ({
    kind: 'omitted',
    quotation: -1,
    source: from + offset,
  }));

function rowsOf(parts: readonly PatternPart[]): Row[] {
  return parts.flatMap((part): Row[] => {
    if (part.kind === 'gap') return [{ token: part.from, free: Infinity }];
    if (part.kind !== 'literal') return [{ token: part.from, free: MOST_REPLACED }];
    return Array.from({ length: part.to - part.from }, (_, offset) => ({
      token: part.from + offset,
      free: 0,
    }));
  });
}

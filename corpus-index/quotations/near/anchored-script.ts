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
export const anchoredScript = (
  quotation: Tokens,
  rows: readonly Row[],
  { source, from, to }: Window,
): Step[] => stepsOf({ quotation, rows, source, from, to, openStart: true, openEnd: true });

/** The steps of a segment: see `anchoredScript`. */
export function stepsOf(segment: Segment): Step[] {
  const { rows, from, to } = segment;
  const run = withoutEdges(longestRun(segment), rows.length);
  if (!run) {
    return (rows.length + 1) * (to - from + 1) <= MOST_CELLS ? editScript(segment) : allDiffers(segment);
  }
  const { quotation, source, openStart, openEnd } = segment;
  const rest = rows.slice(run.row + run.length);
  const before = {
    quotation,
    rows: rows.slice(0, run.row),
    source,
    from,
    to: run.at,
    openStart,
    openEnd: false,
  };
  const behind = { quotation, rows: rest, source, from: run.at + run.length, to, openStart: false, openEnd };
  const steps = before.rows.length === 0 && segment.openStart ? [] : stepsOf(before);
  for (let offset = 0; offset < run.length; offset++)
    steps.push({ kind: 'same', quotation: rows[run.row + offset]?.token ?? 0, source: run.at + offset });
  if (behind.rows.length > 0 || !segment.openEnd) for (const step of stepsOf(behind)) steps.push(step);
  return steps;
}

/** So many tokens at an end of a run do not stand fast: which of two commas was left out, the costs decide. */
export const EDGE = 2;

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

/** The rows of a quotation: each token that must stand in the source, each part that the editor put in. */
export function rowsOf(parts: readonly PatternPart[]): Row[] {
  const rows: Row[] = [];
  for (const part of parts) {
    if (part.kind === 'literal') for (const row of rowsBetween(part.from, part.to)) rows.push(row);
    else rows.push({ token: part.from, free: part.kind === 'gap' ? Infinity : MOST_REPLACED });
  }
  return rows;
}

/** The rows of tokens that must stand in the source. */
export function rowsBetween(from: number, to: number): Row[] {
  const rows: Row[] = [];
  for (let token = from; token < to; token++) rows.push({ token, free: 0 });
  return rows;
}

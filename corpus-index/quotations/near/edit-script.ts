import type { PatternPart } from '../pattern';
import type { Tokens } from '../tokens';
import { formAt, isWord } from '../tokens';
import type { Window } from './windows';

/** One step of turning a stretch of the source into the quotation: tokens of either side, -1 where there is none. */
export interface Step {
  readonly kind: 'same' | 'changed' | 'added' | 'omitted' | 'marked';
  readonly quotation: number;
  readonly source: number;
}

/** What steps cost. A mark is worth less than a word; a word is rather changed than dropped and another added. */
const COST = { word: 1, mark: 0.35, change: 1.5, similar: 0.9, marked: 0.002 } as const;

/** Words of the source that one bracket may stand for, as in `align.ts`. */
const MOST_REPLACED = 8;

/**
 * The cheapest way from the source to the quotation: Needleman and Wunsch's alignment (1970) over tokens, with the source's ends
 * free, and the source free to run on at marked omissions and, a little, at brackets.
 */
export function editScript(
  quotation: Tokens,
  parts: readonly PatternPart[],
  source: Tokens,
  window: Window,
): Step[] {
  const rows = rowsOf(parts);
  const table = new Table(rows.length + 1, window.to - window.from + 1);
  rows.forEach((row, index) => {
    const isLast = index === rows.length - 1;
    for (let column = 0; column < table.width; column++) {
      const other = window.from + column - 1;
      const up = table.cost(index, column) + (row.free > 0 ? 0 : weight(quotation, row.token));
      const left =
        column === 0
          ? Infinity
          : table.cost(index + 1, column - 1) +
            (row.free > 0 ? COST.marked : isLast ? 0 : weight(source, other));
      const diagonal =
        column === 0 || row.free > 0
          ? Infinity
          : table.cost(index, column - 1) + changeCost(quotation, row.token, source, other);
      table.set(
        index + 1,
        column,
        Math.min(up, left, diagonal),
        diagonal <= Math.min(up, left) ? DIAGONAL : left < up ? LEFT : UP,
      );
    }
  });
  return trace(rows, table, quotation, source, window);
}

const UP = 1;
const DIAGONAL = 2;
const LEFT = 3;

/** Costs so far and the step that came last, by row (of the quotation) and column (of the source). */
class Table {
  private readonly costs: Float64Array;
  private readonly steps: Uint8Array;

  constructor(
    rows: number,
    readonly width: number,
  ) {
    this.costs = new Float64Array(rows * width);
    this.steps = new Uint8Array(rows * width);
  }

  cost(row: number, column: number): number {
    return this.costs[row * this.width + column] ?? Infinity;
  }

  step(row: number, column: number): number {
    return this.steps[row * this.width + column] ?? UP;
  }

  set(row: number, column: number, cost: number, step: number): void {
    this.costs[row * this.width + column] = cost;
    this.steps[row * this.width + column] = step;
  }
}

/** A row of the table: a token that must stand in the source, or a part that may stand for `free` words of it. */
interface Row {
  readonly token: number;
  readonly free: number;
}

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

const weight = (tokens: Tokens, token: number): number => (isWord(tokens, token) ? COST.word : COST.mark);

function changeCost(quotation: Tokens, token: number, source: Tokens, other: number): number {
  const [own, theirs] = [formAt(quotation, token), formAt(source, other)];
  if (own === theirs) return 0;
  const words = Number(isWord(quotation, token)) + Number(isWord(source, other));
  if (words === 1) return COST.word + COST.mark + 0.1;
  if (words === 0) return COST.mark;
  return isSimilar(own, theirs) ? COST.similar : COST.change;
}

/** The same word in another form: a common beginning of more than half of the longer one, or another case. */
function isSimilar(own: string, theirs: string): boolean {
  const [a, b] = [own.toLowerCase(), theirs.toLowerCase()];
  let common = 0;
  while (common < a.length && a[common] === b[common]) common++;
  return common * 2 > Math.max(a.length, b.length);
}

function trace(
  rows: readonly Row[],
  table: Table,
  quotation: Tokens,
  source: Tokens,
  window: Window,
): Step[] {
  let column = 0;
  for (let end = 1; end < table.width; end++)
    if (table.cost(rows.length, end) < table.cost(rows.length, column)) column = end;
  const steps: Step[] = [];
  let row = rows.length;
  while (row > 0) {
    const { token, free } = rows[row - 1] as Row;
    const other = window.from + column - 1;
    const step = table.step(row, column);
    if (step === DIAGONAL)
      steps.push({
        kind: formAt(quotation, token) === formAt(source, other) ? 'same' : 'changed',
        quotation: token,
        source: other,
      });
    else if (step === LEFT)
      steps.push({ kind: free > 0 ? 'marked' : 'omitted', quotation: -1, source: other });
    else steps.push({ kind: free > 0 ? 'marked' : 'added', quotation: token, source: -1 });
    if (step !== LEFT) row--;
    if (step !== UP) column--;
  }
  return steps.reverse();
}

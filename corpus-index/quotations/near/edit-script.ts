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
export function editScript(quotation: Tokens, parts: readonly PatternPart[], window: Window): Step[] {
  const rows = rowsOf(parts);
  const costs = new ChangeCosts(quotation, window);
  const table = new Table(rows.length + 1, window.to - window.from + 1);
  rows.forEach((row, index) => {
    fillRow(table, index + 1, row, index === rows.length - 1, costs);
  });
  return trace(rows, table, costs, window);
}

function fillRow(table: Table, row: number, { token, free }: Row, isLast: boolean, costs: ChangeCosts): void {
  const isFree = free > 0;
  const dropped = isFree ? 0 : costs.ofQuotation(token);
  for (let column = 0; column < table.width; column++) {
    const up = table.cost(row - 1, column) + dropped;
    const skipped = isFree ? COST.marked : isLast ? 0 : costs.ofSource(column - 1);
    const left = column === 0 ? Infinity : table.cost(row, column - 1) + skipped;
    const diagonal =
      column === 0 || isFree ? Infinity : table.cost(row - 1, column - 1) + costs.ofChange(token, column - 1);
    const least = Math.min(up, left, diagonal);
    table.set(row, column, least, diagonal === least ? DIAGONAL : left < up ? LEFT : UP);
  }
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

/** What it costs to change tokens of the quotation to those of a window: each pair of forms is compared once. */
class ChangeCosts {
  /** Number of each token's form, by token of the quotation and by place in the window. */
  private readonly own: Uint32Array;
  private readonly theirs: Uint32Array;
  private readonly forms: string[] = [];
  private readonly numbers = new Map<string, number>();
  /** By pair of forms: see `ofChange`. */
  private readonly known: Float64Array;
  private readonly ownForms: number;

  constructor(
    private readonly quotation: Tokens,
    private readonly window: Window,
  ) {
    this.own = Uint32Array.from({ length: quotation.length }, (_, token) =>
      this.number(formAt(quotation, token)),
    );
    this.ownForms = this.forms.length;
    this.theirs = Uint32Array.from({ length: window.to - window.from }, (_, at) =>
      this.number(formAt(window.source, window.from + at)),
    );
    this.known = new Float64Array(this.ownForms * this.forms.length).fill(-1);
  }

  ofQuotation(token: number): number {
    return weight(this.quotation, token);
  }

  ofSource(at: number): number {
    return weight(this.window.source, this.window.from + at);
  }

  isSame(token: number, at: number): boolean {
    return this.own[token] === this.theirs[at];
  }

  ofChange(token: number, at: number): number {
    const [own = 0, theirs = 0] = [this.own[token], this.theirs[at]];
    if (own === theirs) return 0;
    const pair = theirs * this.ownForms + own;
    const known = this.known[pair] ?? -1;
    if (known >= 0) return known;
    const words =
      Number(isWord(this.quotation, token)) + Number(isWord(this.window.source, this.window.from + at));
    const cost =
      words === 2 ? wordCost(this.forms[own] ?? '', this.forms[theirs] ?? '') : (MARK_COSTS[words] ?? 0);
    this.known[pair] = cost;
    return cost;
  }

  private number(form: string): number {
    const known = this.numbers.get(form);
    if (known !== undefined) return known;
    this.numbers.set(form, this.forms.length);
    return this.forms.push(form) - 1;
  }
}

/** A mark for another mark; a word for a mark. */
const MARK_COSTS = [COST.mark, COST.word + COST.mark + 0.1];

const weight = (tokens: Tokens, token: number): number => (isWord(tokens, token) ? COST.word : COST.mark);

const wordCost = (own: string, theirs: string): number =>
  isSimilar(own, theirs) ? COST.similar : COST.change;

/** The same word in another form: a common beginning of more than half of the longer one, or another case. */
function isSimilar(own: string, theirs: string): boolean {
  const [a, b] = [own.toLowerCase(), theirs.toLowerCase()];
  let common = 0;
  while (common < a.length && a[common] === b[common]) common++;
  return common * 2 > Math.max(a.length, b.length);
}

function trace(rows: readonly Row[], table: Table, costs: ChangeCosts, window: Window): Step[] {
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
        kind: costs.isSame(token, column - 1) ? 'same' : 'changed',
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

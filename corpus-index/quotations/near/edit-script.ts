import type { Tokens } from '../tokens';
import { formAt, isWord } from '../tokens';

/** One step of turning a stretch of the source into the quotation: tokens of either side, -1 where there is none. */
export interface Step {
  readonly kind: 'same' | 'changed' | 'added' | 'omitted' | 'marked';
  readonly quotation: number;
  readonly source: number;
}

/** A token of the quotation that must stand in the source, or a part of it that may stand for `free` words of the source. */
export interface Row {
  readonly token: number;
  readonly free: number;
}

/** Rows of a quotation, and the tokens `from` to `to` (exclusive) of the source that they are compared with. */
export interface Segment {
  readonly quotation: Tokens;
  readonly rows: readonly Row[];
  readonly source: Tokens;
  readonly from: number;
  readonly to: number;
  /** Tokens of the source at that end are no part of the place, and leaving them out costs nothing. */
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

/** What steps cost. A mark is worth less than a word; a word is rather changed than dropped and another added. */
const COST = { word: 1, mark: 0.35, change: 1.5, similar: 0.9, marked: 0.002 } as const;

/**
 * The cheapest way from the source to the quotation: Needleman and Wunsch's alignment (1970) over tokens, with the source
 * free to run on at open ends, at marked omissions and, a little, at brackets.
 */
export function editScript(segment: Segment): Step[] {
  const { rows, from, to, openStart, openEnd } = segment;
  const costs = new ChangeCosts(segment);
  const table = tableOf(rows.length + 1, to - from + 1);
  if (!openStart) {
    for (let column = 1; column < table.width; column++) {
      table.costs[column] = (table.costs[column - 1] ?? 0) + (costs.ofSource[column - 1] ?? 0);
      table.steps[column] = LEFT;
    }
  }
  rows.forEach(({ free }, index) => {
    fillRow(table, index, free > 0, openEnd && index === rows.length - 1, costs);
  });
  return trace(segment, table, costs);
}

const UP = 1;
const DIAGONAL = 2;
const LEFT = 3;

/** Costs so far and the step that came last, by row (of the quotation) and column (of the source). */
interface Table {
  readonly width: number;
  readonly costs: Float64Array;
  readonly steps: Uint8Array;
}

/** One table is filled at a time, so that all can be filled in the same room. */
let room = roomFor(16_384);

function tableOf(rows: number, width: number): Table {
  if (rows * width > room.costs.length) room = roomFor(rows * width);
  room.costs.fill(0, 0, width);
  room.steps.fill(UP, 0, width);
  return { width, ...room };
}

function roomFor(size: number) {
  return { costs: new Float64Array(size), steps: new Uint8Array(size) };
}

function fillRow(
  { width, costs, steps }: Table,
  row: number,
  isFree: boolean,
  isLast: boolean,
  changes: ChangeCosts,
): void {
  const [above, here] = [row * width, (row + 1) * width];
  const dropped = isFree ? 0 : (changes.ofRow[row] ?? 0);
  let least = (costs[above] ?? 0) + dropped;
  costs[here] = least;
  steps[here] = UP;
  for (let column = 1; column < width; column++) {
    const up = (costs[above + column] ?? 0) + dropped;
    const left = least + (isFree ? COST.marked : isLast ? 0 : (changes.ofSource[column - 1] ?? 0));
    least = left < up ? left : up;
    let step = left < up ? LEFT : UP;
    if (!isFree) {
      const diagonal = (costs[above + column - 1] ?? 0) + changes.ofChange(row, column - 1);
      if (diagonal <= least) {
        least = diagonal;
        step = DIAGONAL;
      }
    }
    costs[here + column] = least;
    steps[here + column] = step;
  }
}

/** What it costs to change rows of a segment to its tokens of the source: each pair of forms is compared once. */
class ChangeCosts {
  /** What it costs to leave out each row, and each token of the source. */
  readonly ofRow: number[] = [];
  readonly ofSource: number[] = [];
  /** Number of the form, by row and by token of the source. */
  private readonly own: number[] = [];
  private readonly theirs: number[] = [];
  /** In lower case: which of two are similar does not depend on it. */
  private readonly forms: string[] = [];
  private readonly numbers = new Map<string, number>();
  /** By pair of forms: see `ofChange`. */
  private readonly known: Float64Array;
  private readonly ownForms: number;

  constructor({ quotation, rows, source, from, to }: Segment) {
    for (const { token } of rows) {
      this.own.push(this.number(formAt(quotation, token)));
      this.ofRow.push(weight(quotation, token));
    }
    this.ownForms = this.forms.length;
    for (let at = from; at < to; at++) {
      this.theirs.push(this.number(formAt(source, at)));
      this.ofSource.push(weight(source, at));
    }
    this.known = new Float64Array(this.ownForms * this.forms.length).fill(-1);
  }

  isSame(row: number, at: number): boolean {
    return this.own[row] === this.theirs[at];
  }

  ofChange(row: number, at: number): number {
    const own = this.own[row] ?? 0;
    const theirs = this.theirs[at] ?? 0;
    if (own === theirs) return 0;
    const pair = theirs * this.ownForms + own;
    const known = this.known[pair] ?? -1;
    if (known >= 0) return known;
    const words = Number(this.ofRow[row] === COST.word) + Number(this.ofSource[at] === COST.word);
    const cost =
      words === 2 ? wordCost(this.forms[own] ?? '', this.forms[theirs] ?? '') : (MARK_COSTS[words] ?? 0);
    this.known[pair] = cost;
    return cost;
  }

  private number(form: string): number {
    const known = this.numbers.get(form);
    if (known !== undefined) return known;
    this.numbers.set(form, this.forms.length);
    return this.forms.push(form.toLowerCase()) - 1;
  }
}

/** A mark for another mark; a word for a mark. */
const MARK_COSTS = [COST.mark, COST.word + COST.mark + 0.1];

const weight = (tokens: Tokens, token: number): number => (isWord(tokens, token) ? COST.word : COST.mark);

const wordCost = (own: string, theirs: string): number =>
  isSimilar(own, theirs) ? COST.similar : COST.change;

/** The same word in another form: a common beginning of more than half of the longer one, or another case. */
function isSimilar(own: string, theirs: string): boolean {
  let common = 0;
  while (common < own.length && own.charCodeAt(common) === theirs.charCodeAt(common)) common++;
  return common * 2 > Math.max(own.length, theirs.length);
}

function trace({ rows, from, openEnd }: Segment, table: Table, costs: ChangeCosts): Step[] {
  const { width } = table;
  let column = openEnd ? cheapestEnd(table, rows.length) : width - 1;
  const steps: Step[] = [];
  let row = rows.length;
  while (row > 0 || table.steps[column] === LEFT) {
    const { token, free } = rows[row - 1] ?? { token: -1, free: 0 };
    const other = from + column - 1;
    const step = table.steps[row * width + column];
    if (step === DIAGONAL)
      steps.push({
        kind: costs.isSame(row - 1, column - 1) ? 'same' : 'changed',
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

function cheapestEnd({ width, costs }: Table, rows: number): number {
  let cheapest = 0;
  for (let end = 1; end < width; end++)
    if ((costs[rows * width + end] ?? 0) < (costs[rows * width + cheapest] ?? 0)) cheapest = end;
  return cheapest;
}

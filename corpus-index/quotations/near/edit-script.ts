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
  const width = window.to - window.from + 1;
  const cost = new Float64Array((rows.length + 1) * width);
  const step = new Uint8Array((rows.length + 1) * width);
  for (let row = 1; row <= rows.length; row++) {
    const { token, free } = rows[row - 1] as Row;
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      let best = cost[at - width]! + (free > 0 ? 0 : weight(quotation, token));
      let kind = UP;
      if (column > 0) {
        const other = window.from + column - 1;
        if (free === 0) {
          const diagonal = cost[at - width - 1]! + changeCost(quotation, token, source, other);
          if (diagonal <= best) [best, kind] = [diagonal, DIAGONAL];
        }
        const left =
          cost[at - 1]! + (free > 0 ? COST.marked : row === rows.length ? 0 : weight(source, other));
        if (left < best) [best, kind] = [left, LEFT];
      }
      cost[at] = best;
      step[at] = kind;
    }
  }
  return trace(rows, step, cost, width, quotation, source, window);
}

const UP = 1;
const DIAGONAL = 2;
const LEFT = 3;

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
  step: Uint8Array,
  cost: Float64Array,
  width: number,
  quotation: Tokens,
  source: Tokens,
  window: Window,
): Step[] {
  let column = 0;
  for (let end = 1; end < width; end++)
    if (cost[rows.length * width + end]! < cost[rows.length * width + column]!) column = end;
  const steps: Step[] = [];
  for (let row = rows.length; row > 0;) {
    const { token, free } = rows[row - 1] as Row;
    const other = window.from + column - 1;
    switch (step[row * width + column]) {
      case DIAGONAL:
        steps.push({
          kind: formAt(quotation, token) === formAt(source, other) ? 'same' : 'changed',
          quotation: token,
          source: other,
        });
        row--;
        column--;
        break;
      case LEFT:
        steps.push({ kind: free > 0 ? 'marked' : 'omitted', quotation: -1, source: other });
        column--;
        break;
      default:
        steps.push({ kind: free > 0 ? 'marked' : 'added', quotation: token, source: -1 });
        row--;
    }
  }
  return steps.reverse();
}

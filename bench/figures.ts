/** One measured thing. */
export interface Figure {
  readonly name: string;
  readonly unit: 'ms' | 'MB';
  /** Of a whole round, or of the one thing where rounds have no parts. */
  readonly median: number;
  /** Of single inputs: half and 95 of 100 take no longer. */
  readonly eachMedian?: number;
  readonly eachP95?: number;
  /** How many times the figure named so it takes. */
  readonly ratioTo?: string;
  /** What it is meant not to exceed. */
  readonly target?: number;
  /** What else is to be said: how many answers were right, and the like. */
  readonly note?: string;
}

export interface Round {
  readonly total: number;
  readonly each: readonly number[];
}

/** Times `work` on each input, in milliseconds. */
export function timeRound<Input>(inputs: readonly Input[], work: (input: Input) => void): Round {
  const each: number[] = [];
  const start = performance.now();
  for (const input of inputs) {
    const before = performance.now();
    work(input);
    each.push(performance.now() - before);
  }
  return { total: performance.now() - start, each };
}

export function figureOf(
  name: string,
  rounds: readonly Round[],
  more: Partial<Pick<Figure, 'ratioTo' | 'target' | 'note'>> = {},
): Figure {
  const each = rounds.flatMap((round) => round.each);
  return {
    name,
    unit: 'ms',
    median: percentile(
      rounds.map(({ total }) => total),
      0.5,
    ),
    eachMedian: percentile(each, 0.5),
    eachP95: percentile(each, 0.95),
    ...more,
  };
}

/** The value that the share `part` of the values does not exceed. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? NaN;
}

/** What the process holds after a full collection, in MB. */
export function memory(): { readonly heap: number; readonly external: number } {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { heap: heapUsed / 1e6, external: arrayBuffers / 1e6 };
}

/** Width of the column of names. */
const NAMES = 44;

export const FIGURE_HEADINGS = `${''.padEnd(NAMES)}      median | each: median      p95 |  ratio | target`;

/** One line on a figure; `known`: those that it can be in a ratio to. */
export function figureRow(figure: Figure, known: readonly Figure[]): string {
  const { name, unit, median, eachMedian, eachP95, ratioTo, target, note } = figure;
  const base = known.find((other) => other.name === ratioTo);
  const cells = [
    `${short(median)} ${unit}`.padStart(11),
    eachMedian === undefined
      ? ''.padStart(21)
      : `${short(eachMedian).padStart(12)} ${short(eachP95 ?? NaN).padStart(8)}`,
    (base ? `×${short(median / base.median)}` : '').padStart(6),
    target === undefined ? '' : `${median <= target ? 'under' : 'OVER'} ${target}`,
  ];
  return `${name.padEnd(NAMES)} ${cells.join(' | ')}${note === undefined ? '' : `  ${note}`}`;
}

export const short = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3);

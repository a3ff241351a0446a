/** One measured thing. */
export interface Figure {
  readonly name: string;
  readonly unit: 'ms' | 'MB';
  /** Of a whole round, or of the one thing where rounds have no parts. */
  readonly median: number;
  /** Of single inputs: half and 95 of 100 take no longer. */
  readonly eachMedian?: number;
  readonly eachP95?: number;
  /** Processor time of what `median` tells: it means something on a machine that others use too. */
  readonly cpu?: number;
  /** How many times the figure named so it takes. */
  readonly ratioTo?: string;
  /** What it is meant not to exceed, in wall or processor time: the one counts others' work, the other that of helping threads. */
  readonly target?: number;
  /** What else is to be said: how many answers were right, and the like. */
  readonly note?: string;
}

/** Wall time in milliseconds, of all and of each, and processor time of the whole process. */
export interface Round {
  readonly total: number;
  readonly each: readonly number[];
  readonly cpu: number;
}

/** Times `work` on each input, in milliseconds. */
export function timeRound<Input>(inputs: readonly Input[], work: (input: Input) => void): Round {
  const each: number[] = [];
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  for (const input of inputs) {
    const before = performance.now();
    work(input);
    each.push(performance.now() - before);
  }
  return roundOf(each, start, cpu);
}

/** The same of work that is waited for. */
export async function timeRoundOf<Input>(
  inputs: readonly Input[],
  work: (input: Input) => unknown,
): Promise<Round> {
  const each: number[] = [];
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  for (const input of inputs) {
    const before = performance.now();
    await work(input);
    each.push(performance.now() - before);
  }
  return roundOf(each, start, cpu);
}

/** Asking for processor time takes long itself: it is asked once for a round. */
function roundOf(each: readonly number[], start: number, before: NodeJS.CpuUsage): Round {
  const total = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { total, each, cpu: (user + system) / 1000 };
}

export function figureOf(
  name: string,
  rounds: readonly Round[],
  more: Partial<Pick<Figure, 'ratioTo' | 'target' | 'note'>> = {},
): Figure {
  return {
    name,
    unit: 'ms',
    median: percentile(
      rounds.map(({ total }) => total),
      0.5,
    ),
    ...ofSingle(rounds),
    cpu: percentile(
      rounds.map(({ cpu }) => cpu),
      0.5,
    ),
    ...more,
  };
}

/** A figure that tells of single inputs, and not of rounds of them; its processor time is the mean of a round. */
export function figureOfEach(
  name: string,
  rounds: readonly Round[],
  more: Partial<Pick<Figure, 'ratioTo' | 'target' | 'note'>> = {},
): Figure {
  const { eachMedian, eachP95 } = ofSingle(rounds);
  const cpu = percentile(
    rounds.map((round) => round.cpu / round.each.length),
    0.5,
  );
  return { name, unit: 'ms', median: eachMedian, eachMedian, eachP95, cpu, ...more };
}

function ofSingle(rounds: readonly Round[]): Required<Pick<Figure, 'eachMedian' | 'eachP95'>> {
  const each = rounds.flatMap((round) => round.each);
  return { eachMedian: percentile(each, 0.5), eachP95: percentile(each, 0.95) };
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

export const FIGURE_HEADINGS = `${''.padEnd(NAMES)}      median |  processor | each: median      p95 |  ratio | target`;

/** One line on a figure; `known`: those that it can be in a ratio to. */
export function figureRow(figure: Figure, known: readonly Figure[]): string {
  const { name, unit, median, cpu, eachMedian, eachP95, ratioTo, target, note } = figure;
  const base = known.find((other) => other.name === ratioTo);
  const cells = [
    `${short(median)} ${unit}`.padStart(11),
    (cpu === undefined ? '' : `${short(cpu)} ms`).padStart(10),
    eachMedian === undefined
      ? ''.padStart(21)
      : `${short(eachMedian).padStart(12)} ${short(eachP95 ?? NaN).padStart(8)}`,
    (base ? `×${short((cpu ?? median) / (base.cpu ?? base.median))}` : '').padStart(6),
    target === undefined ? '' : `${Math.min(median, cpu ?? median) <= target ? 'under' : 'OVER'} ${target}`,
  ];
  return `${name.padEnd(NAMES)} ${cells.join(' | ')}${note === undefined ? '' : `  ${note}`}`;
}

export const short = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3);

import { BASIS, PRIME } from '../form-hash';
import { isSameForm } from '../tokens';
import type { Row, Segment } from './edit-script';

/** Tokens of a run that is told from a common phrase by standing in one place only. */
const SEED_LENGTH = 5;

/** Rows of a segment that stand in its source as they are: `length` of them, from row `row` on and token `at`. */
export interface RunInSource {
  readonly row: number;
  readonly at: number;
  readonly length: number;
}

/** The longest run of a segment that both sides have, of those with a seed that stands once in the source. */
export function longestRun(segment: Segment): RunInSource | undefined {
  const { quotation, rows, source, from, to } = segment;
  if (rows.length < SEED_LENGTH || to - from < SEED_LENGTH) return undefined;
  const seeds = seedPlaces(source.hashes, from, to);
  const { hashes } = quotation;
  let longest: RunInSource | undefined;
  for (let row = 0; row + SEED_LENGTH <= rows.length;) {
    const first = rows[row]?.token ?? 0;
    const at = isLiteral(rows, row, SEED_LENGTH) ? seeds.get(seedAt(hashes, first)) : undefined;
    const run = at === undefined || at < 0 ? undefined : extended(segment, row, at);
    if (run && run.length >= SEED_LENGTH && run.length > (longest?.length ?? 0)) longest = run;
    row = run && run.length >= SEED_LENGTH ? run.row + run.length : row + 1;
  }
  return longest;
}

/** Where each seed stands; -1 for one that stands in several places. */
function seedPlaces(hashes: Uint32Array, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = from; at + SEED_LENGTH <= to; at++) {
    const seed = seedAt(hashes, at);
    places.set(seed, places.has(seed) ? -1 : at);
  }
  return places;
}

function seedAt(hashes: Uint32Array, at: number): number {
  let seed = BASIS;
  for (let offset = 0; offset < SEED_LENGTH; offset++)
    seed = Math.imul(seed ^ (hashes[at + offset] ?? 0), PRIME);
  return seed;
}

const isLiteral = (rows: readonly Row[], row: number, length: number): boolean =>
  rows[row + length - 1]?.token === (rows[row]?.token ?? 0) + length - 1 &&
  rows.slice(row, row + length).every(({ free }) => free === 0);

/** Hashes only point: what counts is that the forms are the same. */
function extended({ quotation, rows, source, from, to }: Segment, row: number, at: number): RunInSource {
  const isSame = (offset: number): boolean => {
    const own = rows[row + offset];
    const theirs = at + offset;
    return own?.free === 0 && theirs >= from && theirs < to && isSameForm(quotation, own.token, source, theirs);
  };
  let [first, end] = [0, 0];
  while (isSame(end)) end++;
  while (end > 0 && isSame(first - 1)) first--;
  return { row: row + first, at: at + first, length: end - first };
}

import { BASIS, PRIME } from '../form-hash';
import { isSameForm } from '../tokens';
import type { Row, Segment } from './edit-script';
import { HashNumbers } from './hash-numbers';

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
  const { rows, from, to } = segment;
  if (rows.length < SEED_LENGTH || to - from < SEED_LENGTH) return undefined;
  const places = seedPlaces(segment);
  let longest: RunInSource | undefined;
  for (let row = 0; row + SEED_LENGTH <= rows.length;) {
    const at = places[row] ?? NOWHERE;
    const run = at < 0 ? undefined : extended(segment, row, at);
    if (run && run.length >= SEED_LENGTH && run.length > (longest?.length ?? 0)) longest = run;
    row = run && run.length >= SEED_LENGTH ? run.row + run.length : row + 1;
  }
  return longest;
}

const NOWHERE = -1;
const SEVERAL = -2;

const seeds = new HashNumbers();

/** Where the seed that begins with each row stands in the source, if it stands there once. */
function seedPlaces({ quotation, rows, source, from, to }: Segment): number[] {
  seeds.clear(rows.length);
  const numbers: number[] = [];
  for (let row = 0; row + SEED_LENGTH <= rows.length; row++)
    numbers.push(isLiteral(rows, row) ? seeds.put(seedAt(quotation.hashes, rows[row]?.token ?? 0)) : 0);
  const places: number[] = [];
  for (let number = 0; number <= seeds.size; number++) places.push(NOWHERE);
  for (let at = from; at + SEED_LENGTH <= to; at++) {
    const number = seeds.of(seedAt(source.hashes, at));
    if (number > 0) places[number] = places[number] === NOWHERE ? at : SEVERAL;
  }
  return numbers.map((number) => places[number] ?? NOWHERE);
}

function seedAt(hashes: Uint32Array, at: number): number {
  let seed = BASIS;
  for (let token = at; token < at + SEED_LENGTH; token++)
    seed = Math.imul(seed ^ (hashes[token] ?? 0), PRIME);
  return seed;
}

/** Tokens one behind the other, none of them the editor's. */
function isLiteral(rows: readonly Row[], row: number): boolean {
  const first = rows[row]?.token ?? 0;
  for (let offset = 0; offset < SEED_LENGTH; offset++)
    if (rows[row + offset]?.free !== 0 || rows[row + offset]?.token !== first + offset) return false;
  return true;
}

/** Hashes only point: what counts is that the forms are the same. */
function extended({ quotation, rows, source, from, to }: Segment, row: number, at: number): RunInSource {
  const isSame = (offset: number): boolean => {
    const own = rows[row + offset];
    const theirs = at + offset;
    return (
      own?.free === 0 && theirs >= from && theirs < to && isSameForm(quotation, own.token, source, theirs)
    );
  };
  let [first, end] = [0, 0];
  while (isSame(end)) end++;
  while (end > 0 && isSame(first - 1)) first--;
  return { row: row + first, at: at + first, length: end - first };
}

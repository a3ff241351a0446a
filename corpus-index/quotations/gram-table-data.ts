import type { Steps } from '../actors/steps';
import type { SourceGrams } from './grams';

/**
 * What a table of grams is made of, typed arrays alone, so that threads can hand it to each other. A bucket has the grams whose
 * hashes begin with its number; an entry is the rest of a hash, the *tag*, and behind it the number of a passage. Each bucket's
 * entries are in order: those of one gram stand together, by passage. Nothing of a hash is lost, so that tables can be joined.
 */
export interface GramTableData {
  /** Where the passages of each source begin in the numbering; one more for the end. */
  readonly bases: Uint32Array;
  /** Where each bucket begins in `entries`; one more for the end. */
  readonly heads: Uint32Array;
  readonly entries: Uint32Array;
  /** Bits of an entry that name a passage. */
  readonly passageBits: number;
  /** Bits of a hash that name a bucket: as many as name a passage or more, or there would be no room for the tag. */
  readonly bucketBits: number;
}

/** Grams from which a table is made: those of one source, or all of a table's sources that are still `live`: 1 for each. */
export type GramPart = SourceGrams | { readonly table: GramTableData; readonly live: Uint8Array };

/** Makes an array of so many numbers: where other threads are to see it too, over memory that they share. */
export type MakeNumbers = (length: number) => Uint32Array;

const FEWEST_BITS = 8;
const MOST_BITS = 24;

/** Grams of a bucket, in the mean, at most. */
const FILLING = 8;

/** Longer buckets, which only few passages or a hostile text make, are sorted otherwise. */
const SHORT = 48;

/** Entries that are worked on in one step: a millisecond or two. */
const OF_ONE_STEP = 1 << 17;

const ownNumbers: MakeNumbers = (length) => new Uint32Array(length);

/** A table of the sources of all parts, in their order; each step is short. */
export function* gramTableInSteps(
  parts: readonly GramPart[],
  makeNumbers: MakeNumbers = ownNumbers,
): Steps<GramTableData> {
  const bases = basesOf(parts, makeNumbers);
  const total = parts.reduce((sum, part) => sum + entriesIn(part), 0);
  const passageBits = bitsFor(bases.at(-1) ?? 0);
  const bucketBits = Math.max(passageBits, bitsFor(total / FILLING));
  const heads = makeNumbers(2 ** bucketBits + 1);
  const shift = 32 - bucketBits;
  yield* eachGram(parts, bases, (hash) => {
    heads[(hash >>> shift) + 1] = (heads[(hash >>> shift) + 1] ?? 0) + 1;
  });
  for (let bucket = 1; bucket < heads.length; bucket++)
    heads[bucket] = (heads[bucket] ?? 0) + (heads[bucket - 1] ?? 0);
  // Of sources that are gone there is nothing to be kept.
  const entries = makeNumbers(heads.at(-1) ?? 0);
  const next = Uint32Array.from(heads);
  const tagMask = 2 ** shift - 1;
  yield* eachGram(parts, bases, (hash, passage) => {
    const place = next[hash >>> shift] ?? 0;
    entries[place] = ((hash & tagMask) << passageBits) | passage;
    next[hash >>> shift] = place + 1;
  });
  const data = { bases, heads, entries, passageBits, bucketBits };
  yield* sortBuckets(data);
  return data;
}

const bitsFor = (count: number): number =>
  Math.min(MOST_BITS, Math.max(FEWEST_BITS, Math.ceil(Math.log2(Math.max(1, count)))));

const isTable = (part: GramPart): part is Exclude<GramPart, SourceGrams> => 'table' in part;

const entriesIn = (part: GramPart): number => (isTable(part) ? part.table.entries : part.hashes).length;

function basesOf(parts: readonly GramPart[], makeNumbers: MakeNumbers): Uint32Array {
  const counts: number[] = [];
  for (const part of parts) {
    if (!isTable(part)) counts.push(part.heads.length - 1);
    else
      part.live.forEach((isLive, at) => {
        const { bases } = part.table;
        if (isLive === 1) counts.push((bases[at + 1] ?? 0) - (bases[at] ?? 0));
      });
  }
  const bases = makeNumbers(counts.length + 1);
  counts.forEach((count, at) => {
    bases[at + 1] = (bases[at] ?? 0) + count;
  });
  return bases;
}

type Visit = (hash: number, passage: number) => void;

/** Each gram with the passage that it has in the new numbering. */
function* eachGram(parts: readonly GramPart[], bases: Uint32Array, visit: Visit): Steps<undefined> {
  let source = 0;
  for (const part of parts) {
    if (isTable(part)) yield* gramsOfTable(part.table, newPassages(part, bases, source), visit);
    else {
      gramsOfSource(part, bases[source] ?? 0, visit);
      yield undefined;
    }
    source += isTable(part) ? part.live.reduce((sum, one) => sum + one, 0) : 1;
  }
  return undefined;
}

/** Not a passage. */
const GONE = 2 ** 32 - 1;

/** For each passage of a table its new number. */
function newPassages(
  { table, live }: Exclude<GramPart, SourceGrams>,
  bases: Uint32Array,
  first: number,
): Uint32Array {
  const passages = new Uint32Array(table.bases.at(-1) ?? 0).fill(GONE);
  let source = first;
  live.forEach((isLive, at) => {
    if (isLive !== 1) return;
    const [from, to, base] = [table.bases[at] ?? 0, table.bases[at + 1] ?? 0, bases[source++] ?? 0];
    for (let passage = from; passage < to; passage++) passages[passage] = base + passage - from;
  });
  return passages;
}

function gramsOfSource({ hashes, heads }: SourceGrams, base: number, visit: Visit): void {
  for (let at = 0; at + 1 < heads.length; at++) {
    const to = heads[at + 1] ?? 0;
    for (let index = heads[at] ?? 0; index < to; index++) visit(hashes[index] ?? 0, base + at);
  }
}

function* gramsOfTable(table: GramTableData, passages: Uint32Array, visit: Visit): Steps<undefined> {
  const { heads, entries, passageBits, bucketBits } = table;
  const mask = 2 ** passageBits - 1;
  let rested = 0;
  for (let bucket = 0; bucket + 1 < heads.length; bucket++) {
    const to = heads[bucket + 1] ?? 0;
    const start = bucket << (32 - bucketBits);
    for (let at = heads[bucket] ?? 0; at < to; at++) {
      const entry = entries[at] ?? 0;
      const passage = passages[entry & mask] ?? GONE;
      if (passage !== GONE) visit((start | (entry >>> passageBits)) >>> 0, passage);
    }
    if (to - rested < OF_ONE_STEP) continue;
    yield undefined;
    rested = to;
  }
  return undefined;
}

function* sortBuckets({ heads, entries }: GramTableData): Steps<undefined> {
  let rested = 0;
  for (let bucket = 0; bucket + 1 < heads.length; bucket++) {
    const [from, to] = [heads[bucket] ?? 0, heads[bucket + 1] ?? 0];
    if (to - from <= SHORT) insertionSort(entries, from, to);
    else entries.subarray(from, to).sort();
    if (to - rested < OF_ONE_STEP) continue;
    yield undefined;
    rested = to;
  }
  return undefined;
}

function insertionSort(numbers: Uint32Array, from: number, to: number): void {
  for (let at = from + 1; at < to; at++) {
    const number = numbers[at] ?? 0;
    let place = at;
    for (; place > from && (numbers[place - 1] ?? 0) > number; place--)
      numbers[place] = numbers[place - 1] ?? 0;
    numbers[place] = number;
  }
}

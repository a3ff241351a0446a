import type { NamePlace } from './discovered-name';
import type { SourceRun } from './unclaimed-runs';

/** More places than these are not looked at. */
const MOST_PLACES = 6;

/** How often something stands where. */
export interface Tally {
  count: number;
  /** Of these not at the start of a sentence. */
  free: number;
  readonly bySource: Map<string, number>;
  readonly places: NamePlace[];
  /** Titles and words in small letters before it. */
  readonly before: Map<string, number>;
}

export const newTally = (): Tally => ({
  count: 0,
  free: 0,
  bySource: new Map(),
  places: [],
  before: new Map(),
});

/** Adds what one source has of a run. */
export function countRun(tally: Tally, source: string, run: SourceRun): void {
  tally.count += run.count;
  if (!run.isInitial) tally.free += run.count;
  tally.bySource.set(source, (tally.bySource.get(source) ?? 0) + run.count);
  for (const word of run.before) tally.before.set(word, (tally.before.get(word) ?? 0) + 1);
  for (const start of run.starts)
    if (tally.places.length < MOST_PLACES) tally.places.push({ source, start, end: start + run.text.length });
}

/** Adds what was counted of one form to another's; `shift` is where the form begins in the first. */
export function addTally(to: Tally, from: Tally, shift = 0, length?: number): void {
  to.count += from.count;
  to.free += from.free;
  for (const [source, count] of from.bySource)
    to.bySource.set(source, (to.bySource.get(source) ?? 0) + count);
  for (const [word, count] of from.before) to.before.set(word, (to.before.get(word) ?? 0) + count);
  for (const { source, start, end } of from.places) {
    if (to.places.length >= MOST_PLACES) break;
    to.places.push({
      source,
      start: start + shift,
      end: length === undefined ? end : start + shift + length,
    });
  }
}

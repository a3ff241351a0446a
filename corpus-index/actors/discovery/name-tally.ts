import type { NamePlace } from './discovered-name';

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

export function countPlace(tally: Tally, place: NamePlace, isInitial: boolean, before: string): void {
  const inSource = tally.bySource.get(place.source) ?? 0;
  tally.count++;
  if (!isInitial) tally.free++;
  tally.bySource.set(place.source, inSource + 1);
  if (before !== '') tally.before.set(before, (tally.before.get(before) ?? 0) + 1);
  if (tally.places.length < MOST_PLACES && (inSource === 0 || tally.places.length < MOST_PLACES / 2))
    tally.places.push(place);
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

import type { ReviewDecision, ReviewEntry, ReviewResult } from '../../protocol/review';

export const FILTERS = ['all', 'open', 'objected'] as const;

/** Which citations are walked through: all, those without a decision that holds, those with an objection. */
export type Filter = (typeof FILTERS)[number];

export type Entries = readonly ReviewEntry[];

/** What there is to say of a citation in one word: its decision, or why there is none that holds. */
export const stateOf = ({ state, decision }: ReviewEntry): 'undecided' | 'stale' | ReviewDecision =>
  state === 'decided' ? (decision ?? 'undecided') : state;

/** A decision that holds is still wanted. */
export const isOpen = ({ state }: ReviewEntry): boolean => state !== 'decided';

export function passes(filter: Filter, entry: ReviewEntry): boolean {
  if (filter === 'all') return true;
  if (filter === 'open') return isOpen(entry);
  return entry.decision === 'queried' || entry.decision === 'rejected';
}

/** The next one in a direction that passes; undefined at the end. */
export function step(entries: Entries, filter: Filter, from: number, by: 1 | -1): number | undefined {
  for (let at = from + by; at >= 0 && at < entries.length; at += by) {
    const entry = entries[at];
    if (entry && passes(filter, entry)) return at;
  }
  return undefined;
}

/** The next open one behind a citation, else the first before it. */
export function nextOpen(entries: Entries, from: number): number | undefined {
  return step(entries, 'open', from, 1) ?? step(entries.slice(0, from + 1), 'open', -1, 1);
}

/** Where to begin: at the first open one from where a person left off, else there. */
export function beginning(entries: Entries, left: number): number {
  return nextOpen(entries, left - 1) ?? Math.min(Math.max(left, 0), Math.max(entries.length - 1, 0));
}

/** Which citation of an edited draft was this one before: the nearest with its key and sentence, else with its locator. */
export function movedTo(before: ReviewEntry | undefined, entries: Entries): number {
  if (!before) return 0;
  const distance = ({ citation }: ReviewEntry) => Math.abs(citation - before.citation);
  const near = entries.filter(({ key }) => key === before.key).toSorted((a, b) => distance(a) - distance(b));
  const same =
    near.find(({ sentence }) => sentence === before.sentence) ??
    near.find(({ locator }) => locator === before.locator);
  return same?.citation ?? Math.min(before.citation, Math.max(entries.length - 1, 0));
}

/** Which citation is this one in the draft as it is now: the nearest that shows the same words and decision. */
export function sameAs(before: ReviewEntry, entries: Entries): ReviewEntry | undefined {
  const distance = ({ citation }: ReviewEntry) => Math.abs(citation - before.citation);
  return entries
    .filter((entry) => shownOf(entry) === shownOf(before))
    .toSorted((a, b) => distance(a) - distance(b))[0];
}

const shownOf = ({ key, locator, sentence, quotations, passages, state, decision, note }: ReviewEntry) =>
  JSON.stringify([
    ...[key, locator, sentence, state, decision, note],
    ...[...quotations, ...passages].map(({ pieces }) => pieces),
  ]);

/** Whether an answer tells of the draft's citations: while sources are read, there are none to tell of. */
export const isComplete = ({ entries, problem }: ReviewResult): boolean =>
  entries.length > 0 || problem === undefined;

/**
 * Which citation to show.
 * @param own the one that was shown; undefined: none was
 * @param before the citations that it was one of; undefined: in an earlier page
 * @param left where a person left off
 */
export function placeIn(
  entries: Entries,
  own: number | undefined,
  before: Entries | undefined,
  left: number,
): number {
  if (own !== undefined && before) return movedTo(before[own], entries);
  return own === undefined || own >= entries.length ? beginning(entries, left) : own;
}

export function countOf(entries: Entries, state: ReturnType<typeof stateOf>): number {
  return entries.filter((entry) => stateOf(entry) === state).length;
}

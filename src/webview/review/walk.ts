import type { ReviewDecision, ReviewEntry } from '../../protocol/review';

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

export function countOf(entries: Entries, state: ReturnType<typeof stateOf>): number {
  return entries.filter((entry) => stateOf(entry) === state).length;
}

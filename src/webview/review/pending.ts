import type { ReviewDecision, ReviewEntry } from '../../protocol/review';
import type { Entries } from './walk';

/** A decision that was made here and that no reading of the draft has yet. */
interface PendingDecision {
  readonly decision: ReviewDecision | null;
  readonly note?: string;
  /** It was kept: the next reading has it. */
  readonly isKept: boolean;
}

/** By number of the citation. */
export type Pending = ReadonlyMap<number, PendingDecision>;

/** The entries as they will be: nobody waits for a file to be written before going on. */
export function withPending(entries: Entries, pending: Pending): Entries {
  return entries.map((entry) => {
    const own = pending.get(entry.citation);
    if (!own) return entry;
    const left = undecided(entry);
    if (own.decision === null) return { ...left, state: 'undecided' };
    const note = own.note === undefined ? {} : { note: own.note };
    return { ...left, state: 'decided', decision: own.decision, ...note };
  });
}

const DECIDED: readonly (keyof ReviewEntry)[] = ['decision', 'note', 'by', 'at', 'sides'];

/** Without what was decided before. */
const undecided = (entry: ReviewEntry): ReviewEntry =>
  Object.fromEntries(
    Object.entries(entry).filter(([name]) => !DECIDED.includes(name as keyof ReviewEntry)),
  ) as unknown as ReviewEntry;

export const added = (pending: Pending, citation: number, own: Omit<PendingDecision, 'isKept'>): Pending =>
  new Map([...pending, [citation, { ...own, isKept: false }]]);

export const kept = (pending: Pending, citation: number): Pending =>
  new Map([...pending].map(([at, own]) => [at, at === citation ? { ...own, isKept: true } : own]));

export const without = (pending: Pending, citation: number): Pending =>
  new Map([...pending].filter(([at]) => at !== citation));

/** A reading has what was kept before it. */
export const unkept = (pending: Pending): Pending => new Map([...pending].filter(([, own]) => !own.isKept));

import type { NameEntry } from './matcher';
import type { Mention, MentionOrigin } from './mentions';

/** A name that a stretch of text may be: recorded, or in a spelling of its own. */
export interface Candidate {
  readonly entry: NameEntry;
  readonly origin: MentionOrigin;
  /** Whether it needs a context to count. */
  readonly weak: boolean;
  readonly explanation?: string;
  /** Whether it is a surname that no record gives as a name of its own. */
  readonly isSurname: boolean;
}

/** What a mention says beside its place. */
export type Reading = Omit<Mention, 'start' | 'end'>;

/** The actors that a name means on its own. */
export function strongReading(candidates: readonly Candidate[]): Reading | undefined {
  if (candidates.length === 1) return candidates[0]?.weak === true ? undefined : readingOf(candidates);
  return readingOf(candidates.filter(({ weak }) => !weak));
}

/** The actors that a weak name means, of those named before: the last one first. */
export function weakReading(
  candidates: readonly Candidate[],
  lastMention: ReadonlyMap<string, number>,
): Reading | undefined {
  const since = ({ entry: { actor } }: Candidate): number => lastMention.get(actor) ?? -1;
  const named = candidates.filter((one) => one.weak && since(one) >= 0).sort((a, b) => since(b) - since(a));
  return readingOf(named);
}

/** The reading of a name that one of its candidates explains, where that is more than the record. */
export function readingOf(candidates: readonly Candidate[], explanation?: string): Reading | undefined {
  const [first] = candidates;
  if (!first) return undefined;
  const { entry, origin, weak } = first;
  const actors =
    candidates.length === 1 ? [entry.actor] : [...new Set(candidates.map((one) => one.entry.actor))];
  const why = explanation ?? first.explanation;
  const reading = { actors, alias: entry.alias, origin, weak };
  return why === undefined ? reading : { ...reading, explanation: why };
}

import type { JsonObject, JsonValue } from './json';
import type { LockedQuotation } from './locked-quotation';

/**
 * The lock of a folder: which place of which source each accepted quotation was locked to. A Web Annotation collection on
 * disk, `.sourcewright/anchors.json`; docs/anchors-json.md tells its format.
 */
export interface Lock {
  /** By draft path, in a draft by position. */
  readonly quotations: readonly LockedQuotation[];
  /** Annotations that are no locked quotations: of other tools, or of a later version. Kept as they are. */
  readonly others: readonly JsonValue[];
  /** What else the collection and its page say, without `first` and `items`. */
  readonly collection: JsonObject;
  readonly page: JsonObject;
}

export const emptyLock: Lock = { quotations: [], others: [], collection: {}, page: {} };

/** The locked quotations of one draft, in its order. */
export const lockedIn = (lock: Lock, draft: string): readonly LockedQuotation[] =>
  lock.quotations.filter((one) => one.draft === draft);

/** The lock with `quotations` in place of what it had for this draft; all other drafts stay as they are. */
export function withDraft(lock: Lock, draft: string, quotations: readonly LockedQuotation[]): Lock {
  const rest = lock.quotations.filter((one) => one.draft !== draft);
  return { ...lock, quotations: inOrder([...rest, ...quotations]) };
}

/** By draft path; the order within a draft stays. */
const inOrder = (quotations: readonly LockedQuotation[]): LockedQuotation[] =>
  [...quotations].sort((a, b) => (a.draft < b.draft ? -1 : a.draft > b.draft ? 1 : 0));

/**
 * Two locks as one: what a merge of two branches leaves. Of an annotation that both have, the first's anchor holds, and
 * the risks acknowledged in either.
 */
export function mergeLocks(ours: Lock, theirs: Lock): Lock {
  const byId = new Map<string, LockedQuotation>();
  for (const one of [...ours.quotations, ...theirs.quotations]) {
    const known = byId.get(one.id);
    byId.set(one.id, known ? withRisksOf(known, one) : one);
  }
  const others = new Map([...ours.others, ...theirs.others].map((one) => [JSON.stringify(one), one]));
  return {
    quotations: inOrder([...byId.values()]),
    others: [...others.values()],
    collection: { ...theirs.collection, ...ours.collection },
    page: { ...theirs.page, ...ours.page },
  };
}

function withRisksOf(known: LockedQuotation, other: LockedQuotation): LockedQuotation {
  const risks = new Map(
    [...known.acknowledged, ...other.acknowledged].map((risk) => [JSON.stringify(risk), risk]),
  );
  return risks.size === known.acknowledged.length ? known : { ...known, acknowledged: [...risks.values()] };
}

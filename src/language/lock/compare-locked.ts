import { compareAnchor, type AnchorComparison, type LockedQuotation, type Source } from '#corpus-index';
import type { JudgedDraft, JudgedQuotation } from '../judge-draft';
import { pairQuotations, type LockedPair } from './pair-quotations';

/** A locked quotation of a draft, compared with its source as it is now. */
export interface ComparedQuotation extends LockedPair {
  readonly judged: JudgedQuotation;
  /** Undefined where no source has the key any more, or none that can be read. */
  readonly source: Source | undefined;
  readonly comparison: AnchorComparison | { readonly state: 'no-source' };
}

const known = new WeakMap<JudgedDraft, readonly ComparedQuotation[]>();

/** The draft's quotations that the lock has, in their order; compared once for each judged draft. */
export function compareLocked(judged: JudgedDraft): readonly ComparedQuotation[] {
  if (!judged.lock) return [];
  const compared = known.get(judged) ?? compareAll(judged, judged.lock.locked);
  known.set(judged, compared);
  return compared;
}

function compareAll(
  { corpus, draft, quotations }: JudgedDraft,
  locked: readonly LockedQuotation[],
): ComparedQuotation[] {
  return pairQuotations(draft.quotations, locked).flatMap((pair) => {
    const judged = quotations[pair.at];
    if (!judged) return [];
    const source = corpus.source(pair.locked.source.key);
    const comparison = source ? compare(source, pair.locked) : ({ state: 'no-source' } as const);
    return [{ ...pair, judged, source, comparison }];
  });
}

/** A comparison holds as long as the text of the source: at a keystroke in the draft, nothing is compared anew. */
const comparisons = new WeakMap<Source['reading'], WeakMap<LockedQuotation, AnchorComparison>>();

function compare(source: Source, locked: LockedQuotation): AnchorComparison {
  const ofSource = comparisons.get(source.reading) ?? new WeakMap<LockedQuotation, AnchorComparison>();
  comparisons.set(source.reading, ofSource);
  const comparison = ofSource.get(locked) ?? compareAnchor(source, locked.anchor);
  ofSource.set(locked, comparison);
  return comparison;
}

import { quotationLine, type LockedQuotation } from '#corpus-index';
import type { Quotation } from '../draft';
import { FEWEST_COMMON, shareOf, termsOf } from '../shared-words';

/** A quotation of a draft and what the lock has of it. */
export interface LockedPair {
  readonly locked: LockedQuotation;
  /** Number of the quotation in the draft, from 0. */
  readonly at: number;
  /** Whether the draft still has the words that were locked. */
  readonly isSame: boolean;
}

/**
 * Finds the quotations of a draft that were locked, in the order of the draft: those with the same words and key first, of
 * several in their order; then, for what is left, the most similar one with the same key, which a writer may have edited.
 */
export function pairQuotations(
  quotations: readonly Quotation[],
  locked: readonly LockedQuotation[],
): LockedPair[] {
  const free = new Set(quotations.keys());
  const take = (one: LockedQuotation, at: number | undefined, isSame: boolean): LockedPair[] => {
    if (at === undefined) return [];
    free.delete(at);
    return [{ locked: one, at, isSame }];
  };
  const same = locked.flatMap((one) => take(one, sameIn(quotations, free, one), true));
  const paired = new Set(same.map((pair) => pair.locked));
  const edited = locked
    .filter((one) => !paired.has(one))
    .flatMap((one) => take(one, mostSimilar(quotations, free, one), false));
  return [...same, ...edited].sort((a, b) => a.at - b.at);
}

function sameIn(
  quotations: readonly Quotation[],
  free: ReadonlySet<number>,
  one: LockedQuotation,
): number | undefined {
  return [...free].find((at) => {
    const quotation = quotations[at];
    return quotation && isCited(quotation, one) && quotationLine(quotation.text) === one.quotation;
  });
}

function mostSimilar(
  quotations: readonly Quotation[],
  free: ReadonlySet<number>,
  one: LockedQuotation,
): number | undefined {
  const locked = termsOf(one.quotation);
  let best: { readonly at: number; readonly share: number } | undefined;
  for (const at of free) {
    const quotation = quotations[at];
    if (!quotation || !isCited(quotation, one)) continue;
    const share = shareOf(locked, termsOf(quotation.text));
    if (share >= FEWEST_COMMON && share > (best?.share ?? 0)) best = { at, share };
  }
  return best?.at;
}

const isCited = (quotation: Quotation, { source }: LockedQuotation): boolean =>
  quotation.citations.some(({ key }) => key === source.key);

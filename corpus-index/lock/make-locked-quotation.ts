import type { Source } from '../passages/source';
import type { Place, Verdict } from '../quotations/verdict';
import { annotationId } from './annotation-id';
import type { Hashing } from './hashing';
import type { AcknowledgedRisk, LockedQuotation } from './locked-quotation';
import { makeAnchor } from './make-anchor';
import { readerOf } from './reader-version';

export interface QuotationToLock {
  /** Path of the draft. */
  readonly draft: string;
  /** Its words in the draft, as `quotationLine` gives them. */
  readonly quotation: string;
  readonly verdict: Verdict;
  readonly source: Source;
  /** The place judged, in `source`. */
  readonly place: Place;
  readonly acknowledged: readonly AcknowledgedRisk[];
  /** What the lock had of this quotation: what other tools added stays. */
  readonly before: LockedQuotation | undefined;
}

/** Locks an accepted quotation to its place in the source as it is now: as the only one of its words, see `withIds`. */
export function makeLockedQuotation(hashing: Hashing, one: QuotationToLock): LockedQuotation {
  const { draft, quotation, verdict, source, place, acknowledged, before } = one;
  const { key, path } = source;
  return {
    id: annotationId(hashing.ofText, { draft, quotation, key, occurrence: 0 }),
    draft,
    quotation,
    source: { key, path, sha256: hashing.ofSource(source), reader: readerOf(source) },
    anchor: makeAnchor(source, place),
    n: place.n,
    verdict,
    acknowledged,
    json: before?.json ?? {},
  };
}

/** The quotations of one draft, in its order, each with an id of its own, also where the draft quotes the same words twice. */
export function withIds(hashing: Hashing, quotations: readonly LockedQuotation[]): LockedQuotation[] {
  const seen = new Map<string, number>();
  return quotations.map((one) => {
    const { draft, quotation, source } = one;
    const name = JSON.stringify([draft, quotation, source.key]);
    const occurrence = seen.get(name) ?? 0;
    seen.set(name, occurrence + 1);
    const id = annotationId(hashing.ofText, { draft, quotation, key: source.key, occurrence });
    return id === one.id ? one : { ...one, id };
  });
}

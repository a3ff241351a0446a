import type { Difference, Place, Source } from '#corpus-index';
import type { Draft, Quotation } from '../draft';

/** A quotation that differs from a place of its source. */
export interface Misquotation {
  readonly draft: Draft;
  readonly quotation: Quotation;
  readonly source: Source;
  readonly place: Place;
  readonly differences: readonly Difference[];
}

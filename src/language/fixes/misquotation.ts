import type { Difference, Place, Source } from '#corpus-index';
import type { Draft, Quotation } from '../draft';

/** A quotation and the place of a source that it was compared with. */
export interface PlacedQuotation {
  readonly quotation: Quotation;
  readonly source: Source;
  readonly place: Place;
  readonly differences: readonly Difference[];
}

/** One that differs, in its draft. */
export interface Misquotation extends PlacedQuotation {
  readonly draft: Draft;
}

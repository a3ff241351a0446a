import type { Postings } from './postings';
import type { TermList } from './term-list';

/** A source of a segment. */
export interface SegmentSource {
  readonly path: string;
  readonly fingerprint?: string;
}

/**
 * Some sources and all that is known of their words; never changed once it is made. Passages and sources are numbered from 0 in
 * the order in which they came.
 */
export interface Segment {
  readonly terms: TermList;
  /** Of passages. */
  readonly text: Postings;
  /** Of sources: what stands in a title counts for each of its passages. */
  readonly about: Postings;
  readonly sources: readonly SegmentSource[];
  /** The first passage of each source; one more for the end. */
  readonly heads: Uint32Array;
  /** The paragraph number of each passage. */
  readonly numbers: Uint32Array;
  /** How many different words each passage has, function words among them. */
  readonly lengths: Uint32Array;
  /** The same of each source's title and authors. */
  readonly aboutLengths: Uint32Array;
}

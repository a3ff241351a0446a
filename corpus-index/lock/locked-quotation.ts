import type { Verdict } from '../quotations/verdict';
import type { JsonObject } from './json';

/**
 * Where quoted words stand in a source, as the Web Annotation standard describes it: by the words and what stands around
 * them (TextQuoteSelector), and by their position (TextPositionSelector). All of it in the normalised text.
 */
export interface Anchor {
  /** The source's words from the first to the last quoted one; what an ellipsis left out is among them. */
  readonly exact: string;
  /** About 32 characters before and behind; fewer at the ends of the text. */
  readonly prefix: string;
  readonly suffix: string;
  /** In Unicode code points, from 0, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A risk that a person has looked at. It holds while the quotation has the same words and the source the same text. */
export interface AcknowledgedRisk {
  /** A `RiskKind`, or what a later version calls one. */
  readonly kind: string;
  /** The words in question, as `Risk.text`. */
  readonly text: string;
  /** Hash of the source's normalised text when the risk was acknowledged. */
  readonly sha256: string;
}

/** The source as it was when a quotation was locked. */
export interface LockedSource {
  readonly key: string;
  /** Relative to the folder, `/` between folders. */
  readonly path: string;
  /** Hash of the normalised text. */
  readonly sha256: string;
  /** What read the file, and in which version: `text/1`. */
  readonly reader: string;
}

/** One accepted quotation of a draft, with the place in its source that it was locked to. */
export interface LockedQuotation {
  /** Made from draft, quotation and key: the same quotation has the same id in every copy of the lock. */
  readonly id: string;
  /** Path of the draft, relative to the folder. */
  readonly draft: string;
  /** Its words in the draft, on one line: see `quotationLine`. */
  readonly quotation: string;
  readonly source: LockedSource;
  readonly anchor: Anchor;
  /** The paragraph it stood in; undefined in a title, heading or caption. */
  readonly n: number | undefined;
  readonly verdict: Verdict;
  readonly acknowledged: readonly AcknowledgedRisk[];
  /** The annotation as it was read, with what other tools added to it. */
  readonly json: JsonObject;
}

/** A quotation's Markdown on one line: where its lines break says nothing. */
export const quotationLine = (markdown: string): string => markdown.replace(/\s+/g, ' ').trim();

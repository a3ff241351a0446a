import type { Span } from '../text/span';

/** What the check found for a quotation; see docs/architecture.md for the ladder. */
export type Verdict =
  'verbatim' | 'typographic' | 'editorial' | 'altered' | 'elsewhere' | 'missing' | 'unresolved' | 'unchecked';

const ACCEPTED: ReadonlySet<Verdict> = new Set<Verdict>(['verbatim', 'typographic', 'editorial']);

export const isAccepted = (verdict: Verdict): boolean => ACCEPTED.has(verdict);

/** What a reader of an accepted quotation should know about what the editor did. */
export type RiskKind =
  /** The words left out, replaced or put in deny, weaken or attribute what is quoted. */
  | 'negation'
  | 'hedge'
  | 'attribution'
  /** Somebody else's words begin or end in what was left out. */
  | 'speaker'
  /** A bracket puts a figure in, or stands for one. */
  | 'number'
  /** A bracket names somebody else than the source does. */
  | 'actor'
  /** Fragments of different paragraphs. */
  | 'fragments-apart'
  /** An omission joins the beginning of one sentence to the end of another. */
  | 'sentences-joined'
  /** Given as a whole sentence, with its full stop or capital, where the source's goes on or has begun before. */
  | 'cut-sentence';

export interface Risk {
  readonly kind: RiskKind;
  /** The words in question: what was left out, or the place quoted. */
  readonly text: string;
}

/** A place of a source. */
export interface Place extends Span {
  readonly source: string;
  /** Paragraph in which it begins; absent in a title, heading or caption. */
  readonly n?: number;
  /** The source's words there. */
  readonly text: string;
}

export type DifferenceKind =
  'word' | 'negation' | 'number' | 'actor' | 'omitted' | 'added' | 'order' | 'splice' | 'punctuation';

/** A difference between quotation and source. Offsets into the quotation as given and into the source's text. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly quotation: readonly [number, number];
  readonly source: readonly [number, number];
  readonly quotationText: string;
  readonly sourceText: string;
}

/** What a verdict rests on where no place does. */
export type Reason =
  | 'unknown-source'
  | 'unknown-locator'
  | 'ambiguous'
  | 'no-citation'
  | 'no-text'
  | 'no-words'
  /** Of a `missing` one: too few words to look for a place that is close. */
  | 'too-short'
  | 'no-index';

export interface Judgement {
  readonly verdict: Verdict;
  /** The place judged: in the cited source, where there is one. */
  readonly place?: Place;
  readonly differences: readonly Difference[];
  readonly risks: readonly Risk[];
  /** Where the words stand instead, or could be meant. */
  readonly suggestion?: Place;
  readonly reason?: Reason;
}

import type { MappedText, Span } from '#corpus-index';

/** CSL's names of locator terms. */
export type LocatorLabel =
  | 'book'
  | 'chapter'
  | 'column'
  | 'figure'
  | 'folio'
  | 'issue'
  | 'line'
  | 'note'
  | 'opus'
  | 'page'
  | 'paragraph'
  | 'part'
  | 'section'
  | 'sub-verbo'
  | 'verse'
  | 'volume';

export interface Locator {
  readonly label: LocatorLabel;
  /** As written, without the term: `4`, `33-35, 38`. */
  readonly value: string;
  /** Numbers behind it that pandoc leaves to the suffix, though they are meant: `& 3` in `paras. 2 & 3`. */
  readonly more?: string;
  /** Term and value in the draft. */
  readonly span: Span;
}

/** One `@key` of a draft with what belongs to it. */
export interface Citation {
  readonly key: string;
  /** From the `@` to the end of the key (of its `}`). */
  readonly span: Span;
  /** The whole bracket `[...]`, shared by all citations in it; for one in the text, key and bracketed suffix. */
  readonly group: Span;
  readonly prefix: string;
  readonly suffix: string;
  readonly locator?: Locator;
  readonly suppressAuthor: boolean;
  /** `@key says`: the author stands in the text. */
  readonly inText: boolean;
}

/** Words of a draft that are given as somebody else's. */
export interface Quotation {
  readonly kind: 'block' | 'inline';
  /** From the first word (after the mark or `> `) to the end of the last, marks excluded. */
  readonly span: Span;
  /** Markdown without line prefixes, as it stands between the marks. */
  readonly text: string;
  /** The words a reader sees, mapped to the draft's offsets. */
  readonly reading: MappedText;
  /** The citations that claim it for a source; none: an uncited quotation. */
  readonly citations: readonly Citation[];
}

/** A draft, parsed. Offsets in UTF-16 code units into `text`. */
export interface Draft {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly quotations: readonly Quotation[];
  /** Where a quotation seems to stand that cannot be read; in order. */
  readonly unread: readonly Span[];
  /** Stretches that are not prose: code, front matter, HTML, link targets; in order, not overlapping. */
  readonly opaque: readonly Span[];
}

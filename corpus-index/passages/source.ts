import type { SourceRecord } from '../records/source-record';
import type { MappedText } from '../text/mapped-text';
import type { Span } from '../text/span';
import type { DroppedStretch, Passage } from './passage';

/** What the text itself (or its front matter) states about a source. Nothing here is guessed from prose. */
export interface SourceMetadata {
  readonly key?: string;
  readonly title?: string;
  /** Names as written, given name first. */
  readonly author: readonly string[];
  /** ISO 8601, as exact as stated: `2014`, `2014-03` or `2014-03-24`. */
  readonly issued?: string;
  readonly site?: string;
  readonly url?: string;
  /** BCP 47, as in `en` or `pt-BR`: stated, or told from the words. */
  readonly language?: string;
}

/** A stretch of a paged source's text that stands on one page; a page may have several. */
export interface PageStretch extends Span {
  /** As printed on the page where it is known, else the page's number in the file: `12`, `xiv`. */
  readonly label: string;
  /** The page's number in the file, from 1. */
  readonly n: number;
}

/** The formats that sources are read from. */
export type SourceFormat = 'text' | 'markdown' | 'html' | 'pdf' | 'docx' | 'epub' | 'odt' | 'email';

/** A source as a reader gives it: text, its reading, and how it falls into passages. */
export interface SourceText {
  /** Relative to the folder of the corpus, `/` between folders. */
  readonly path: string;
  readonly format: SourceFormat;
  /** The text as read: decoded, without byte order mark; of other formats than text, what its reader made of it. All offsets count in it. */
  readonly text: string;
  /** What a reader sees of `text`: markup dropped. The same text for plain text. */
  readonly reading: MappedText;
  readonly metadata: SourceMetadata;
  readonly passages: readonly Passage[];
  readonly dropped: readonly DroppedStretch[];
  /** For paged sources: on which page each stretch of the text stands, in order. */
  readonly pages?: readonly PageStretch[];
  /** Parts of the file that could not be read, while all others were: `page 3`. None where it is absent. */
  readonly unread?: readonly string[];
  /** Words that the file itself strikes out are not in the text, as it says them no longer. */
  readonly withdrawn?: boolean;
  /** Of a source that lies elsewhere and is shared: the key and the record that it has there. */
  readonly shared?: { readonly key: string; readonly record?: SourceRecord };
}

/** A source with its key: what the corpus holds. */
export interface Source extends SourceText {
  readonly key: string;
  /** `recorded` in sources.yaml, stated in `front-matter`, `derived`, or the one that it has where it is `shared`. */
  readonly keyOrigin: 'recorded' | 'front-matter' | 'derived' | 'shared';
  readonly title?: string;
  readonly author: readonly string[];
  /** The authors as running text names them: family names, institutions whole. */
  readonly authorShort: readonly string[];
  readonly issued?: string;
  readonly site?: string;
  readonly url?: string;
  readonly language?: string;
  readonly reliability?: string;
  readonly credibility?: string;
}

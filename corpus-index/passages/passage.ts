import type { Span } from '../text/span';

/** One paragraph of a source's body: the unit of citing and of the index. Offsets into the source's text as read. */
export interface Passage extends Span {
  /** Paragraph number, from 1. */
  readonly n: number;
  /** Label of the page on which it begins, for paged sources. */
  readonly page?: string;
}

/** Why a stretch of a source is not a passage. */
export type DropReason =
  | 'front-matter'
  | 'title'
  | 'subtitle'
  | 'byline'
  | 'heading'
  | 'caption'
  | 'site-banner'
  | 'running-head'
  | 'pingback'
  | 'comment'
  | 'comment-form'
  | 'translation-note'
  | 'sharing'
  | 'notice'
  | 'separator'
  | 'code'
  | 'record';

export interface DroppedStretch extends Span {
  readonly reason: DropReason;
}

import type { Source, Span } from '#corpus-index';
import { readingOf } from '#corpus-index';

/** A passage as a reader sees it, on one line. */
export const passageText = (source: Source, passage: Span): string =>
  readingOf(source, passage).replace(/\s+/g, ' ').trim();

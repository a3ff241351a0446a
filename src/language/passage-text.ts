import { BOUNDARY, readingOf, type Source, type Span } from '#corpus-index';

/** A passage as a reader sees it, on one line. */
export const passageText = (source: Source, passage: Span): string =>
  readingOf(source, passage).replaceAll(BOUNDARY, '').replace(/\s+/g, ' ').trim();

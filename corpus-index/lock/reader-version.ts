import type { SourceFormat, SourceText } from '../passages/source';

/**
 * Which version of a format's reader read a source: raised when the reader makes another text of the same bytes, so that a
 * lock tells a source that was edited from one that is read otherwise than before.
 */
const VERSIONS: Readonly<Record<SourceFormat, number>> = {
  text: 1,
  markdown: 1,
  html: 5,
  pdf: 3,
  docx: 2,
  epub: 3,
  odt: 3,
  email: 2,
};

/** As in `markdown/1`. */
export const readerOf = ({ format }: Pick<SourceText, 'format'>): string => `${format}/${VERSIONS[format]}`;

import type { SourceFormat } from '#corpus-index';

/** A format whose text a reader has to make. */
export type ReadFormat = Exclude<SourceFormat, 'text' | 'markdown'>;

/** By the file's ending in lower case. */
const FORMATS: Readonly<Record<string, SourceFormat>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  mhtml: 'html',
  mht: 'html',
  pdf: 'pdf',
  docx: 'docx',
  epub: 'epub',
  odt: 'odt',
  eml: 'email',
};

/** Formats that people keep sources in and that nothing here reads: said of each such file, never passed over. */
const UNREAD = new Set(['doc', 'rtf', 'pages', 'mobi', 'azw3', 'djvu', 'ps', 'msg']);

export const endingOf = (path: string): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

/** The format that a file is read as; undefined where nothing reads it. */
export const formatOf = (path: string): SourceFormat | undefined => FORMATS[endingOf(path)];

/** Whether the text as read is the file's own, which an editor shows: offsets and lines are those of the file. */
export const isReadAsWritten = (format: SourceFormat): format is 'text' | 'markdown' =>
  format === 'text' || format === 'markdown';

/** Whether a file among the sources is meant to be read, or at least to be reported. */
export const isSourceFile = (path: string): boolean =>
  formatOf(path) !== undefined || UNREAD.has(endingOf(path));

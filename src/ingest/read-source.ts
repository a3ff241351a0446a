import type { PassageOverrides, SourceText } from '#corpus-index';
import { decode } from './decode';
import type { ReadFailure } from './failure';
import { readMarkdown } from './readers/markdown';
import { readText } from './readers/text';

type Reader = (path: string, text: string, overrides?: PassageOverrides) => SourceText;

/** One reader for each format, by the file's ending in lower case. */
const READERS: Readonly<Record<string, Reader>> = {
  txt: readText,
  text: readText,
  md: readMarkdown,
  markdown: readMarkdown,
};

/** Formats that people keep sources in and that no reader takes yet: said of each such file, never passed over. */
const NOT_YET = new Set(['pdf', 'html', 'htm', 'mhtml', 'docx', 'doc', 'epub', 'odt', 'rtf', 'eml']);

const endingOf = (path: string): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

/** Whether a file among the sources is meant to be read, or at least to be reported. */
export const isSourceFile = (path: string): boolean =>
  endingOf(path) in READERS || NOT_YET.has(endingOf(path));

/** Reads a source from the bytes of its file. */
export function readSource(
  path: string,
  bytes: Uint8Array,
  overrides?: PassageOverrides,
): SourceText | ReadFailure {
  if (NOT_YET.has(endingOf(path))) return { path, code: 'unsupported-format', detail: endingOf(path) };
  const decoded = decode(bytes);
  if ('binary' in decoded) return { path, code: 'binary', detail: decoded.binary };
  return readSourceText(path, decoded.text, overrides);
}

/** Reads a source from its text, as an editor holds it. */
export const readSourceText: Reader = (path, text, overrides) =>
  (READERS[endingOf(path)] ?? readText)(path, text, overrides);

export const isFailure = (read: SourceText | ReadFailure): read is ReadFailure => 'code' in read;

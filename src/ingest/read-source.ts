import type { PassageOverrides, SourceText } from '#corpus-index';
import { decode } from './decode';
import type { ReadFailure } from './failure';
import { endingOf, formatOf } from './formats';
import { languageOf } from './readers/language';
import { readMarkdown } from './readers/markdown';
import { readText } from './readers/text';

/** Reads a source that is text from the bytes of its file. */
export function readSource(
  path: string,
  bytes: Uint8Array,
  overrides?: PassageOverrides,
): SourceText | ReadFailure {
  if (formatOf(path) === undefined) return { path, code: 'unsupported-format', detail: endingOf(path) };
  const decoded = decode(bytes);
  if ('binary' in decoded) return { path, code: 'binary', detail: decoded.binary };
  return readSourceText(path, decoded.text, overrides);
}

/** Reads a source from its text, as an editor holds it. */
export const readSourceText = (path: string, text: string, overrides?: PassageOverrides): SourceText =>
  withLanguage((formatOf(path) === 'markdown' ? readMarkdown : readText)(path, text, overrides));

/** The language that the source states, else the one that its words are of. */
function withLanguage(source: SourceText): SourceText {
  const { metadata, reading } = source;
  const language = metadata.language ?? languageOf(reading.text);
  return language === undefined ? source : { ...source, metadata: { ...metadata, language } };
}

export const isFailure = (read: object): read is ReadFailure => 'code' in read;

import path from 'node:path';
import { splitDocument, type SourceText } from '#corpus-index';
import { isFailure } from '../../src/ingest/read-source';
import { formatReader, type ReadFormatted } from '../../src/ingest/format-reader';
import { endingOf, formatOf, type ReadFormat } from '../../src/ingest/formats';
import type { ReadFailure } from '../../src/ingest/failure';
import { repositoryRoot } from './root';

/** The process that reads formats other than text, as it is built. */
export const FORMAT_PROCESS = path.join(repositoryRoot, 'dist', 'format-process.js');

/** Reads files as the product does: in the built process. */
export const readFormatted = formatReader(FORMAT_PROCESS);

export async function readBytes(
  name: string,
  bytes: Uint8Array,
  reader: ReadFormatted = readFormatted,
): Promise<SourceText | ReadFailure> {
  const format = formatOf(name) as ReadFormat;
  const read = await reader({ path: name, format, ending: endingOf(name) }, bytes);
  return 'code' in read ? read : { path: name, format, ...splitDocument(read) };
}

/** Reads sources that can be read, in a process of its own. */
export const readerOfSources =
  (reader: ReadFormatted) =>
  async (name: string, bytes: Uint8Array): Promise<SourceText> => {
    const source = await readBytes(name, bytes, reader);
    if (isFailure(source)) throw new Error(`${name}: ${source.code} ${source.detail}`);
    return source;
  };

export const readSourceBytes = readerOfSources(readFormatted);

/** The words of each passage. */
export const passagesOf = ({ text, passages }: SourceText): string[] =>
  passages.map(({ start, end }) => text.slice(start, end));

/** Reason and words of what was dropped. */
export const droppedOf = ({ text, dropped }: SourceText): string[] =>
  dropped.map(({ start, end, reason }) => `${reason}: ${text.slice(start, end)}`);

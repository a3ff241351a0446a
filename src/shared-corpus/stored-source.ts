import { createHash } from 'node:crypto';
import {
  readerOf,
  type DroppedStretch,
  type PageStretch,
  type Passage,
  type Source,
  type SourceFormat,
  type SourceMetadata,
  type SourceRecord,
  type SourceText,
  type Span,
} from '#corpus-index';
import { readingFrom, storedReading, type StoredStretch } from './stored-reading';

/** Raised when what is stored of a source has another form: sources stored in the one before are stored anew. */
const FORM = 2;

/** What a quotation is judged by, as it is stored: all offsets count in `text`. */
interface StoredContent {
  readonly format: SourceFormat;
  readonly text: string;
  readonly reading?: readonly StoredStretch[];
  readonly metadata: SourceMetadata;
  readonly passages: readonly Passage[];
  readonly dropped: readonly DroppedStretch[];
  readonly pages?: readonly PageStretch[];
  readonly unread?: readonly string[];
  readonly withdrawn?: boolean;
}

/** What sources.yaml says of a source, but for where it lies here. */
export type StoredRecord = Omit<SourceRecord, 'file' | 'span' | 'passages'>;

/** A row of `document`, as far as a reader needs it. */
export interface StoredSource {
  readonly key: string;
  readonly sha256: string;
  readonly reader: string;
  readonly record: unknown;
  readonly content: unknown;
}

export function contentOf(source: SourceText): string {
  const { format, text, reading, metadata, passages, dropped, pages, unread, withdrawn } = source;
  const stretches = storedReading(text, reading);
  const content: StoredContent = {
    ...{ format, text, metadata, passages, dropped },
    ...(stretches && { reading: stretches }),
    ...(pages && { pages }),
    ...missingOf({ unread, withdrawn }),
  };
  return JSON.stringify(content);
}

/** What of its file is not in a source's text. */
const missingOf = ({
  unread,
  withdrawn,
}: { readonly [K in 'unread' | 'withdrawn']: SourceText[K] | undefined }) => ({
  ...(unread && { unread }),
  ...(withdrawn === true && { withdrawn }),
});

export function recordOf(record: SourceRecord | undefined): StoredRecord | undefined {
  if (!record) return undefined;
  const { id, author } = record;
  const others = Object.entries(record).filter(([name]) => !['file', 'span', 'passages'].includes(name));
  return { ...Object.fromEntries(others), id, author };
}

/** Says whether what is stored of a source is what would be stored now: the file, its reader and text, its key, its record. */
export const fingerprintOf = (source: Source, record: SourceRecord | undefined, sha256: string): string =>
  createHash('sha256')
    .update(JSON.stringify([FORM, sha256, readerOf(source), source.key, record ?? null, source.metadata]))
    .update(source.text)
    .digest('hex');

/** Whom a shared source has for a path: there is no such file in the folder. */
export const sharedPath = (key: string): string => `${SHARED}${encodeURIComponent(key)}`;

/** The key of a path that is none of the folder's; undefined for others. */
export function keyOfShared(path: string): string | undefined {
  if (!path.startsWith(SHARED)) return undefined;
  try {
    return decodeURIComponent(path.slice(SHARED.length));
  } catch {
    return undefined;
  }
}

const SHARED = '.shared-corpus/';

/** A source as it was stored; undefined where that is broken. */
export function sourceFrom({ key, record, content }: StoredSource): SourceText | undefined {
  if (!isRecord(content) || typeof content['text'] !== 'string') return undefined;
  const { text, format, metadata, passages, dropped, pages, unread, withdrawn } =
    content as unknown as StoredContent;
  const reading = readingFrom(text, content['reading']);
  const isWhole =
    reading !== undefined &&
    FORMATS.has(format) &&
    isMetadata(metadata) &&
    areSpans(passages, text.length) &&
    passages.every(({ n }, at) => n === at + 1) &&
    areSpans(dropped, text.length) &&
    (pages === undefined || areSpans(pages, text.length)) &&
    (unread === undefined || areTexts(unread));
  if (!isWhole) return undefined;
  return {
    ...{ path: sharedPath(key), format, text, reading, metadata, passages, dropped },
    ...(pages && { pages }),
    ...missingOf({ unread, withdrawn }),
    shared: { key, ...(isStoredRecord(record) && { record: { ...record, id: key } }) },
  };
}

const FORMATS: ReadonlySet<unknown> = new Set<SourceFormat>([
  'text',
  'markdown',
  'html',
  'pdf',
  'docx',
  'epub',
  'odt',
  'email',
]);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isMetadata(value: unknown): value is SourceMetadata {
  if (!isRecord(value)) return false;
  const { author, ...texts } = value;
  return areTexts(author) && Object.values(texts).every((text) => typeof text === 'string');
}

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string');

const areSpans = (value: unknown, length: number): value is readonly Span[] =>
  Array.isArray(value) && value.every((span) => isRecord(span) && isWithin(span, length));

const isWithin = ({ start, end }: Readonly<Record<string, unknown>>, length: number): boolean =>
  Number.isSafeInteger(start) &&
  Number.isSafeInteger(end) &&
  Number(start) >= 0 &&
  Number(start) <= Number(end) &&
  Number(end) <= length;

function isStoredRecord(value: unknown): value is StoredRecord {
  if (!isRecord(value) || !Array.isArray(value['author']) || !value['author'].every(isRecord)) return false;
  const texts = Object.entries(value).filter(([name]) => name !== 'author' && name !== 'csl');
  return (
    (value['csl'] === undefined || isRecord(value['csl'])) &&
    texts.every(([, text]) => typeof text === 'string')
  );
}

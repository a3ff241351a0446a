import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import { readerOf, type SourceDocument } from '#corpus-index';
import type { ReadFormatted } from './format-reader';

export interface CacheLimits {
  readonly documents: number;
  readonly bytes: number;
}

/** Those that were needed longest ago go first. */
const LIMITS: CacheLimits = { documents: 10_000, bytes: 1024 ** 3 };

/** Also while files are being read nothing stays that is more than this share beyond the limit. */
const SLACK = 0.1;

/** Raised when what is written has another shape. */
const SHAPE = 1;

/**
 * A reader that keeps what it read in a folder, by the bytes read and the reader's version, and reads none of it twice. What is
 * kept there and broken is thrown away; where nothing can be kept, everything is read.
 */
export function cachedReader(
  read: ReadFormatted,
  folder: string,
  limits: CacheLimits = LIMITS,
): ReadFormatted {
  // As if much had been written: what is there is looked at with the first file.
  let written = Infinity;
  let pruning: Promise<void> = Promise.resolve();
  const pruneSometimes = () => {
    if (written <= limits.bytes * SLACK) return;
    written = 0;
    pruning = pruning.then(() => prune(folder, limits)).catch(() => undefined);
  };
  return async (file, bytes) => {
    const path = nodePath.join(folder, `${nameOf(file.format, file.ending, bytes)}.json`);
    const kept = await keptAt(path);
    const made = kept ?? (await read(file, bytes));
    // A cache that cannot be written costs time and nothing else.
    if (!kept && !('code' in made)) written += await keep(path, made).catch(() => 0);
    pruneSometimes();
    await pruning;
    return made;
  };
}

const nameOf = (format: Parameters<ReadFormatted>[0]['format'], ending: string, bytes: Uint8Array): string =>
  createHash('sha256')
    .update(`${readerOf({ format })} ${ending} ${SHAPE}\n`)
    .update(bytes)
    .digest('hex');

async function keptAt(path: string): Promise<SourceDocument | undefined> {
  const json = await fs.readFile(path, 'utf8').catch(() => undefined);
  if (json === undefined) return undefined;
  const document = parsed(json);
  // When it was needed last is the time of its file.
  const now = new Date();
  await (document ? fs.utimes(path, now, now) : fs.rm(path, { force: true })).catch(() => undefined);
  return document;
}

/** What was written, if it is whole: its digest stands in front. */
function parsed(json: string): SourceDocument | undefined {
  const end = json.indexOf('\n');
  if (end < 0 || digestOf(json.slice(end + 1)) !== json.slice(0, end)) return undefined;
  return JSON.parse(json.slice(end + 1)) as SourceDocument;
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Under another name first, so that nobody reads half of it. Gives its size. */
async function keep(path: string, document: SourceDocument): Promise<number> {
  const json = JSON.stringify(document);
  const half = `${path}.${process.pid}.part`;
  await fs.mkdir(nodePath.dirname(path), { recursive: true });
  await fs.writeFile(half, `${digestOf(json)}\n${json}`);
  await fs.rename(half, path);
  return Buffer.byteLength(json);
}

/** Keeps what was needed last, as far as the limits go. Other windows may do the same at once. */
async function prune(folder: string, limits: CacheLimits): Promise<void> {
  const names = (await fs.readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
  const files = (await Promise.all(names.map((name) => fileAt(nodePath.join(folder, name))))).flat();
  files.sort((a, b) => b.needed - a.needed);
  let bytes = 0;
  for (const [at, { path, size }] of files.entries()) {
    bytes += size;
    if (at >= limits.documents || bytes > limits.bytes) await fs.rm(path, { force: true });
  }
}

interface KeptFile {
  readonly path: string;
  readonly size: number;
  readonly needed: number;
}

const fileAt = (path: string): Promise<KeptFile[]> =>
  fs.stat(path).then(
    ({ size, mtimeMs }) => [{ path, size, needed: mtimeMs }],
    () => [],
  );

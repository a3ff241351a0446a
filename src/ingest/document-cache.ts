import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import { readerOf, type SourceDocument } from '#corpus-index';
import type { ReadFormatted } from './format-reader';

/** So many documents are kept; the oldest go first. */
const MOST_KEPT = 4000;

/** Raised when what is written has another shape. */
const SHAPE = 1;

/**
 * A reader that keeps what it read in a folder, by the bytes read and the reader's version, and reads none of it twice. What is
 * kept there and broken is thrown away; where nothing can be kept, everything is read.
 */
export function cachedReader(read: ReadFormatted, folder: string): ReadFormatted {
  let pruned: Promise<void> | undefined;
  return async (file, bytes) => {
    pruned ??= prune(folder).catch(() => undefined);
    const path = nodePath.join(folder, `${nameOf(file.format, file.ending, bytes)}.json`);
    const kept = await keptAt(path);
    if (kept) return kept;
    const made = await read(file, bytes);
    // A cache that cannot be written costs time and nothing else.
    if (!('code' in made)) await keep(path, made).catch(() => undefined);
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
  if (!document) await fs.rm(path, { force: true }).catch(() => undefined);
  return document;
}

/** What was written, if it is whole: its digest stands in front. */
function parsed(json: string): SourceDocument | undefined {
  const end = json.indexOf('\n');
  if (end < 0 || digestOf(json.slice(end + 1)) !== json.slice(0, end)) return undefined;
  return JSON.parse(json.slice(end + 1)) as SourceDocument;
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Under another name first, so that nobody reads half of it. */
async function keep(path: string, document: SourceDocument): Promise<void> {
  const json = JSON.stringify(document);
  const half = `${path}.${process.pid}.part`;
  await fs.mkdir(nodePath.dirname(path), { recursive: true });
  await fs.writeFile(half, `${digestOf(json)}\n${json}`);
  await fs.rename(half, path);
}

async function prune(folder: string): Promise<void> {
  const names = (await fs.readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
  if (names.length <= MOST_KEPT) return;
  const files = await Promise.all(
    names.map(async (name) => {
      const path = nodePath.join(folder, name);
      return { path, age: (await fs.stat(path)).mtimeMs };
    }),
  );
  files.sort((a, b) => a.age - b.age);
  for (const { path } of files.slice(0, files.length - MOST_KEPT)) await fs.rm(path, { force: true });
}

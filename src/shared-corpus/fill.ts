import type { Client } from 'pg';
import { aboutOf, LineIndex, readerOf, readingOf, type Source, type SourceRecord } from '#corpus-index';
import { SharedCorpusError } from './failure';
import { lockForFilling, makeIndexes, makeTables } from './schema';
import { contentOf, recordOf, fingerprintOf } from './stored-source';
import { writeSources, type WrittenPassage, type WrittenSource } from './write-sources';

/** Sources are written together until they have so many passages or characters: a transaction has a price of its own. */
const BATCH_PASSAGES = 2000;
const BATCH_CHARACTERS = 4_000_000;

/** How often words are is counted anew when so great a part of the passages has changed: it only ranks what is found. */
const RECOUNTED = 0.02;

/** A source as it is to be stored. */
export interface SourceToShare {
  readonly source: Source;
  readonly record: SourceRecord | undefined;
  /** Of the file's bytes, as `sha256sum` prints it. */
  readonly sha256: string;
}

export interface FillOptions {
  /** Whether sources that the folder does not have are removed, but for those of these paths: files that could not be read now. */
  readonly prune: boolean;
  readonly unread: readonly string[];
  readonly onProgress?: (written: number, toWrite: number) => void;
}

export interface FillResult {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
  /** In the database and not in the folder: they stay unless `prune` is asked for. */
  readonly left: number;
}

/**
 * Brings a shared corpus to what the sources are. What it has already stays, so that a filling that was broken off is gone on with by
 * filling again. Throws a `SharedCorpusError`, where somebody else fills it too.
 */
export async function fillCorpus(
  client: Client,
  sources: readonly SourceToShare[],
  { prune, unread, onProgress }: FillOptions,
): Promise<FillResult> {
  // The server looks whether we are still there, and lets go of the lock where not; not on every system it can.
  await client.query("SET client_connection_check_interval = '1s'").catch(() => undefined);
  if (!(await lockForFilling(client))) throw new SharedCorpusError('busy', '');
  await makeTables(client);
  // What is lost if the server's machine fails is whole sources, which the next filling brings again.
  await client.query('SET synchronous_commit = off');
  const stored = await storedFingerprints(client);
  const marked = sources.map((one) => ({
    ...one,
    fingerprint: fingerprintOf(one.source, one.record, one.sha256),
  }));
  const missing = marked.filter(({ source, fingerprint }) => stored.get(source.path) !== fingerprint);
  const own = new Set([...sources.map(({ source }) => source.path), ...unread]);
  const foreign = [...stored.keys()].filter((path) => !own.has(path));
  const removed = prune ? foreign.length : 0;
  if (prune) await client.query('DELETE FROM sourcewright.source WHERE path = ANY($1)', [foreign]);
  let changedPassages = 0;
  const known = new Set<string>();
  let written = 0;
  for (const batch of batches(missing)) {
    await writeSources(client, batch.map(writtenSource), { known });
    written += batch.length;
    changedPassages += batch.reduce((sum, { source }) => sum + source.passages.length, 0);
    onProgress?.(written, missing.length);
  }
  await makeIndexes(client);
  await countWords(client, changedPassages);
  const left = [...(await storedFingerprints(client)).keys()].filter((path) => !own.has(path)).length;
  return { written, unchanged: sources.length - missing.length, removed, left };
}

/** By path; empty where there is none. */
async function storedFingerprints(client: Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ path: string; fingerprint: string | null }>(
    'SELECT path, fingerprint FROM sourcewright.source',
  );
  return new Map(rows.map(({ path, fingerprint }) => [path, fingerprint ?? '']));
}

type Marked = SourceToShare & { readonly fingerprint: string };

function* batches(sources: readonly Marked[]): Generator<readonly Marked[]> {
  let batch: Marked[] = [];
  let passages = 0;
  let characters = 0;
  for (const one of sources) {
    batch.push(one);
    passages += one.source.passages.length;
    characters += one.source.text.length;
    if (passages < BATCH_PASSAGES && characters < BATCH_CHARACTERS) continue;
    yield batch;
    [batch, passages, characters] = [[], 0, 0];
  }
  if (batch.length > 0) yield batch;
}

function writtenSource({ source, record, sha256, fingerprint }: Marked): WrittenSource {
  const stored = recordOf(record);
  return {
    path: source.path,
    fingerprint,
    about: [source.key, aboutOf(source)].join(' '),
    passages: passagesOf(source),
    document: {
      ...{ key: source.key, sha256, reader: readerOf(source), language: source.language },
      title: source.title ?? '',
      record: stored && JSON.stringify(stored),
      content: contentOf(source),
    },
  };
}

function passagesOf(source: Source): WrittenPassage[] {
  const lines = new LineIndex(source.text);
  return source.passages.map((passage) => {
    const [start, end] = [lines.at(passage.start), lines.at(passage.end)];
    return {
      n: passage.n,
      text: readingOf(source, passage),
      place: [start.line - 1, start.column - 1, end.line - 1, end.column - 1],
    };
  });
}

/** Where a filling was broken off before it had counted, the next one counts. */
async function countWords(client: Client, changed: number): Promise<void> {
  const { rows } = await client.query<{ passages: string; now: string }>(
    'SELECT passages, (SELECT count(*) FROM sourcewright.passage) AS now FROM sourcewright.corpus',
  );
  const [before, now] = [Number(rows[0]?.passages ?? 0), Number(rows[0]?.now ?? 0)];
  if (now > 0 && Math.max(changed, Math.abs(now - before)) <= before * RECOUNTED) return;
  await client.query(`
    WITH counted AS MATERIALIZED (SELECT word, ndoc FROM ts_stat('SELECT words FROM sourcewright.passage')),
      gone AS (DELETE FROM sourcewright.word WHERE term NOT IN (SELECT word FROM counted))
    UPDATE sourcewright.word w SET passages = c.ndoc FROM counted c WHERE c.word = w.term AND w.passages <> c.ndoc`);
  await client.query('UPDATE sourcewright.corpus SET passages = $1', [now]);
  await client.query('ANALYZE sourcewright.passage, sourcewright.word');
}

import * as nodePath from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { aboutOf, MiniSearchIndex, readActors, readingOf, sampledGrams } from '#corpus-index';
import { cachedReader } from '../ingest/document-cache';
import { formatReader } from '../ingest/format-reader';
import { isFailure, readSourceText } from '../ingest/read-source';
import { readSourceFile } from '../ingest/source-files';
import type { Numbered, WorkerAnswers, WorkerData, WorkerReply, WorkerRequest } from './worker-messages';

/** Reads, splits and indexes sources beside the server's thread, which goes on answering meanwhile. */
const { cache } = (workerData ?? {}) as WorkerData;
const reader = formatReader(nodePath.join(__dirname, 'format-process.js'));
const readFormatted = cache === undefined ? reader : cachedReader(reader, cache);

const indexes = new Map<string, MiniSearchIndex>();

function indexOf(folder: string): MiniSearchIndex {
  const index = indexes.get(folder) ?? new MiniSearchIndex();
  indexes.set(folder, index);
  return index;
}

type Answer = WorkerAnswers[keyof WorkerAnswers];

async function answer(request: WorkerRequest): Promise<Answer> {
  switch (request.kind) {
    case 'read':
      return read(request);
    case 'actors':
      return readActors(request.text);
    case 'remove':
      await indexOf(request.folder).remove(request.path);
      return null;
    case 'search':
      return indexOf(request.folder).search(request.query, request.limit);
    case 'forget':
      indexes.delete(request.folder);
      return null;
  }
}

async function read(request: WorkerRequest & { kind: 'read' }): Promise<WorkerAnswers['read']> {
  const { folder, root, path, text, maximumSize, overrides, about } = request;
  const source =
    text === undefined
      ? await readSourceFile(root, path, { maximumSize, overrides, readFormatted })
      : readSourceText(path, text, overrides);
  if (isFailure(source)) {
    await indexOf(folder).remove(path);
    return source;
  }
  await indexOf(folder).put(
    path,
    source.passages.map((passage) => ({ n: passage.n, text: readingOf(source, passage) })),
    [aboutOf(source.metadata), about].join(' '),
  );
  return { ...source, grams: sampledGrams(source) };
}

parentPort?.on('message', ({ id, content }: Numbered<WorkerRequest>) => {
  const reply = (message: WorkerReply) => parentPort?.postMessage(message);
  answer(content).then(
    (value) => reply({ id, answer: value }),
    (error: unknown) =>
      reply({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

import * as nodePath from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import {
  aboutOf,
  gramTableInSteps,
  readActors,
  readingOf,
  type IndexedSource,
  type SourceText,
} from '#corpus-index';
import { cachedReader } from '../ingest/document-cache';
import { formatReader } from '../ingest/format-reader';
import { fingerprintOf, keptIndexes } from '../ingest/kept-index';
import { isFailure, readSourceText } from '../ingest/read-source';
import { readSourceFile } from '../ingest/source-files';
import { version } from '../language/version';
import { engineFor } from './search-engine';
import { SearchIndexes } from './search-indexes';
import { collectGarbageSoon } from './collect-garbage';
import { inSlices } from './in-slices';
import { toSend } from './sent-source';
import { sharedMemory } from './shared-memory';
import type {
  IndexLost,
  Numbered,
  WorkerAnswers,
  WorkerData,
  WorkerReply,
  WorkerRequest,
} from './worker-messages';

/** Reads, splits and indexes sources beside the server's thread, which goes on answering meanwhile. */
const { cache } = (workerData ?? {}) as WorkerData;
const reader = formatReader(nodePath.join(__dirname, 'format-process.js'));
const readFormatted = cache === undefined ? reader : cachedReader(reader, cache);

const kept = cache === undefined ? undefined : keptIndexes(nodePath.join(cache, 'search'), version);
const indexes = new SearchIndexes(kept, {
  failed: (error) => {
    console.error(`The search index could not be kept: ${String(error)}`);
  },
  lost: (folder, error) => {
    const notice: IndexLost = { folder, detail: error instanceof Error ? error.message : String(error) };
    parentPort?.postMessage({ notice } satisfies WorkerReply);
  },
});

type Answer = WorkerAnswers[keyof WorkerAnswers];

async function answer(request: WorkerRequest): Promise<Answer> {
  switch (request.kind) {
    case 'read':
      return read(request);
    case 'actors':
      return readActors(request.text);
    case 'join-grams':
      collectGarbageSoon();
      return inSlices(gramTableInSteps(request.parts, sharedMemory().numbers));
    case 'remove':
      await indexes.change(request.folder, (index) => index.remove([request.path]));
      return null;
    case 'retain':
      return retain(request);
    case 'search':
      return indexes.search(request.folder, request.query, request.limit);
    case 'forget':
      await indexes.forget(request.folder);
      return null;
  }
}

async function retain(request: WorkerRequest & { kind: 'retain' }): Promise<WorkerAnswers['retain']> {
  const { folder, root, paths, searchIndex } = request;
  const engine =
    searchIndex === 'auto' ? ((await indexes.wanted(folder)) ?? (await engineFor(root, paths))) : searchIndex;
  const failure = await indexes.use(folder, engine);
  await indexes.change(folder, (index) => index.retain(paths));
  return failure ?? null;
}

async function read(request: WorkerRequest & { kind: 'read' }): Promise<WorkerAnswers['read']> {
  const { folder, root, path, text, maximumSize, overrides, about } = request;
  const source =
    text === undefined
      ? await readSourceFile(root, path, { maximumSize, overrides, readFormatted })
      : readSourceText(path, text, overrides);
  if (isFailure(source)) {
    await indexes.change(folder, (index) => index.remove([path]));
    return source;
  }
  collectGarbageSoon();
  const indexed = indexedSource(source, about);
  await indexes.change(folder, (index) => index.put([indexed]));
  return toSend(source);
}

function indexedSource(source: SourceText, about: string): IndexedSource {
  const content = {
    path: source.path,
    passages: source.passages.map((passage) => ({ n: passage.n, text: readingOf(source, passage) })),
    about: [aboutOf(source.metadata), about].join(' '),
  };
  return { ...content, fingerprint: fingerprintOf(content) };
}

parentPort?.on('message', ({ id, content }: Numbered<WorkerRequest>) => {
  const reply = (message: WorkerReply) => parentPort?.postMessage(message);
  answer(content).then(
    (value) => reply({ id, answer: value }),
    (error: unknown) =>
      reply({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

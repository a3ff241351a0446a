import { parentPort } from 'node:worker_threads';
import type { SourceDocument } from '#corpus-index';
import type { FormatReply, FormatRequest } from './format-messages';
import type { ReadFormat } from './formats';
import { languageOf } from './readers/language';
import type { ReadingProblem } from './readers/reading-problem';

/**
 * Reads files of formats other than text, in a thread of its own that can be ended: what a file does here, it does to nobody else.
 * Each reader is loaded with the first file that needs it.
 */
const READERS: Readonly<
  Record<ReadFormat, () => Promise<{ read(bytes: Uint8Array, ending: string): Promise<SourceDocument> }>>
> = {
  html: () => import('./readers/html'),
  pdf: () => import('./readers/pdf'),
  docx: () => import('./readers/docx'),
  epub: () => import('./readers/epub'),
  odt: () => import('./readers/odt'),
  email: () => import('./readers/email'),
};

/** Nothing here has business with the network: not even a library's fault is to reach it. No reader loads a module that could. */
for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'])
  Reflect.deleteProperty(globalThis, name);

async function read({ format, bytes, ending }: FormatRequest): Promise<SourceDocument> {
  const reader = await READERS[format]();
  const document = await reader.read(bytes, ending);
  const language = document.metadata.language ?? languageOf(document.text);
  return language === undefined ? document : { ...document, metadata: { ...document.metadata, language } };
}

parentPort?.on('message', (request: FormatRequest) => {
  const { id } = request;
  const reply = (message: FormatReply) => parentPort?.postMessage(message);
  read(request).then(
    (document) => {
      reply({ id, document });
    },
    (error: unknown) => {
      reply({ id, ...problemOf(error) });
    },
  );
});

/** What a reader did not foresee is a fault of the file's as far as anybody can tell: libraries throw at broken ones. */
function problemOf(error: unknown): Pick<ReadingProblem, 'code' | 'detail'> {
  if (error instanceof RangeError) return { code: 'too-complex', detail: error.message };
  if (error instanceof Error && 'code' in error && 'detail' in error) return error as ReadingProblem;
  return { code: 'damaged', detail: error instanceof Error ? error.message : String(error) };
}

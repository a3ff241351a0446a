import { parentPort } from 'node:worker_threads';
import { ReferencePrinter, type StyleText } from '../language/references/print-references';
import type { PrintAnswers, PrintRequest } from './references-messages';
import type { Numbered, WorkerReply } from './worker-messages';

/** Prints references beside the server's thread: a style is a program of a stranger's, and may take its time. */
let latest: { readonly key: string; readonly printer: ReferencePrinter } | undefined;

/** To set a style up takes longer than to print with it: the last one is kept. */
function printerFor(style: StyleText): ReferencePrinter {
  const key = JSON.stringify([style.style, style.language, Object.keys(style.locales)]);
  if (latest?.key !== key) latest = { key, printer: new ReferencePrinter(style) };
  return latest.printer;
}

async function answer(request: PrintRequest): Promise<PrintAnswers[keyof PrintAnswers]> {
  if (request.kind === 'read') {
    const { readReferences } = await import('../language/references/exchange');
    return readReferences(request.text, request.name);
  }
  const printer = printerFor(request.style);
  return request.kind === 'draft'
    ? printer.print(request.items, request.groups)
    : printer.references(request.items);
}

parentPort?.on('message', ({ id, content }: Numbered<PrintRequest>) => {
  const reply = (message: WorkerReply) => parentPort?.postMessage(message);
  answer(content).then(
    (answered) => reply({ id, answer: answered }),
    (error: unknown) => {
      latest = undefined;
      reply({ id, error: error instanceof Error ? error.message : String(error) });
    },
  );
});

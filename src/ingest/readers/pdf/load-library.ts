import type * as Library from 'pdfjs-dist/legacy/build/pdf.mjs';
import { BoundedDecompression } from './unpacking';

/**
 * The library draws pages as well, for which it wants these of a browser the moment it is loaded. Nothing is drawn here: they
 * need only be there.
 */
function Unused(): void {
  // Nobody calls it.
}

let library: Promise<typeof Library> | undefined;

/** pdf.js with its worker's half in the same thread, as this is a thread of its own already. */
export function loadLibrary(): Promise<typeof Library> {
  library ??= load();
  return library;
}

async function load(): Promise<typeof Library> {
  const scope = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) scope[name] ??= Unused;
  scope['DecompressionStream'] = BoundedDecompression;
  // @ts-expect-error -- the worker's half has no types; the library looks for it under this name.
  scope['pdfjsWorker'] = (await import('pdfjs-dist/legacy/build/pdf.worker.mjs')) as unknown;
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

import { inflateSync } from 'node:zlib';

/** What a stream may unpack to at once; in bytes. No page of words has as much. */
const MOST = 64 * 1024 * 1024;

/**
 * Stands in for the `DecompressionStream` with which pdf.js unpacks, which knows no limit: a bomb would fill hundreds of megabytes
 * between two looks at the memory. What comes to more than a stream may have ends with an error here; pdf.js then unpacks it
 * by its own code, bit by bit, and the limit of memory is noticed in time.
 */
export function BoundedDecompression(format: string): TransformStream<Uint8Array, Uint8Array> {
  if (format !== 'deflate') throw new TypeError(`Unsupported: ${format}`);
  return new TransformStream({
    // All of a stream comes as one piece.
    transform: (bytes: Uint8Array, controller) => {
      controller.enqueue(inflateSync(bytes, { maxOutputLength: MOST }));
    },
  });
}

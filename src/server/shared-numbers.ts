import type { MakeNumbers } from '#corpus-index';

/** Numbers that every thread sees which they are sent to: nothing is copied. */
export const sharedNumbers: MakeNumbers = (length) =>
  new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT));

/** Bytes of a slab. */
const SLAB = 4 * 1024 * 1024;

/** What is larger has memory of its own. */
const LARGEST = SLAB / 4;

/** Makes arrays, all zeros, over memory that every thread sees which they are sent to: nothing is copied. */
export interface SharedMemory {
  readonly bytes: (length: number) => Uint8Array;
  readonly numbers: (length: number) => Uint32Array;
}

/**
 * What is made in the same slab should be of use for about as long: a slab is given back when nobody has anything of it any more. Each
 * by itself, between much that is needed only for a moment, would keep the system from getting the memory around it back.
 */
export function sharedMemory(): SharedMemory {
  let slab = new SharedArrayBuffer(0);
  let used = 0;
  const place = (length: number): readonly [SharedArrayBuffer, number] => {
    if (length > LARGEST) return [new SharedArrayBuffer(length), 0];
    if (used + length > slab.byteLength) {
      slab = new SharedArrayBuffer(SLAB);
      used = 0;
    }
    const at = used;
    // Numbers begin where four bytes do.
    used += Math.ceil(length / 4) * 4;
    return [slab, at];
  };
  return {
    bytes: (length) => new Uint8Array(...place(length), length),
    numbers: (length) => new Uint32Array(...place(4 * length), length),
  };
}

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** When nothing was read for so long, what was needed for it is given back; in milliseconds. */
const REST = 3000;

let resting: NodeJS.Timeout | undefined;
let collect: (() => void) | undefined;

/**
 * Something was read or made: when nothing has been for a while, what this thread has no more use for is given back. V8 does that by
 * itself where its own heap grows; memory that threads share it does not count, and of a thread with nothing to do no heap grows. It
 * holds the thread as long as a full collection takes: 28 to 200 ms were seen at 100,000 passages, on a machine with much else to do.
 */
export function collectGarbageSoon(): void {
  clearTimeout(resting);
  resting = setTimeout(() => {
    collect ??= collector();
    collect();
  }, REST).unref();
}

function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const made = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  return made;
}

import { emptyLock, readLock, writeLock, type Lock, type LockReading } from '#corpus-index';
import type { ReadFailure } from './failure';
import { readKept, updateKept, type KeptUpdate } from './kept-file';

/** Relative to the writer's folder. */
export const LOCK_FILE = '.sourcewright/anchors.json';

/** The lock as it lies on disk, and its text for positions in it. */
export interface LockFile extends LockReading {
  /** Undefined where there is no file. */
  readonly text?: string;
  /** The file is there and cannot be read. */
  readonly failure?: ReadFailure;
}

/** Reads the lock of a folder. Where there is none, it is empty. */
export async function readLockFile(root: string): Promise<LockFile> {
  const { text, failure } = await readKept(root, LOCK_FILE);
  if (failure) return { lock: emptyLock, failure };
  return text === undefined ? { lock: emptyLock } : { ...readLock(text), text };
}

/** Makes another lock of the one on disk; undefined where that is to stay as it is, even if it is broken. */
export type LockChange = (lock: Lock) => Lock | undefined;

export interface LockUpdate extends KeptUpdate {
  readonly lock: Lock;
}

/** Changes the lock on disk, one process after the other: see `updateKept`. A broken one is kept aside. */
export async function updateLockFile(root: string, change: LockChange): Promise<LockUpdate> {
  let lock = emptyLock;
  const update = await updateKept(root, LOCK_FILE, (text) => {
    const before: LockReading = text === undefined ? { lock: emptyLock } : readLock(text);
    const changed = change(before.lock);
    lock = changed ?? before.lock;
    if (!changed || (text === undefined && isEmpty(changed))) return undefined;
    return { text: writeLock(changed), keepAside: before.broken !== undefined };
  });
  return { lock, ...update };
}

const isEmpty = ({ quotations, others }: Lock): boolean => quotations.length + others.length === 0;

/** What is wrong with a lock on disk, and what to do; the same in the editor and on the command line. */
export function describeLockProblem({ broken, failure }: LockFile): string | undefined {
  if (failure)
    return (
      `The lock of quotations cannot be read (${failure.detail}), so nothing was compared with it. ` +
      'See that it is a plain file that you may read and write.'
    );
  if (broken === undefined) return undefined;
  return (
    `This is no lock of quotations (${broken}); what could be read of it counts. ` +
    'Mend it, or lock the quotations again: the file is then kept aside and written anew.'
  );
}

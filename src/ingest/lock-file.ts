import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { emptyLock, readLock, writeLock, type Lock, type LockReading } from '#corpus-index';
import { failureOf, type ReadFailure } from './failure';

/** Relative to the writer's folder. */
export const LOCK_FILE = '.sourcewright/anchors.json';

/** A write under way that is older is one whose process has died; in milliseconds. Writing takes a few. */
const DEAD = 10_000;

/** Another process that writes is waited for, so often looked after; in milliseconds. */
const LOOK = 25;

/** So often a file that is being read is tried to be replaced. */
const MOST_TRIES = 20;

/** The lock as it lies on disk, and its text for positions in it. */
export interface LockFile extends LockReading {
  /** Undefined where there is no file. */
  readonly text?: string;
  /** The file is there and cannot be read. */
  readonly failure?: ReadFailure;
}

/** Reads the lock of a folder. Where there is none, it is empty. */
export async function readLockFile(root: string): Promise<LockFile> {
  try {
    if (await isLink(root)) return { lock: emptyLock, failure: LINK };
    const text = await fs.readFile(nodePath.join(root, LOCK_FILE), 'utf8');
    return { ...readLock(text), text };
  } catch (error) {
    const failure = failureOf(LOCK_FILE, error);
    return failure.code === 'gone' ? { lock: emptyLock } : { lock: emptyLock, failure };
  }
}

const LINK: ReadFailure = { path: LOCK_FILE, code: 'not-permitted', detail: 'it is a link' };

/** Whether the lock or its folder is a link: nothing is read, copied or written behind one, wherever it leads. */
async function isLink(root: string): Promise<boolean> {
  const paths = [nodePath.dirname(LOCK_FILE), LOCK_FILE].map((path) => nodePath.join(root, path));
  const stats = await Promise.all(paths.map((path) => fs.lstat(path).catch(() => undefined)));
  return stats.some((stat) => stat?.isSymbolicLink() === true);
}

/** Makes another lock of the one on disk; undefined where that is to stay as it is, even if it is broken. */
export type LockChange = (lock: Lock) => Lock | undefined;

export interface LockUpdate {
  readonly lock: Lock;
  /** Whether the file has another text than before. */
  readonly written: boolean;
  /** The name of the file that a broken lock was kept aside as. */
  readonly keptAside?: string;
}

/**
 * Changes the lock on disk: reads it, lets `change` make another one of it, and puts that in its place as a whole, so that nobody
 * ever reads half a file. Two that do so at once (windows, or the command line beside the editor) wait for each other: whoever
 * creates the new file under its temporary name goes first, the other reads what came of it. Rejects with the system's error
 * where the folder cannot be written.
 */
export async function updateLockFile(root: string, change: LockChange): Promise<LockUpdate> {
  const file = nodePath.join(root, LOCK_FILE);
  if (await isLink(root)) throw new Error(LINK.detail);
  const madeFolder = await fs.mkdir(nodePath.dirname(file), { recursive: true });
  const fresh = `${file}.new`;
  await createAlone(fresh);
  try {
    const update = await prepare(root, fresh, change);
    if (!update.written) await fs.rm(fresh);
    else await replace(file, fresh);
    return update;
  } catch (error) {
    await fs.rm(fresh, { force: true });
    throw error;
  } finally {
    if (madeFolder !== undefined) await fs.rmdir(nodePath.dirname(file)).catch(() => undefined);
  }
}

/** Writes the changed lock under its temporary name, if it is another one than before. */
async function prepare(root: string, fresh: string, change: LockChange): Promise<LockUpdate> {
  const before = await readLockFile(root);
  if (before.failure) throw new Error(before.failure.detail);
  const lock = change(before.lock);
  if (!lock) return { lock: before.lock, written: false };
  const text = writeLock(lock);
  if (text === before.text || (before.text === undefined && isEmpty(lock))) return { lock, written: false };
  const handle = await fs.open(fresh, 'r+');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  const keptAside = before.broken === undefined ? undefined : await keepAside(nodePath.join(root, LOCK_FILE));
  return { lock, written: true, ...(keptAside !== undefined && { keptAside }) };
}

/** Puts `fresh` in the place of `file`. Windows refuses while somebody reads the file: then a little later. */
async function replace(file: string, fresh: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await fs.rename(fresh, file);
      return;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if ((code !== 'EPERM' && code !== 'EBUSY' && code !== 'EACCES') || tries === MOST_TRIES) throw error;
      await pause(LOOK);
    }
  }
}

const isEmpty = ({ quotations, others }: Lock): boolean => quotations.length + others.length === 0;

/** Creates a file that does not exist; waits while another process has it, unless that process has died. */
async function createAlone(file: string): Promise<void> {
  for (;;) {
    try {
      await fs.writeFile(file, '', { flag: 'wx' });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const age = await fs.stat(file).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > DEAD) await fs.rm(file, { force: true });
    else await pause(LOOK);
  }
}

/** Copies a broken lock to the first free name; it stays in its place until the new one takes it. */
async function keepAside(file: string): Promise<string> {
  for (let n = 1; ; n++) {
    const name = `anchors.broken-${n}.json`;
    try {
      await fs.copyFile(file, nodePath.join(nodePath.dirname(file), name), fs.constants.COPYFILE_EXCL);
      return name;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

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

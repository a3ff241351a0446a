import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { failureOf, type ReadFailure } from './failure';

/** A write under way that is older is one whose process has died; in milliseconds. Writing takes a few. */
const DEAD = 10_000;

/** Another process that writes is waited for, so often looked after; in milliseconds. */
const LOOK = 25;

/** So often a file that is being read is tried to be replaced. */
const MOST_TRIES = 20;

/** A file of ours in the writer's folder, as it lies on disk. */
export interface KeptText {
  /** Undefined where there is no file. */
  readonly text?: string;
  /** The file is there and cannot be read. */
  readonly failure?: ReadFailure;
}

/** Reads a file that Sourcewright keeps; `path` is relative to `root`. */
export async function readKept(root: string, path: string): Promise<KeptText> {
  try {
    if (await isLink(root, path)) return { failure: linkAt(path) };
    return { text: await fs.readFile(nodePath.join(root, path), 'utf8') };
  } catch (error) {
    const failure = failureOf(path, error);
    return failure.code === 'gone' ? {} : { failure };
  }
}

const linkAt = (path: string): ReadFailure => ({ path, code: 'not-permitted', detail: 'it is a link' });

/** Whether the file or a folder on its way is a link: nothing is read, copied or written behind one, wherever it leads. */
async function isLink(root: string, path: string): Promise<boolean> {
  const steps = path.split('/');
  const paths = steps.map((_, at) => nodePath.join(root, ...steps.slice(0, at + 1)));
  const stats = await Promise.all(paths.map((one) => fs.lstat(one).catch(() => undefined)));
  return stats.some((stat) => stat?.isSymbolicLink() === true);
}

/** What a kept file is to be, made from what it is. */
export interface KeptChange {
  readonly text: string;
  /** What is in its place is broken, and is to stay under another name. */
  readonly keepAside: boolean;
}

export interface KeptUpdate {
  /** Whether the file has another text than before. */
  readonly written: boolean;
  /** The name of the file that a broken one was kept aside as. */
  readonly keptAside?: string;
}

/**
 * Changes a kept file: reads it, lets `change` make another one of it (undefined: it stays as it is), and puts that in its place
 * as a whole, so that nobody ever reads half a file. Two that do so at once (windows, or the command line beside the editor)
 * wait for each other: whoever creates the new file under its temporary name goes first, the other reads what came of it.
 * Rejects with the system's error where the folder cannot be written.
 */
export async function updateKept(
  root: string,
  path: string,
  change: (text: string | undefined) => KeptChange | undefined,
): Promise<KeptUpdate> {
  const file = nodePath.join(root, path);
  if (await isLink(root, path)) throw new Error(linkAt(path).detail);
  const madeFolder = await fs.mkdir(nodePath.dirname(file), { recursive: true });
  const fresh = `${file}.new`;
  await createAlone(fresh);
  try {
    const update = await prepare(root, path, fresh, change);
    if (!update.written) await fs.rm(fresh);
    else await replace(file, fresh);
    return update;
  } catch (error) {
    await fs.rm(fresh, { force: true });
    throw error;
  } finally {
    if (madeFolder !== undefined) await removeEmpty(nodePath.dirname(file), madeFolder);
  }
}

/** Writes the changed text under its temporary name, if it is another one than before. */
async function prepare(
  root: string,
  path: string,
  fresh: string,
  change: (text: string | undefined) => KeptChange | undefined,
): Promise<KeptUpdate> {
  const before = await readKept(root, path);
  if (before.failure) throw new Error(before.failure.detail);
  const changed = change(before.text);
  if (!changed || changed.text === before.text) return { written: false };
  const handle = await fs.open(fresh, 'r+');
  try {
    await handle.writeFile(changed.text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  const keptAside = changed.keepAside ? await keepAside(nodePath.join(root, path)) : undefined;
  return { written: true, ...(keptAside !== undefined && { keptAside }) };
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

/** Copies a broken file to the first free name; it stays in its place until the new one takes it. */
async function keepAside(file: string): Promise<string> {
  const { dir, name, ext } = nodePath.parse(file);
  for (let n = 1; ; n++) {
    const aside = `${name}.broken-${n}${ext}`;
    try {
      await fs.copyFile(file, nodePath.join(dir, aside), fs.constants.COPYFILE_EXCL);
      return aside;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Removes the folders that were made, from `folder` up to `first`, as long as nothing is in them. */
async function removeEmpty(folder: string, first: string): Promise<void> {
  for (let at = folder; at.length >= first.length; at = nodePath.dirname(at)) {
    const isGone = await fs.rmdir(at).then(
      () => true,
      () => false,
    );
    if (!isGone) return;
  }
}

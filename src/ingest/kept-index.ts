import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import { DiskIndex, openDiskIndex } from './disk-index/disk-index';
import { removeDatabase, type DiskFailure } from './disk-index/open-database';
import { MemoryIndex, readSegment, segmentBytes, type IndexedSource, type Segment } from '#corpus-index';

/** The indexes of so many folders are kept; those not used for longest go first. */
const MOST_KEPT = 20;

/** A file half written that is older was left by a process that has died; in milliseconds. */
const DEAD = 3_600_000;

/** How the file of an index on disk ends. */
const DISK = '.sqlite';

/** Bytes of the digest behind the segment. */
const DIGEST = 32;

export interface KeptIndexes {
  /**
   * The index that was kept for a corpus; undefined where there is none. What another version of the program wrote, what is not
   * whole or was changed is thrown away.
   */
  readonly read: (corpus: string) => Promise<MemoryIndex | undefined>;
  /** Keeps an index that was joined into one segment. Rejects with the system's error where that cannot be. */
  readonly keep: (corpus: string, segment: Segment) => Promise<void>;
  /** The index on disk of a corpus, begun anew where none is kept or what was kept is of no use; or why there can be none. */
  readonly openDisk: (corpus: string) => Promise<DiskIndex | DiskFailure>;
  readonly removeDisk: (corpus: string) => void;
}

/** Search indexes as files of a folder, one for each corpus. `program`: its version, as another may read words otherwise. */
export function keptIndexes(folder: string, program: string): KeptIndexes {
  // Which letters there are, the runtime knows.
  const madeBy = `${program} ${process.versions['unicode'] ?? ''}\n`;
  const digestOf = (bytes: Uint8Array) => createHash('sha256').update(madeBy).update(bytes).digest();
  const fileOf = (corpus: string, ending = '.index') =>
    nodePath.join(folder, `${createHash('sha256').update(corpus).digest('hex')}${ending}`);
  return {
    read: async (corpus) => {
      const content = await fs.readFile(fileOf(corpus)).catch(() => undefined);
      if (!content) return undefined;
      const bytes = content.subarray(0, Math.max(0, content.length - DIGEST));
      const isWhole = digestOf(bytes).equals(content.subarray(bytes.length));
      const segment = isWhole ? readSegment(bytes) : undefined;
      if (segment) return MemoryIndex.of(segment);
      await fs.rm(fileOf(corpus), { force: true }).catch(() => undefined);
      return undefined;
    },
    keep: async (corpus, segment) => {
      const bytes = segmentBytes(segment);
      const half = `${fileOf(corpus)}.${process.pid}.part`;
      await fs.mkdir(folder, { recursive: true });
      // Under another name first, so that nobody reads half of it.
      await fs.writeFile(half, [bytes, digestOf(bytes)]);
      await fs.rename(half, fileOf(corpus));
      await prune(folder);
    },
    openDisk: async (corpus) => {
      const file = fileOf(corpus, DISK);
      const index = openDiskIndex(file, program);
      if (!(index instanceof DiskIndex)) return index;
      // It is in use now, whether something will be written or not. Where that cannot be noted or made room for, nothing is lost.
      const now = new Date();
      await fs.utimes(file, now, now).catch(() => undefined);
      await prune(folder).catch(() => undefined);
      return index;
    },
    removeDisk: (corpus) => {
      removeUnlessInUse(fileOf(corpus, DISK));
    },
  };
}

/** Tells what a source gives to the index from anything else that it may give. */
export function fingerprintOf({ about, passages }: IndexedSource): string {
  const hash = createHash('sha256').update(`${about}\0`);
  for (const { n, text } of passages) hash.update(`${n} ${text.length} ${text}\0`);
  return hash.digest('base64');
}

async function prune(folder: string): Promise<void> {
  const files = await Promise.all(
    (await fs.readdir(folder)).map(async (name) => {
      const path = nodePath.join(folder, name);
      return { path, changed: (await fs.stat(path)).mtimeMs };
    }),
  );
  const kept = files.filter(({ path }) => path.endsWith('.index') || path.endsWith(DISK));
  const oldest = kept.sort((a, b) => b.changed - a.changed).slice(MOST_KEPT);
  const dead = files.filter(({ path, changed }) => path.endsWith('.part') && changed < Date.now() - DEAD);
  for (const { path } of [...oldest, ...dead]) removeUnlessInUse(path);
}

function removeUnlessInUse(path: string): void {
  try {
    removeDatabase(path);
  } catch {
    // Another process has it open (Windows): it goes with the oldest ones one day.
  }
}

import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';

/** SHA-256 of files' bytes as they lie on disk, as `sha256sum` prints it, by path; without those that cannot be read. */
export async function fileHashes(
  root: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>();
  // One after the other: sources can be large.
  for (const path of paths) {
    const bytes = await fs.readFile(nodePath.join(root, path)).catch(() => undefined);
    if (bytes) hashes.set(path, createHash('sha256').update(bytes).digest('hex'));
  }
  return hashes;
}

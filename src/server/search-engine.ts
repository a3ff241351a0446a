import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import type { SearchEngine } from './search-indexes';

/** Bytes of all sources from which on the index is on disk: docs/architecture.md tells why. */
const LARGE = 1_500_000_000;

/** So many files are looked at together. */
const AT_ONCE = 64;

/** The engine of a folder's index where its setting leaves that open: by the size of its files. */
export async function engineFor(root: string, paths: readonly string[]): Promise<SearchEngine> {
  let bytes = 0;
  for (let at = 0; at < paths.length && bytes < LARGE; at += AT_ONCE) {
    const sizes = paths.slice(at, at + AT_ONCE).map((path) => sizeOf(nodePath.join(root, path)));
    for (const size of await Promise.all(sizes)) bytes += size;
  }
  return bytes < LARGE ? 'memory' : 'disk';
}

/** A file that is gone has no size. */
const sizeOf = (file: string): Promise<number> =>
  fs.stat(file).then(
    ({ size }) => size,
    () => 0,
  );

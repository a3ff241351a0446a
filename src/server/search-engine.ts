import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import { formatOf, isReadAsWritten } from '../ingest/formats';
import type { SearchEngine } from './search-indexes';

/** Bytes of text from which on the index is on disk, about a million passages: docs/architecture.md tells why. */
const LARGE = 500_000_000;

/** Of a page or a document so much is text, at most times. */
const SHARE_OF_TEXT = 0.1;

/** So many files are looked at together. */
const AT_ONCE = 64;

/** The engine of a folder's index where its setting leaves that open: by the size of its files. */
export async function engineFor(root: string, paths: readonly string[]): Promise<SearchEngine> {
  let bytes = 0;
  for (let at = 0; at < paths.length && bytes < LARGE; at += AT_ONCE) {
    const some = paths.slice(at, at + AT_ONCE).map((path) => textIn(root, path));
    for (const size of await Promise.all(some)) bytes += size;
  }
  return bytes < LARGE ? 'memory' : 'disk';
}

/** About how much text a file has, in bytes; none where it is gone. */
async function textIn(root: string, path: string): Promise<number> {
  const format = formatOf(path);
  const share = format !== undefined && isReadAsWritten(format) ? 1 : SHARE_OF_TEXT;
  return fs.stat(nodePath.join(root, path)).then(
    ({ size }) => size * share,
    () => 0,
  );
}

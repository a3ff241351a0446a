import type { NoDisk } from './search-indexes';

/** What a person is told whose search index is in memory, where it was to be on disk. */
export function describeNoDisk(folder: string, { code, detail }: NoDisk): string {
  const what = `The search index of “${folder}” is kept in memory`;
  switch (code) {
    case 'no-sqlite':
      return `${what}, not on disk: ${detail} has no SQLite with full-text search. Update VS Code, or set “sourcewright.searchIndex” to “memory”.`;
    case 'in-use':
      return `${what}: another window uses the one on disk. Nothing is lost by that; each window takes its own memory.`;
    case 'no-place':
      return `${what}: this editor names no folder in which it could be on disk.`;
    case 'failed':
      return `${what}, as it could not be opened on disk: ${detail}. When that is mended, run “Sourcewright: Restart”.`;
  }
}

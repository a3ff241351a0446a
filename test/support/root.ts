import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The repository's root folder, wherever the bundle that asks was put. */
export const repositoryRoot = findRoot(__dirname);

function findRoot(from: string): string {
  if (isRoot(from)) return from;
  const parent = path.dirname(from);
  if (parent === from) throw new Error('These tests run inside the repository only.');
  return findRoot(parent);
}

function isRoot(dir: string): boolean {
  try {
    const manifest = JSON.parse(readFileSync(path.join(dir, 'package.json'), 'utf8')) as { name?: string };
    return manifest.name === 'sourcewright';
  } catch {
    return false;
  }
}

// The extension as it would be packaged, but as a folder: what VS Code loads as "under development" in tests.
// Not the repository itself: VS Code treats every extension below such a folder as one being developed, and its own
// built-in ones (from npm, or downloaded) stand below the repository. It then even chooses its theme accordingly.
import { cpSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { inRoot, root } from './root.mjs';

/** Where test/support/window/shared-host.ts and host-suite.mjs find it. */
export const DEVELOPMENT_COPY = inRoot('dist', 'development');

export function copyForDevelopment() {
  rmSync(DEVELOPMENT_COPY, { recursive: true, force: true });
  const lines = readFileSync(inRoot('.vscodeignore'), 'utf8').split('\n');
  const packaged = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  for (const file of globSync(packaged, { cwd: root }))
    cpSync(inRoot(file), path.join(DEVELOPMENT_COPY, file), { recursive: true });
}

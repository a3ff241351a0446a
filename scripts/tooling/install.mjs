// What every command needs first. Imports nothing that has yet to be installed.
import { statSync } from 'node:fs';
import { run } from './command.mjs';
import { inRoot } from './root.mjs';

/** Installs the packages where they are missing or older than the lock file. */
export async function installPackages() {
  const stamp = statSync(inRoot('node_modules', '.package-lock.json'), { throwIfNoEntry: false });
  if (stamp && stamp.mtimeMs >= statSync(inRoot('package-lock.json')).mtimeMs) return;
  console.log('Installing packages (npm ci) ...');
  if ((await run('npm', ['ci', '--loglevel=error'])) !== 0) throw new Error('npm ci failed');
}

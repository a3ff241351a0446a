// Makes this folder ready to run: packages, links, browser. Quick when there is nothing to do.
import { spawnSync } from 'node:child_process';
import { installModules, linkModules } from './modules.mjs';
import { findNode } from './node.mjs';
import { HostError } from './paths.mjs';

/** For a person's own browser: VS Code's server only. */
export function prepareServer() {
  installModules();
  linkModules();
  findNode();
}

/** For tests: also a browser to drive. */
export async function prepareHost() {
  prepareServer();
  // Only now: it imports what the line above may have installed.
  const { NO_BROWSER, findBrowser } = await import('./browser.mjs');
  if (await findBrowser()) return;
  installBrowser();
  if (!(await findBrowser())) throw new HostError(NO_BROWSER);
}

/** Debian's Chromium, for a machine where the one from npm does not run. */
function installBrowser() {
  if (process.platform !== 'linux' || !succeeds('apt-get', ['--version'])) return;
  const root = process.getuid?.() === 0;
  if (!root && !succeeds('sudo', ['-n', 'true'])) return;
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
  ]) {
    const [command, ...rest] = [...(root ? [] : ['sudo', '-n']), 'apt-get', ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync(/** @type {string} */ (command), rest, { stdio: 'inherit', env });
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function succeeds(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

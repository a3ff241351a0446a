// The desktop VS Code of this machine, started with a profile of its own.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Window
 * @property {string} vsix the extension to install
 * @property {string} folder
 * @property {string | undefined} [file] shown at once
 * @property {string} userDataDir
 * @property {string} extensionsDir
 */

const WINDOWS = process.platform === 'win32';

/** `code` on the PATH, or where its installers put it; undefined where no window could be shown. */
export function findDesktopCode() {
  const headless = !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
  if (process.platform === 'linux' && headless) return undefined;
  const name = WINDOWS ? 'code.cmd' : 'code';
  const onPath = (process.env['PATH'] ?? '').split(path.delimiter).map((dir) => path.join(dir, name));
  return [...onPath, ...usualPlaces()].find((file) => existsSync(file));
}

function usualPlaces() {
  if (process.platform === 'darwin')
    return ['/Applications', path.join(process.env['HOME'] ?? '', 'Applications')].map((dir) =>
      path.join(dir, 'Visual Studio Code.app', 'Contents', 'Resources', 'app', 'bin', 'code'),
    );
  if (!WINDOWS) return ['/snap/bin/code', '/usr/share/code/bin/code'];
  const { LOCALAPPDATA, PROGRAMFILES } = process.env;
  const bases = [LOCALAPPDATA && path.join(LOCALAPPDATA, 'Programs'), PROGRAMFILES];
  return bases.flatMap((dir) => (dir ? [path.join(dir, 'Microsoft VS Code', 'bin', 'code.cmd')] : []));
}

/**
 * Installs the extension, opens the window, and waits until it is closed or we are interrupted.
 * @param {string} code
 * @param {Window} window
 * @param {Promise<unknown>} interrupted
 */
export async function openOnDesktop(code, window, interrupted) {
  const profile = [
    `--user-data-dir=${window.userDataDir}`,
    `--extensions-dir=${window.extensionsDir}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // Electron refuses root otherwise
  ];
  const install = startable(code, [...profile, `--install-extension=${window.vsix}`]);
  if (spawnSync(install.command, install.args, { stdio: 'inherit', shell: WINDOWS }).status !== 0)
    throw new Error(`${code} did not install the extension`);
  console.log(`VS Code: ${code}. Close its window, or press Ctrl+C, to end.`);
  const files = [window.folder, ...(window.file ? [window.file] : [])];
  const open = startable(code, [...profile, '--new-window', '--wait', ...files]);
  const child = spawn(open.command, open.args, { stdio: 'inherit', shell: WINDOWS });
  const closed = new Promise((resolve) => {
    child.on('exit', resolve);
    child.on('error', resolve);
  });
  await Promise.race([closed, interrupted]);
  endMainProcess(window.userDataDir);
  await closed;
}

/**
 * On Windows `code` is a script: a shell starts it, and wants its arguments quoted.
 * @param {string} command
 * @param {string[]} args
 */
function startable(command, args) {
  const quote = (/** @type {string} */ text) => (WINDOWS ? `"${text}"` : text);
  return { command: quote(command), args: args.map(quote) };
}

/**
 * `code` only waits for VS Code's main process, which leaves its number in the profile.
 * @param {string} userDataDir
 */
function endMainProcess(userDataDir) {
  try {
    process.kill(Number(readFileSync(path.join(userDataDir, 'code.lock'), 'utf8')), 'SIGTERM');
  } catch {
    // it has ended already
  }
}

// The tests that run inside VS Code's extension host, and which VS Code that is.
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { TestRunFailedError, downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { DEVELOPMENT_COPY } from './development-copy.mjs';
import { inRoot } from './root.mjs';

/**
 * Runs them in an empty folder with a profile of its own.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the exit code
 */
export async function runHostSuite(env) {
  const temporary = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'sourcewright-host-'));
  const workspace = path.join(temporary, 'workspace');
  mkdirSync(workspace);
  try {
    return await runTests({
      vscodeExecutablePath: await chooseVSCode(),
      extensionDevelopmentPath: DEVELOPMENT_COPY,
      extensionTestsPath: inRoot('dist', 'test', 'editor', 'host', 'index.js'),
      extensionTestsEnv: env,
      launchArgs: [
        workspace,
        '--disable-extensions',
        `--user-data-dir=${path.join(temporary, 'user')}`,
        `--extensions-dir=${path.join(temporary, 'extensions')}`,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // Electron refuses root otherwise
      ],
    });
  } catch (error) {
    if (!(error instanceof TestRunFailedError)) console.error(error);
    return 1;
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * The desktop VS Code where one can be downloaded and shown, else the one from npm. SOURCEWRIGHT_VSCODE decides
 * otherwise: `npm`, or the path of an executable.
 */
async function chooseVSCode() {
  const wanted = process.env['SOURCEWRIGHT_VSCODE'];
  const fromNpm = inRoot('test', 'vscode-host', 'code.mjs');
  const version = npmVersion();
  if (wanted !== undefined && wanted !== 'npm') return chosen(wanted, wanted);
  const why = wanted === 'npm' ? 'asked for' : await downloadable(version);
  if (typeof why === 'string') return chosen(fromNpm, `${version} from npm (${why})`);
  return chosen(why.executable, `desktop, ${version}`);
}

/**
 * @param {string} version
 * @returns {Promise<string | { executable: string }>} or why not
 */
async function downloadable(version) {
  const headless = !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
  if (process.platform === 'linux' && headless) return 'no display for the desktop one';
  try {
    return {
      executable: await downloadAndUnzipVSCode({
        version,
        cachePath: inRoot('dist', 'vscode'),
        timeout: 10_000,
      }),
    };
  } catch (error) {
    return `the desktop one cannot be downloaded: ${error instanceof Error ? error.message : error}`;
  }
}

/**
 * @param {string} executable
 * @param {string} description
 */
function chosen(executable, description) {
  console.log(`VS Code: ${description}`);
  return executable;
}

/** The same version on the desktop and from npm, so that both mean the same. */
function npmVersion() {
  const manifest = inRoot('test/vscode-host/node_modules/code-server/lib/vscode/package.json');
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}

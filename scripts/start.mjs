// npm start: Sourcewright in a VS Code of its own, on a copy of examples/.
//   npm start -- DIR               opens DIR itself
//   npm start -- --browser         VS Code in the browser, also where there is a desktop one
//   npm start -- --port 8123       there, at this port
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { QUIET_SETTINGS } from '../test/vscode-host/quiet.mjs';
import { findDesktopCode, openOnDesktop } from './tooling/desktop-code.mjs';
import { installPackages } from './tooling/install.mjs';
import { inRoot } from './tooling/root.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { browser: { type: 'boolean', default: false }, port: { type: 'string', default: '0' } },
});
const asked = positionals[0];
// npm runs us in the repository; a relative path is meant from where the person stands.
const given = asked === undefined ? undefined : path.resolve(process.env['INIT_CWD'] ?? '.', asked);
if (given !== undefined && !statSync(given, { throwIfNoEntry: false })?.isDirectory())
  fail(`no such folder: ${given}`);

const temporary = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'sourcewright-start-'));
process.on('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));
const interrupted = new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
});

await installPackages();
console.log('Building ...');
const { VSIX, packageExtension } = await import('./tooling/vsix.mjs');
if (!packageExtension()) fail('the extension could not be built');

const window = {
  vsix: VSIX,
  ...(given === undefined ? copyOfExamples() : { folder: given }),
  ...freshProfile(),
};
const desktop = options.browser ? undefined : findDesktopCode();
if (desktop !== undefined) await openOnDesktop(desktop, window, interrupted);
else {
  const { openInBrowser } = await import('./tooling/browser-code.mjs');
  await openInBrowser({ ...window, stateDir: temporary, port: Number(options.port) }, interrupted);
}
process.exit();

/** To play with; the first draft opens at once. */
function copyOfExamples() {
  const folder = path.join(temporary, 'examples');
  cpSync(inRoot('examples'), folder, { recursive: true });
  console.log(`A copy of the examples: ${folder} (removed at the end)`);
  const draft = readdirSync(path.join(folder, 'drafts')).sort()[0];
  return { folder, file: draft && path.join(folder, 'drafts', draft) };
}

/** The person's own settings and extensions stay as they are. */
function freshProfile() {
  const dirs = {
    userDataDir: path.join(temporary, 'user'),
    extensionsDir: path.join(temporary, 'extensions'),
  };
  mkdirSync(path.join(dirs.userDataDir, 'User'), { recursive: true });
  writeFileSync(path.join(dirs.userDataDir, 'User', 'settings.json'), JSON.stringify(QUIET_SETTINGS));
  return dirs;
}

/**
 * @param {string} why
 * @returns {never}
 */
function fail(why) {
  console.error(`start: ${why}`);
  process.exit(1);
}

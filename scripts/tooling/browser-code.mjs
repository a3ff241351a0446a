// The VS Code from npm, for a person's own browser.
import { randomBytes } from 'node:crypto';
import { installExtension } from '../../test/vscode-host/extensions.mjs';
import { prepareServer } from '../../test/vscode-host/prepare.mjs';
import { startServer } from '../../test/vscode-host/server.mjs';

/** @typedef {import('./desktop-code.mjs').Window & { stateDir: string, port: number }} BrowserWindow */

/**
 * Installs the extension, prints the address, and serves it until we are interrupted.
 * @param {BrowserWindow} window
 * @param {Promise<unknown>} interrupted
 */
export async function openInBrowser(window, interrupted) {
  prepareServer();
  installExtension(window.vsix, window);
  const { port, stateDir, userDataDir, extensionsDir } = window;
  const token = randomBytes(16).toString('hex');
  const server = await startServer({ stateDir, userDataDir, extensionsDir, port, token, driver: false });
  console.log(`\nVS Code: ${address(server, token, window)}\nCtrl+C ends it.`);
  const ended = new Promise((resolve) => server.events.once('exit', resolve));
  const how = await Promise.race([interrupted, ended]);
  if (how !== 'SIGINT') console.log(`Ended: ${how}`);
  await server.close();
}

/**
 * Only who has the token gets in.
 * @param {import('../../test/vscode-host/server.mjs').Server} server
 * @param {string} token
 * @param {BrowserWindow} window
 */
function address(server, token, { folder, file }) {
  const query = new URLSearchParams({ tkn: token, folder });
  if (file !== undefined) {
    const uri = `vscode-remote://127.0.0.1:${server.port}${encodeURI(file)}`;
    query.set('payload', JSON.stringify([['openFile', uri]]));
  }
  return `${server.url}?${query}`;
}

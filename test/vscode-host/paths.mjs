// Where the parts of VS Code's npm build stand, and the one error that a person can act on.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.dirname(fileURLToPath(import.meta.url));
export const MODULES = path.join(ROOT, 'node_modules');
export const VSCODE_DIR = path.join(MODULES, 'code-server', 'lib', 'vscode');
export const SERVER_MAIN = path.join(VSCODE_DIR, 'out', 'server-main.js');

/** Something is missing on this machine; the message says what to do. */
export class HostError extends Error {}

/** A fresh temporary folder, its path without symbolic links, as VS Code reports paths. */
export function tempDir(prefix = 'vscode-host-') {
  return fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), prefix));
}

/** @param {string} dir */
export function removeDir(dir) {
  fs.rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
}

// A Node.js new enough for VS Code's server: the running one, or the one that comes as an npm package.
import fs from 'node:fs';
import path from 'node:path';
import { HostError, MODULES, ROOT } from './paths.mjs';

const MINIMUM = { major: 22, minor: 15 };

/** @returns {string} the executable; `VSCODE_HOST_NODE` names one outright */
export function findNode() {
  if (process.env['VSCODE_HOST_NODE']) return process.env['VSCODE_HOST_NODE'];
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > MINIMUM.major || (major === MINIMUM.major && minor >= MINIMUM.minor)) return process.execPath;
  const packed = path.join(MODULES, `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (fs.existsSync(packed)) return packed;
  throw new HostError(
    `VS Code's server needs Node.js ${MINIMUM.major}.${MINIMUM.minor} or newer; this is ${process.version} ` +
      `and ${path.relative(ROOT, packed)} is missing. Update Node.js, or run "npm ci" in ${ROOT}.`,
  );
}

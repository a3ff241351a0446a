// The command line of the desktop `code` executable, as far as @vscode/test-electron uses it for a test run.
import fs from 'node:fs';

/**
 * @typedef {object} RunArguments
 * @property {string} testsPath
 * @property {string[]} developmentPaths
 * @property {string | undefined} workspace
 * @property {string | undefined} userDataDir
 * @property {string | undefined} extensionsDir
 * @property {boolean} disableExtensions
 */

/**
 * @param {readonly string[]} argv
 * @returns {RunArguments | undefined} undefined where no tests are named
 */
export function readArguments(argv) {
  /** @type {Map<string, string[]>} */
  const flags = new Map();
  const files = [];
  for (const arg of argv) {
    const [, name, value = ''] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name === undefined) files.push(arg);
    else flags.set(name, [...(flags.get(name) ?? []), value]);
  }
  const last = (/** @type {string} */ name) => flags.get(name)?.at(-1);
  const testsPath = last('extensionTestsPath');
  if (!testsPath) return undefined;
  return {
    testsPath,
    developmentPaths: flags.get('extensionDevelopmentPath') ?? [],
    workspace: files.find((file) => fs.existsSync(file)),
    userDataDir: last('user-data-dir'),
    extensionsDir: last('extensions-dir'),
    disableExtensions: flags.has('disable-extensions'),
  };
}

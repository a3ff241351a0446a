// Runs a mocha suite in a process of its own and gives its counts.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from './command.mjs';
import { inRoot } from './root.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {Counts & { files?: Readonly<Record<string, Counts>> }} CountsByFile in all, and by the path of each test file */

/**
 * @param {readonly string[]} args files and options for mocha
 * @param {{ grep: string | undefined, names: boolean }} choice
 * @param {string} [node] the Node.js to run it with, if not with ours
 * @returns {Promise<CountsByFile>}
 */
export function runMocha(args, { grep, names }, node = process.execPath) {
  const all = [
    inRoot('node_modules', 'mocha', 'bin', 'mocha.js'),
    ...['--reporter', inRoot('dist', 'test', 'support', 'count-reporter.js')],
    ...['--enable-source-maps', '--exit'],
    ...(grep === undefined ? ['--fail-zero'] : ['--grep', grep]),
    ...(process.env['CI'] === undefined ? [] : ['--forbid-only']),
    ...args,
  ];
  return withCounts(names, (env) => run(node, all, env));
}

/**
 * Gives a run the variables that count-reporter.ts reads, and reads what it left.
 * @param {boolean} names whether each test is printed
 * @param {(env: NodeJS.ProcessEnv) => Promise<number>} body gives the exit code
 * @returns {Promise<CountsByFile>}
 */
export async function withCounts(names, body) {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'sourcewright-'));
  const file = path.join(dir, 'counts.json');
  try {
    const code = await body({
      SOURCEWRIGHT_TEST_COUNTS: file,
      SOURCEWRIGHT_TEST_NAMES: names ? '1' : '',
    });
    const counts = readCounts(file);
    // A run that failed beside its tests (none found, a crash, an error at loading) is one more failure.
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @returns {CountsByFile}
 */
function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

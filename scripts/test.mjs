// npm test: everything, on a machine that has only Node.js and npm. For less while developing:
//   npm test -- --only unit,page   the stages named (types lint format unused unit disk browser package host page load alone desk)
//   npm test -- --grep hover       of the tests those whose name matches
//   npm test -- --names            prints the name of each test
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { run, runTool } from './tooling/command.mjs';
import { installPackages } from './tooling/install.mjs';
import { inRoot } from './tooling/root.mjs';
import { describe, oneCheck, runStages } from './tooling/stages.mjs';

const { values: choice } = parseArgs({
  options: { only: { type: 'string' }, grep: { type: 'string' }, names: { type: 'boolean', default: false } },
});
const tests = { grep: choice.grep, names: choice.names };
const CHECKS = ['types', 'lint', 'format', 'unused', 'package'];
const SUITES = ['unit', 'disk', 'browser', 'host', 'page', 'load', 'alone', 'desk'];
const TWO_AT_A_TIME = ['--parallel', '--jobs', '2'];
const wanted = new Set(choice.only?.split(',') ?? [...SUITES, ...(choice.grep === undefined ? CHECKS : [])]);
for (const id of wanted) if (![...CHECKS, ...SUITES].includes(id)) fail(`there is no stage "${id}"`);

await installPackages();
// Only now: they import packages.
const { copyForDevelopment } = await import('./tooling/development-copy.mjs');
const { runMocha, withCounts } = await import('./tooling/mocha.mjs');
const { withSecondRun } = await import('./tooling/second-run.mjs');
const { packageExtension, vsixProblems } = await import('./tooling/vsix.mjs');
const { prepareHost, prepareServer } = await import('../test/vscode-host/prepare.mjs');
const { findNode } = await import('../test/vscode-host/node.mjs');

/** @type {import('./tooling/stages.mjs').Stage[]} */
const stages = [
  check('types', 'Types', () => tool('typescript/bin/tsc', '-b')),
  check('lint', 'Lint', () => tool('eslint/bin/eslint.js', '.')),
  check('format', 'Format', () => tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')),
  check('unused', 'Unused code and packages', () => tool('knip/bin/knip.js')),
  { id: 'build', title: 'Build', run: build, vital: true },
  { id: 'unit', title: 'Unit, property, language, server and command line tests', run: unit },
  { id: 'disk', title: "Tests of the index on disk, with VS Code's Node.js", run: disk },
  { id: 'browser', title: 'Tests of the evidence pack in a browser', run: browser },
  check('package', 'Package', makePackage),
  { id: 'host', title: "Tests in VS Code's extension host", run: () => inHost('host') },
  { id: 'page', title: "Tests in VS Code's window: the main job, as a person", run: () => inWindows('page') },
  { id: 'load', title: "Tests in VS Code's extension host: much to do", run: () => inHost('load') },
  {
    id: 'alone',
    title: "Tests in VS Code's window: what is timed, by itself",
    run: () => inWindows('alone'),
  },
  { id: 'desk', title: "Tests in VS Code's window: fixes, actors, review", run: () => inWindows('desk') },
];
if (SUITES.some((suite) => wanted.has(suite))) wanted.add('build');
if (wanted.has('page')) wanted.add('package'); // one of these tests installs it
const chosen = stages.filter(({ id }) => wanted.has(id));
const counts = await runStages(chosen);
console.log(`\n${describe(counts)}`);
process.exitCode = counts.failed > 0 ? 1 : 0;

/**
 * @param {string} id
 * @param {string} title
 * @param {() => Promise<boolean>} holds
 */
function check(id, title, holds) {
  return { id, title, run: oneCheck(holds) };
}

/**
 * @param {string} file
 * @param {string[]} args
 */
async function tool(file, ...args) {
  return (await runTool(file, args)) === 0;
}

async function build() {
  const code = await run(process.execPath, [inRoot('scripts', 'build.mjs'), '--tests']);
  return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

function unit() {
  const ignored = ['editor', 'browser', 'disk'].flatMap((room) => ['--ignore', `dist/test/${room}/**`]);
  return runMocha([...TWO_AT_A_TIME, '--timeout', '60000', 'dist/test/**/*.test.js', ...ignored], tests);
}

/** Ours may be one that has no SQLite. */
async function disk() {
  prepareServer();
  return runMocha(['--timeout', '60000', 'dist/test/disk/**/*.test.js'], tests, findNode());
}

async function browser() {
  await prepareHost();
  return runMocha(['--timeout', '40000', 'dist/test/browser/**/*.test.js'], tests);
}

async function makePackage() {
  if (!packageExtension()) return false;
  const problems = vsixProblems();
  for (const problem of problems) console.error(`   ${problem}`);
  return problems.length === 0;
}

/** @param {'host' | 'load'} room of test/editor/ */
async function inHost(room) {
  const { runHostSuite } = await import('./tooling/host-suite.mjs');
  await prepareHost();
  copyForDevelopment();
  return withCounts(tests.names, (env) =>
    runHostSuite({ ...env, SOURCEWRIGHT_TEST_GREP: tests.grep, SOURCEWRIGHT_TEST_ROOM: room }),
  );
}

/** @param {'page' | 'alone' | 'desk'} room of test/editor/ */
async function inWindows(room) {
  await prepareHost();
  copyForDevelopment();
  const setup = inRoot('dist', 'test', 'editor', 'window-setup.js');
  const options = ['--require', setup, ...TWO_AT_A_TIME, '--timeout', '90000'];
  // The longest first: one that is left for the end keeps only one of the two busy.
  return withSecondRun(largestFirst(`dist/test/editor/${room}`), (files) =>
    runMocha([...options, ...files], tests),
  );
}

/**
 * The test files of a folder.
 * @param {string} folder
 */
function largestFirst(folder) {
  return readdirSync(inRoot(folder))
    .filter((name) => name.endsWith('.test.js'))
    .map((name) => path.join(inRoot(folder), name))
    .sort((a, b) => statSync(b).size - statSync(a).size);
}

/** @param {string} why */
function fail(why) {
  console.error(`test: ${why}`);
  process.exit(2);
}

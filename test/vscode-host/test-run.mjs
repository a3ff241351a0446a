// One run of tests inside the extension host: server, browser, window, verdict.
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { Outcome } from './outcome.mjs';
import { ROOT, removeDir, tempDir } from './paths.mjs';
import { RelayReader } from './relay-reader.mjs';
import { startServer } from './server.mjs';
import { openWorkbenchPage } from './workbench.mjs';

const TIMED_OUT = 124;
const LIMIT_S = Number(process.env['VSCODE_HOST_TIMEOUT'] ?? 600);
const SILENCE_S = Number(process.env['VSCODE_HOST_SILENCE'] ?? 120);
const VERBOSE = process.env['VSCODE_HOST_VERBOSE'] === '1';

/** @typedef {import('./arguments.mjs').RunArguments} RunArguments */

/**
 * @param {RunArguments} run
 * @returns {Promise<number>} the exit code
 */
export async function runTests(run) {
  const stateDir = tempDir();
  const relay = new RelayReader(path.join(stateDir, 'relay.jsonl'));
  const outcome = new Outcome();
  /** @type {(() => unknown)[]} */
  const closers = [];
  let code = 1;
  endOnSignals(outcome);
  try {
    closers.push(watchTime(relay, outcome));
    const { page, server } = await openWindow(run, stateDir, relay, outcome, closers);
    code = await outcome.code;
    if (code === TIMED_OUT)
      await page.screenshot({ path: path.join(stateDir, 'timeout.png') }).catch(() => {});
    // Let the extension host end by itself, so that what it writes at its end (coverage) gets written.
    else for (let i = 0; i < 50 && server.hosts.size > 0; i++) await pause(100);
  } finally {
    outcome.end(code); // what ends from here on is meant to
    for (const close of closers.reverse()) await close();
    relay.close();
    if (code === TIMED_OUT) console.error(`[vscode-host] logs kept in ${stateDir}`);
    else removeDir(stateDir);
  }
  return code;
}

/**
 * @param {RunArguments} run
 * @param {string} stateDir
 * @param {RelayReader} relay
 * @param {Outcome} outcome
 * @param {(() => unknown)[]} closers what has to be closed, in the order of opening
 */
async function openWindow(run, stateDir, relay, outcome, closers) {
  const launching = launchBrowser();
  launching.catch(() => {}); // awaited below; until then it must not count as unhandled
  closers.push(() => launching.then((browser) => browser.close()).catch(() => {}));
  const server = await startServer({
    stateDir,
    userDataDir: path.resolve(run.userDataDir ?? path.join(stateDir, 'user-data')),
    extensionsDir: path.resolve(run.extensionsDir ?? path.join(stateDir, 'extensions')),
    env: { VSCODE_HOST_RELAY: path.join(stateDir, 'relay.jsonl'), VSCODE_HOST_TESTS: run.testsPath },
  });
  closers.push(server.close);
  server.events.on('exit', (how) => outcome.end(1, `VS Code's server ended (${how})`));
  // The workbench would offer to restart the extension host; a test run has to end.
  server.events.on('host-ended', async (_, code, signal) => {
    outcome.near = true;
    await pause(200);
    relay.drain();
    const how = signal ? `signal ${signal}` : `exit code ${code}`;
    if (!relay.verdict) outcome.end(code || 1, `the extension host ended before the tests did (${how})`);
  });
  const browser = await launching;
  browser.on('disconnected', () => outcome.end(1, 'the browser ended'));
  const page = await openWorkbenchPage(browser, server, {
    workspace: run.workspace,
    extensionDevelopmentPath: run.developmentPaths,
    extensionTestsPath: path.join(ROOT, 'relay.cjs'),
    disableExtensions: run.disableExtensions,
    beforeLoad: (opened) => listenToWorkbench(opened, relay, outcome),
  });
  return { page, server };
}

/**
 * The two functions that VS Code calls in a page that runs tests.
 * @param {import('playwright-core').Page} page
 * @param {RelayReader} relay
 * @param {Outcome} outcome
 */
async function listenToWorkbench(page, relay, outcome) {
  page.on('crash', () => outcome.end(1, 'the workbench page crashed'));
  await page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
      // The tests' own output is here too, mixed with the workbench's: relay.cjs has it in order.
      if (!VERBOSE && (type !== 'error' || outcome.near || relay.verdict)) return;
      const text = format(...args);
      if (!text.startsWith('Canceled')) console.error(`[workbench ${type}] ${text}`);
    },
  );
  // VS Code reports 0 when the extension host dies, so its word alone is not enough for a pass.
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => {
    relay.drain();
    if (code) outcome.end(code);
    else if (relay.verdict === 'passed') outcome.end(0);
    else setTimeout(() => outcome.end(1, 'VS Code ended before the tests did'), 2000);
  });
}

/**
 * @param {RelayReader} relay
 * @param {Outcome} outcome
 */
function watchTime(relay, outcome) {
  const start = Date.now();
  const timer = setInterval(() => {
    relay.drain();
    if (Date.now() - relay.lastSign > 1000 * SILENCE_S)
      outcome.end(TIMED_OUT, `no output for ${SILENCE_S} s`);
    if (Date.now() - start > 1000 * LIMIT_S) outcome.end(TIMED_OUT, `time limit of ${LIMIT_S} s reached`);
  }, 50);
  return () => {
    clearInterval(timer);
    relay.drain();
  };
}

/** @param {Outcome} outcome */
function endOnSignals(outcome) {
  process.once('SIGINT', () => outcome.end(130, 'interrupted'));
  process.once('SIGTERM', () => outcome.end(143, 'terminated'));
}

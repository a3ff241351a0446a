#!/usr/bin/env node
// Stands in for the desktop `code` executable in a test run: @vscode/test-electron's `vscodeExecutablePath`.
import { readArguments } from './arguments.mjs';
import { HostError } from './paths.mjs';
import { runTests } from './test-run.mjs';

const run = readArguments(process.argv.slice(2));
if (run) process.exitCode = await runTests(run).catch(report);
else
  process.exitCode = report(
    new HostError('This executable only runs tests: --extensionTestsPath is missing.'),
  );

/** @param {unknown} error */
function report(error) {
  const text = error instanceof HostError ? error.message : error instanceof Error ? error.stack : error;
  console.error(`[vscode-host] ${text}`);
  return 1;
}

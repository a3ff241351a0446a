'use strict';
// Loaded by the extension host in place of the test entry point. It hands what the tests print to the launcher,
// unbuffered and in order, then runs the real entry point and says how that ended.
const fs = require('fs');
const { format } = require('util');

const fd = fs.openSync(process.env.VSCODE_HOST_RELAY, 'a');
let open = true;
let depth = 0;

/** Appends one message: a line of JSON. */
function send(kind, text) {
  try {
    fs.writeSync(fd, `${JSON.stringify([kind, text])}\n`);
  } catch {
    // the launcher is gone
  }
}

// VS Code guards console.* with setters that ignore assignment, hence defineProperty. It already sends whole lines
// written to process.stdout and process.stderr to console.log and console.error.
function replace(name, value) {
  Object.defineProperty(console, name, { value, writable: true, configurable: true });
}
function printer(kind) {
  return (...args) => {
    if (open) send(kind, `${'  '.repeat(depth)}${format(...args)}\n`);
  };
}
for (const name of ['log', 'info', 'debug']) replace(name, printer('out'));
for (const name of ['warn', 'error', 'trace']) replace(name, printer('err'));
replace('group', (...args) => {
  if (args.length) console.log(...args);
  depth++;
});
replace('groupEnd', () => {
  depth = Math.max(0, depth - 1);
});

exports.run = async () => {
  try {
    const result = require(process.env.VSCODE_HOST_TESTS).run();
    // Nothing else would tell when the tests end.
    if (typeof result?.then !== 'function') throw new Error('run() of the tests returned no promise');
    await result;
    send('end', 'passed');
  } catch (error) {
    send('err', `${error?.stack ?? error}\n`);
    send('end', 'failed');
    throw error;
  } finally {
    open = false;
  }
};

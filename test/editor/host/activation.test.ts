import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

describe('activation', () => {
  // The window stands on an empty folder: nothing has woken the extension yet. How long it takes is measured in
  // test/editor/alone/activation.test.ts.
  it('does no synchronous file work', async () => {
    const extension = vscode.extensions.getExtension('sourcewright.sourcewright');
    assert.ok(extension, 'VS Code knows the extension');
    assert.equal(extension.isActive, false, 'nothing in an empty folder wakes it');

    const recorder = recordSyncFileWork(path.join(extension.extensionPath, 'dist', 'extension.js'));
    await extension.activate();
    recorder.stop();

    assert.equal(extension.isActive, true);
    assert.deepEqual(recorder.calls, []);
  });

  it('registers every command that the manifest names', async () => {
    const extension = vscode.extensions.getExtension('sourcewright.sourcewright');
    const { contributes } = extension?.packageJSON as { contributes: { commands: { command: string }[] } };
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = contributes.commands.filter(({ command }) => !registered.has(command));
    assert.deepEqual(missing, []);
  });
});

/** Notes every call of one of Node's synchronous file functions that comes from our bundle. */
function recordSyncFileWork(bundle: string) {
  const calls: string[] = [];
  const functions = fs as unknown as Record<string, unknown>;
  const originals = Object.entries(functions).filter(
    (entry): entry is [string, (...args: unknown[]) => unknown] =>
      entry[0].endsWith('Sync') && typeof entry[1] === 'function',
  );
  for (const [name, original] of originals)
    functions[name] = (...args: unknown[]) => {
      const stack = new Error().stack ?? '';
      if (stack.includes(bundle)) calls.push(`${name}(${String(args[0])})\n${stack}`);
      return original.apply(fs, args);
    };
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 100; // our frame may stand below many of a library's
  const stop = () => {
    Error.stackTraceLimit = stackTraceLimit;
    for (const [name, original] of originals) functions[name] = original;
  };
  return { calls, stop };
}

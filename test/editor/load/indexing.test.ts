import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { manySources } from '../../support/many-sources';

/** A person feels a longer stall; in milliseconds. */
const LONGEST_STALL = 50;

/** So often the thread is looked at; in milliseconds. */
const LOOK = 5;

/** Of so many readings the best counts: another program may take the processor in the middle of one. */
const ATTEMPTS = 3;

describe('the extension host while a thousand sources are read', function () {
  this.timeout(180_000);
  const folder = () => vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? assert.fail('no folder is open');
  before(async () => {
    fs.mkdirSync(path.join(folder(), 'sources'));
    for (const [name, content] of Object.entries(manySources(1000)))
      fs.writeFileSync(path.join(folder(), name), content);
    await vscode.extensions.getExtension('sourcewright.sourcewright')?.activate();
  });
  after(() => {
    fs.rmSync(path.join(folder(), 'sources'), { recursive: true });
  });

  it('is never held up for longer than a person can feel', async () => {
    const stalls: number[] = [];
    for (let attempt = 0; attempt < ATTEMPTS && !(Math.min(...stalls) < LONGEST_STALL); attempt++)
      stalls.push(await longestStall(() => vscode.commands.executeCommand('sourcewright.reindex')));
    const found = await vscode.workspace.findFiles('sources/*');
    assert.equal(found.length, 1000);
    console.log(
      `      longest stalls of the extension host: ${stalls.map((one) => one.toFixed(1)).join(', ')} ms`,
    );
    assert.ok(Math.min(...stalls) < LONGEST_STALL, `${stalls.join(', ')} ms`);
  });
});

/** The longest time for which this thread did one thing, of its own and not waiting for the processor. */
async function longestStall(work: () => Thenable<unknown>): Promise<number> {
  let longest = 0;
  let [before, usedBefore] = [performance.now(), usedTime()];
  const timer = setInterval(() => {
    const [now, used] = [performance.now(), usedTime()];
    longest = Math.max(longest, Math.min(now - before - LOOK, used - usedBefore));
    [before, usedBefore] = [now, used];
  }, LOOK);
  await work();
  clearInterval(timer);
  return longest;
}

/** Processor time of this thread, where this Node tells it, else of the process; in milliseconds. */
function usedTime(): number {
  const thread = (process as { threadCpuUsage?: () => NodeJS.CpuUsage }).threadCpuUsage;
  const { user, system } = thread ? thread.call(process) : process.cpuUsage();
  return (user + system) / 1000;
}

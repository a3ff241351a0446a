import assert from 'node:assert/strict';
import { eventually } from '../../support/eventually';
import { openWorkbench, type Workbench } from '../../support/workbench';

/** Milliseconds. */
const ACTIVATION_LIMIT = 100;

async function activationTime(of: Workbench): Promise<number> {
  await of.command('Developer: Show Running Extensions');
  const list = of.page.locator('.runtime-extensions-editor');
  const extension = list.locator('.monaco-list-row').filter({ hasText: 'Sourcewright' });
  await list.locator('.monaco-list-row').first().waitFor();
  await list.hover();
  // The slowest stand first, and only the rows on the screen exist.
  const isThere = async () => {
    await of.page.mouse.wheel(0, 200);
    return (await extension.count()) > 0;
  };
  await eventually(isThere, (there) => there);
  const said = await extension.locator('.activation-time').innerText(); // "Startup Activation: 37ms"
  await of.press('Escape'); // it stands over the editors
  await list.waitFor({ state: 'hidden' });
  return Number(/Activation: (\d+)ms/.exec(said)?.[1] ?? Infinity);
}

describe('a window on a folder with drafts and sources', () => {
  it('has woken the extension in less than 100 ms by VS Code’s own clock', async () => {
    // A wall clock: what else runs on the machine counts too. The best of five windows decides.
    let best = Infinity;
    for (let windows = 0; windows < 5 && best >= ACTIVATION_LIMIT; windows++) {
      const window = await openWorkbench({ workspace: 'examples', fresh: true });
      await window.openFile('harbour.md');
      await window.ready();
      best = Math.min(best, await activationTime(window));
      await window.close();
    }
    console.log(`           woken in ${best} ms`);
    assert.ok(best < ACTIVATION_LIMIT, `${best} ms`);
  });
});

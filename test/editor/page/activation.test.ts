import assert from 'node:assert/strict';
import { openWorkbench } from '../../support/workbench';

const LIMIT_MS = 100;

describe('activation in the example workspace', () => {
  it(`takes less than ${LIMIT_MS} ms by VS Code's own clock`, async function () {
    // A wall clock: what else runs on the machine counts too. The best of three windows decides.
    this.retries(2);
    const window = await openWorkbench({ workspace: 'examples' });
    try {
      await window.ready();
      await window.command('Developer: Show Running Extensions');
      const extensions = window.page.locator('.runtime-extensions-editor .monaco-list-row');
      const time = extensions.filter({ hasText: 'Sourcewright' }).locator('.activation-time');
      const said = await time.innerText(); // "Startup Activation: 37ms"
      assert.ok(Number(/Activation: (\d+)ms/.exec(said)?.[1]) < LIMIT_MS, said);
    } finally {
      await window.close();
    }
  });
});

import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../../support/workbench';

/** The package as it would be published, in a window without test hooks. */
describe('the installed package', () => {
  let window: Workbench;
  before(async () => {
    window = await openWorkbench({ workspace: 'examples', extension: 'installed' });
  });
  after(() => window.close());

  it('reads the sources of the example workspace', async () => {
    assert.match(await window.ready(), /^\d+ sources$/);
    await window.screenshot('installed-ready');
  });
});

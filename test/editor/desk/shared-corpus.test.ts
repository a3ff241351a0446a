import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sourcewright } from '../../support/command-line';
import { eventually } from '../../support/eventually';
import { describePostgres, PASSWORD } from '../../support/postgres';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder';
import { openWorkbench, type Workbench } from '../../support/workbench';

const DRAFT = '# Walls\n\nShe wrote “The wall was built to last” [@verne2014, para. 1].\n\n';

describePostgres('a corpus that a team shares', (postgres) => {
  let window: Workbench;
  before(async function () {
    this.timeout(90_000);
    const archive = temporaryFolder({
      'sources/wall.txt':
        'A Wall Too Low\n\nBy Ada Verne on March 24, 2014\n\nThe wall was not built to last. Everybody knew.\n\nThe council met twice in June.\n',
    });
    const { status, stderr } = sourcewright([
      'index',
      '--root',
      archive,
      '--to',
      postgres().database('team'),
    ]);
    removeFolder(archive);
    assert.equal(status, 0, stderr);
    window = await openWorkbench({
      workspace: { 'sources/own.txt': 'A source of our own.\n', 'drafts/walls.md': DRAFT },
      settings: { 'sourcewright.corpus': postgres().overTcp('team') },
      // A used window learns of a changed setting a moment later, and nothing on the screen says when.
      fresh: true,
    });
    await window.openFile('walls.md');
    await window.ready();
  });
  after(() => window.close());

  it('is connected only when a person has agreed and given the password, then checked and cited from', async () => {
    await (await window.problem('No source has the key "verne2014"')).waitFor();
    await window.command('Sourcewright: Connect to Shared Corpus…');
    await window.page.locator('.quick-input-widget:visible', { hasText: 'secret storage' }).waitFor();
    await window.screenshot('shared-corpus-password');
    await window.type(PASSWORD);
    await window.press('Enter');
    await (await window.problem('“not” is left out')).waitFor();
    await window.screenshot('shared-corpus-checked');

    await window.openFile('walls.md');
    await window.press('ControlOrMeta+End');
    await window.press('Control+Alt+c');
    await window.quickInput.waitFor();
    await window.type('council june');
    await window.focusedRow.filter({ hasText: 'para. 2' }).waitFor();
    // The rows of what was typed first may still be on their way.
    await window.page
      .locator('.quick-input-widget:visible .monaco-progress-container.active')
      .waitFor({ state: 'hidden' });
    await window.screenshot('shared-corpus-cite');
    await window.press('Enter');
    await window.page.locator('.quick-input-widget:visible .monaco-checkbox').first().waitFor();
    await window.press('Enter');
    const draft = await eventually(
      () => window.savedText('drafts/walls.md'),
      (text) => text.includes('[@verne2014, para. 2]'),
    );
    assert.match(draft, /^> The council met twice in June\. \[@verne2014, para\. 2\]$/m);
  });

  it('keeps the password out of every file of the folder, and asks for it again once it is forgotten', async () => {
    const { folder } = window.workspace;
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    const tell = files.filter(({ parentPath, name }) =>
      readFileSync(path.join(parentPath, name), 'utf8').includes(PASSWORD),
    );
    assert.deepEqual(tell, []);

    await window.command('Sourcewright: Forget Password of Shared Corpus');
    await eventually(
      () => window.notifications(),
      (all) => all.some((one) => /^Disconnected from .*; its password is forgotten\.$/.test(one)),
    );
    await window.command('Sourcewright: Connect to Shared Corpus…');
    await window.page.locator('.quick-input-widget:visible', { hasText: 'secret storage' }).waitFor();
    await window.press('Escape');
  });
});

import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../../support/workbench';

const LINK = '[here](command:workbench.action.toggleSidebarVisibility)';
const SOURCE = `The Wall\n\nThe wall was low and old, and nobody had mended it since the flood: ${LINK}.\n`;
const DRAFT = '# Walls\n\nIt says “The wall was low and new, and nobody had mended it” [@wall, para. 1].\n';

describe('in Restricted Mode', () => {
  let window: Workbench;
  before(async () => {
    window = await openWorkbench({
      extension: 'restricted',
      workspace: { 'sources/wall.txt': SOURCE, 'drafts/walls.md': DRAFT },
      settings: { 'sourcewright.lock.onSave': true },
    });
    await window.openFile('walls.md');
    await window.ready();
  });
  after(() => window.close());

  const written = () => ['.sourcewright', 'actors.yaml'].filter((file) => window.workspace.has(file));

  it('reads sources and checks citations', async () => {
    await window.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await (await window.problem('“new” stands for “old”')).waitFor();
    await window.screenshot('restricted-mode');
  });

  it('shows what a source says as text: its links do nothing', async () => {
    const said = await window.hover('@wall', /The wall was low and old/);
    assert.ok(said.includes(LINK), said);
    assert.deepEqual(await window.hoverCard.locator('a[data-href^="command:workbench"]').count(), 0);
    await window.page.mouse.move(5, 5);
  });

  it('writes nothing when a draft is saved, whatever the workspace asks for', async () => {
    await window.openFile('walls.md');
    await window.goTo(3);
    await window.type('More.');
    await window.savedText('drafts/walls.md');
    await window.problem('“new” stands for “old”');
    assert.deepEqual(written(), []);
  });

  it('says why a command that writes or connects does nothing', async () => {
    const said = window.page.locator('.notification-list-item-message', { hasText: 'in Restricted Mode' });
    const commands = [
      'Lock Quotations to Their Sources',
      'Create or Open actors.yaml',
      'Connect to Shared Corpus…',
    ];
    for (const command of commands) {
      await window.command(`Sourcewright: ${command}`);
      await window.command('Notifications: Show Notifications');
      await said.first().waitFor();
      await window.screenshot('restricted-refused');
      await window.command('Notifications: Clear All Notifications');
      await said.first().waitFor({ state: 'detached' });
    }
    assert.deepEqual(written(), []);
  });

  it('shows a review, and keeps no decision', async () => {
    await window.openFile('walls.md');
    await window.command('Sourcewright: Review Draft…');
    await window.webview.locator('main:focus').waitFor();
    await window.press('a');
    await window.webview.getByText('this workspace is in Restricted Mode').waitFor();
    await window.screenshot('restricted-review');
    assert.deepEqual(written(), []);
  });
});

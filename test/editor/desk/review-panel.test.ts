import assert from 'node:assert/strict';
import { eventually } from '../../support/eventually';
import { openWorkbench, type Workbench } from '../../support/workbench';

const FILE = '.sourcewright/reviews/drafts/wall.md.yaml';
const MOVED = '.sourcewright/reviews/drafts/fortress.md.yaml';
const NOTE = 'Which wall is meant?';

const WORKSPACE = {
  'sources/wall.txt':
    'The wall was not built to last.\n\nThe council met twice in June.\n\nNobody came in July.\n',
  'drafts/wall.md':
    'It was weak: “The wall was built to last” [@wall, para. 1]. They met [@wall, para. 2].\n\nNobody came [@wall, para. 3].\n',
};

describe('the page of a review', () => {
  let window: Workbench;
  before(async () => {
    window = await openWorkbench({ workspace: WORKSPACE, fresh: true });
    await window.openFile('wall.md');
    await window.ready();
    await review();
  });
  after(() => window.close());

  const heading = (text: string) => window.webview.locator('h2', { hasText: text }).waitFor();
  const tabs = () => window.page.locator('.tab[aria-label^="Review wall.md"]').count();
  const review = async () => {
    await window.command('Sourcewright: Review Draft…');
    await window.webview.locator('main:focus').waitFor();
  };

  it('marks what differs on both sides', async () => {
    await heading('1 of 3');
    assert.deepEqual(await window.webview.locator('mark').allInnerTexts(), [
      'The wall was ',
      'not',
      ' built to last',
    ]);
    await window.screenshot('review-differs');
  });

  it('is one for each draft', async () => {
    await window.page.locator('.tab[data-resource-name="wall.md"]').click();
    await window.editor('wall.md').waitFor();
    await review();
    assert.equal(await tabs(), 1);
  });

  it('gives a note back that was not kept', async () => {
    window.workspace.write(FILE, '<<<<<<< ours\nreviews: []\n=======\n>>>>>>> theirs\n');
    await window.webview.locator('.warning', { hasText: 'This is no review' }).waitFor();
    await window.press('q');
    await window.type(NOTE);
    await window.press('Control+Enter');
    await window.webview.locator('.warning', { hasText: 'The decision was not kept' }).waitFor();
    await window.webview.locator('textarea:focus').waitFor();
    assert.equal(await window.webview.locator('textarea').inputValue(), NOTE);
    assert.match(window.workspace.read(FILE), /^<<<<<<</);
    await window.screenshot('review-refused');
  });

  it('goes on where it was, with what was being written, after the window is loaded anew', async () => {
    window.workspace.delete(FILE);
    await Promise.all([window.page.waitForEvent('load'), window.command('Developer: Reload Window')]);
    await window.page.locator('.monaco-workbench .statusbar-item').first().waitFor();
    await window.ready();
    await heading('1 of 3');
    await window.webview.locator('textarea').waitFor();
    assert.equal(await window.webview.locator('textarea').inputValue(), NOTE);
    await window.webview.locator('textarea').focus();
    await window.press('Control+Enter');
    await heading('2 of 3');
    await eventually(
      () => (window.workspace.has(FILE) ? window.workspace.read(FILE) : ''),
      (text) => text.includes(`note: ${NOTE}`),
    );
    assert.equal(await tabs(), 1);
  });

  it('follows a draft that is renamed, and so does what was decided', async () => {
    await window.page.locator('.tab[data-resource-name="wall.md"]').click();
    await window.editor('wall.md').waitFor();
    await window.command('File: Reveal Active File in Explorer View');
    const row = window.page.locator('.explorer-folders-view .monaco-list-row.focused', {
      hasText: 'wall.md',
    });
    await row.waitFor();
    await window.press('F2');
    const name = window.page.locator('.explorer-folders-view input');
    await name.fill('fortress.md');
    await window.press('Enter');
    await window.page.locator('.monaco-dialog-box').getByRole('button', { name: 'OK' }).click();
    await eventually(
      () => window.workspace.has(MOVED) && !window.workspace.has(FILE),
      (isMoved) => isMoved,
    );
    assert.match(window.workspace.read(MOVED), new RegExp(`note: ${NOTE}`));
    await window.page.locator('.tab[aria-label^="Review fortress.md"]').click();
    await window.webview.locator('#progress', { hasText: '1 of 3 decided' }).waitFor();
  });

  it('of a draft that another program renamed is told, and given to it when a person says so', async () => {
    const draft = window.workspace.read('drafts/fortress.md');
    window.workspace.write('drafts/castle.md', draft);
    window.workspace.delete('drafts/fortress.md');
    await window.openContainer('Sourcewright', 'Citations');
    await window.view('Citations').getByText('Reviews whose draft is gone: drafts/fortress.md').waitFor();
    await window.screenshot('review-left');
    await window.view('Citations').locator('.pane-header').hover();
    await window.view('Citations').getByRole('button', { name: 'Take Over Review…' }).click();
    await window.quickRows.filter({ hasText: 'decisions that hold: 1' }).waitFor();
    await window.pick('drafts/castle.md');
    await eventually(
      () =>
        window.workspace.has('.sourcewright/reviews/drafts/castle.md.yaml') && !window.workspace.has(MOVED),
      (isMoved) => isMoved,
    );
    await window.view('Citations').getByText('Reviews whose draft is gone').waitFor({ state: 'detached' });
  });
});

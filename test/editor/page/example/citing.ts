import assert from 'node:assert/strict';
import { eventually } from '../../../support/eventually';
import type { Workbench } from '../../../support/workbench';

/** Cite Passage and Cite Selection, in a draft of their own. */
export function describeCiting(opened: () => Workbench): void {
  describe('citing a passage', () => {
    let window: Workbench;
    before(async () => {
      window = opened();
      await window.openFile('new.md');
    });

    it('searches while typing, previews the source beside, and inserts what checks clean', async () => {
      await window.press('ControlOrMeta+End');
      await window.press('Control+Alt+c');
      await window.quickInput.waitFor();
      await window.type('mooring line');
      await window.focusedRow.filter({ hasText: 'para. 3' }).waitFor();
      // The rows of what was typed first may still be on their way.
      await window.page
        .locator('.quick-input-widget:visible .monaco-progress-container.active')
        .waitFor({ state: 'hidden' });
      await window.press('ArrowDown');
      await window.press('ArrowUp');
      await window.focusedRow.filter({ hasText: 'para. 3' }).waitFor();
      await window.editor('lantern-fishgate.txt').waitFor();
      await window.screenshot('cite-passage-search');
      await window.press('Enter');
      await window.page
        .locator(
          '.quick-input-widget:visible .quick-input-list .monaco-checkbox, .quick-input-widget:visible input[type=checkbox]',
        )
        .first()
        .waitFor();
      await window.screenshot('cite-passage-words');
      await window.press('Enter');
      const draft = await eventually(
        () => window.savedText('drafts/new.md'),
        (text) => text.includes('[@quillon2018, para. 3]'),
      );
      assert.match(
        draft,
        /^> .*It was one crack, like a mooring line parting.* \[@quillon2018, para\. 3\]$/m,
      );
      assert.deepEqual(
        (await window.problems()).filter((row) => row.includes('Sourcewright')),
        [],
      );
      await window.screenshot('cite-passage-inserted');
    });

    it('is one undo step', async () => {
      await window.openFile('new.md');
      await window.press('ControlOrMeta+z');
      assert.equal(await window.savedText('drafts/new.md'), '# New\n\nThe first line.\n\n');
    });

    it('inserts a selection of a source into the draft', async () => {
      await window.openFile('lantern-fishgate.txt');
      await window.select('one crack, like a mooring line parting');
      await window.press('Control+Alt+c');
      await window.page.locator('.tab.active[data-resource-name="new.md"]').waitFor();
      const draft = await eventually(
        () => window.savedText('drafts/new.md'),
        (text) => text.includes('@quillon2018'),
      );
      assert.match(draft, /one crack, like a mooring line parting/);
    });
  });
}

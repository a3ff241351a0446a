import assert from 'node:assert/strict';
import type { Workbench } from '../../../support/workbench';

/** Problems that come and go. */
export function describeReviewing(opened: () => Workbench): void {
  describe('reviewing', () => {
    let window: Workbench;
    before(async () => {
      window = opened();
      await window.openFile('mistakes.md');
    });

    it('shows in Problems what is wrong and why', async () => {
      await (await window.problem('No source has the key "quilon2018"')).waitFor();
      const rows = await window.problems();
      assert.ok(
        rows.some((row) => row.includes('“not” is left out without a mark')),
        rows.join('\n'),
      );
      await window.screenshot('problems');
    });

    it('leads from a problem to its explanation', async () => {
      const row = await window.problem('No source has the key "quilon2018"');
      await row.getByText('unknown-source').click();
      await window.page.locator('.tab.active[data-resource-name="diagnostics.md"]').waitFor();
      await window.editor('diagnostics.md').getByText('### unknown-source').waitFor();
      await window.screenshot('problem-explained');
    });

    it('takes a problem back when the draft is mended', async () => {
      await window.openFile('mistakes.md');
      await window.select('quilon2018');
      await window.type('quillon2018');
      const problem = await window.problem('No source has the key "quilon2018"');
      await problem.waitFor({ state: 'detached' });
    });

    it('follows a source that is changed on disk', async () => {
      await window.openFile('harbour.md');
      const source = 'sources/harbour-committee.txt';
      const text = window.workspace.read(source);
      window.workspace.write(source, text.replace('too late to be read', 'too early to be read'));
      const problem = await window.problem('“late” stands for “early”');
      await problem.waitFor();
      window.workspace.write(source, text);
      await problem.waitFor({ state: 'detached' });
    });
  });
}

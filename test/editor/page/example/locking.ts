import assert from 'node:assert/strict';
import type { Workbench } from '../../../support/workbench';

const LOCK = '.sourcewright/anchors.json';
const SOURCE = 'sources/harbour-committee.txt';

/** The lock, as a writer meets it: kept when asked, and heard of when a source changes under a quotation. */
export function describeLocking(opened: () => Workbench): void {
  describe('locking', () => {
    let window: Workbench;
    before(async () => {
      window = opened();
      await window.openFile('harbour.md');
    });

    it('keeps each accepted quotation in a file, and says in the status bar how many', async () => {
      await window.command('Sourcewright: Lock Quotations to Their Sources');
      await window.page.locator('.statusbar-item', { hasText: /\d+ quotations locked\./ }).waitFor();
      await window.screenshot('locked');
      const { first } = JSON.parse(window.workspace.read(LOCK)) as { first: { items: unknown[] } };
      assert.ok(first.items.length > 10, `${first.items.length} anchors`);
    });

    it('tells what was locked and what the source says now, when a source changes', async () => {
      const text = window.workspace.read(SOURCE);
      window.workspace.write(SOURCE, text.replace('too late to be read', 'too early to be read'));
      const problem = await window.problem('has changed since this quotation was locked');
      await problem.waitFor();
      const said = await problem.innerText();
      assert.match(said, /Locked, and in the draft: “.*late.*”\. In the source now: “.*early.*”\./);
      await window.screenshot('locked-source-changed');
      window.workspace.write(SOURCE, text);
      await problem.waitFor({ state: 'detached' });
    });
  });
}

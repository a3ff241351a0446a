import assert from 'node:assert/strict';
import type { Workbench } from '../../../support/workbench';

/** Hovers and completions in a draft that stands. */
export function describeWriting(opened: () => Workbench): void {
  describe('writing', () => {
    let window: Workbench;
    before(async () => {
      window = opened();
      await window.openFile('harbour.md');
    });

    it('says in the status bar that the sources are ready', async () => {
      assert.match(await window.ready(), /5 sources/);
    });

    it('shows who an actor is, and which source spells the name how', async () => {
      await window.hover("Mas'ud al-Marsawi", /Mas'ud al-Marsawi · Person[^]*para\. \d/);
      await window.screenshot('hover-actor');
    });

    it('shows the record and the cited passage on a citation', async () => {
      await window.goTo(1);
      await window.hover('@quillon2018', /It was one crack, like a mooring line parting/);
      await window.screenshot('hover-citation');
    });

    it('completes an actor by a part of another spelling, a key, and a paragraph with its words', async () => {
      await window.press('ControlOrMeta+End');
      await window.type('\n\nThen Marsa');
      await window.complete();
      await window.screenshot('complete-actor');
      await window.accept("Mas'ud al-Marsawi");
      await window.type(' left [@quil');
      await window.accept('quillon2018');
      await window.type(', ');
      await window.suggestions.first().waitFor();
      await window.screenshot('complete-paragraph');
      await window.type('para. 3');
      await window.accept('para. 3');
      assert.match(
        await window.savedText('drafts/harbour.md'),
        /Then Mas'ud al-Marsawi left \[@quillon2018, para\. 3\]/,
      );
    });

    it('offers no names in code, front matter or a key', async () => {
      await window.press('ControlOrMeta+End');
      await window.type('\n\n`Marsa`');
      await window.press('ArrowLeft');
      await window.press('Control+Space');
      await window.page.waitForTimeout(700);
      const rows = await window.suggestions.allInnerTexts();
      assert.ok(!rows.some((row) => row.includes('al-Marsawi')), rows.join());
      await window.press('Escape');
      for (let n = 0; n < 3; n++) await window.press('ControlOrMeta+z');
    });
  });
}

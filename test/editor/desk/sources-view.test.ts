import assert from 'node:assert/strict';
import { DESK_WORKSPACE, SHORT_DRAFT, SHOWN_MARKUP } from '../../support/desk-workspace';
import { eventually } from '../../support/eventually';
import { chooseInMenu, labelsOf, rowOf } from '../../support/view-rows';
import { openWorkbench, type Workbench } from '../../support/workbench';

describe('the Sources view, and what is cited of a source', () => {
  let window: Workbench;
  before(async () => {
    window = await openWorkbench({ workspace: DESK_WORKSPACE });
    await window.openFile('short.md');
    await window.ready();
    await window.openContainer('Sourcewright', 'Sources');
  });
  after(() => window.close());

  const row = (text: string | RegExp) => rowOf(window, 'Sources', text);
  /** Takes the last step back, with which the draft and the view are as they were: the most cited stand first. */
  const undone = async () => {
    await row('3 of 4 cited').waitFor();
    await window.press('ControlOrMeta+z');
    await window.page.locator('.tab.active:not(.dirty)[data-resource-name="short.md"]').waitFor();
    await row('2 of 4 cited').waitFor();
  };

  describe('the Sources view', () => {
    it('lists each source with what is cited of it, what could not be read and why, and the one that carries most', async () => {
      await row('wall').waitFor();
      const all = await labelsOf(window, 'Sources');
      assert.ok(all.includes('wall, 2 of 4 cited, B2, The Wall'), all.join('\n'));
      assert.ok(all.includes('upper, 0 of 200 cited'), all.join('\n'));
      await window.view('Sources').getByText('92 % of the citations rest on one source: The Wall').waitFor();
      await row('Not Read').click();
      const file = row('broken.pdf');
      await file.waitFor();
      assert.match(
        (await file.getAttribute('aria-label')) ?? '',
        /^sources\/broken\.pdf: This file is damaged/,
      );
    });

    it('shows markup, icons and overrides of direction in titles and passages as text', async () => {
      const source = row('markup');
      assert.ok((await source.innerText()).includes(SHOWN_MARKUP), await source.innerText());
      await source.hover();
      const card = window.page
        .locator('.monaco-hover:visible, .workbench-hover:visible')
        .filter({ hasText: 'markup.txt' });
      await card.first().waitFor();
      assert.ok((await card.first().innerText()).replaceAll('\u00a0', ' ').includes(SHOWN_MARKUP));
      assert.equal(await card.locator('img, b, a[href^="command"]').count(), 0);
      await source.click();
      await row('$(trash) Nothing else did.').waitFor();
      assert.equal(await window.view('Sources').locator('.monaco-list img').count(), 0);
      await source.click();
    });

    it('leads to a passage, also by keyboard', async () => {
      await window.command('Sourcewright: Focus on Sources View');
      await window.press('End');
      await window.type('wall');
      await row('wall').and(window.page.locator('.focused')).waitFor();
      await window.press('ArrowRight');
      await row('The council met').waitFor();
      await window.screenshot('sources-view');
      await row('The council met').click();
      await window.page.locator('.tab.active[data-resource-name="wall.txt"]').waitFor();
      await window.page.locator('.statusbar-item', { hasText: /selected/ }).waitFor();
    });

    it('shows the most cited first', async () => {
      await chooseInMenu(window, 'Sources', 'Show Most Cited First');
      const passages = () =>
        window
          .rowsOf('Sources')
          .evaluateAll((rows) =>
            rows.map((one) => one.getAttribute('aria-label') ?? '').filter((one) => one.startsWith('para. ')),
          );
      await eventually(
        passages,
        ([first]) => first?.startsWith('para. 3, cited 2 times in 2 drafts') === true,
      );
    });
  });

  describe('a source', () => {
    const lenses = () => window.editor('wall.txt').locator('.codelens-decoration').allInnerTexts();

    it('tells above each cited passage how often it is cited, and lists where', async () => {
      await eventually(lenses, (all) => all.length === 2);
      assert.deepEqual(await lenses(), ['cited once', 'cited 2 times in 2 drafts']);
      await window.screenshot('source-cited');
      await window.editor('wall.txt').getByText('cited 2 times in 2 drafts').click();
      const found = window.page.locator('.peekview-widget .ref-tree .monaco-list-row');
      await eventually(
        async () => (await found.allInnerTexts()).join(' '),
        (text) => text.includes('short.md') && text.includes('other.md'),
      );
      await window.screenshot('source-references');
      await window.press('Escape');
    });

    it('marks its cited passages at their side', async () => {
      const marked = () =>
        window
          .editor('wall.txt')
          .locator('.view-overlays .cdr')
          .evaluateAll((all) => all.filter((one) => getComputedStyle(one).borderLeftWidth === '2px').length);
      await eventually(marked, (count) => count === 2);
    });

    it('finds the references of a passage', async () => {
      await window.goTo(5, 5);
      await window.press('Shift+F12');
      const found = window.page.locator('.peekview-widget .ref-tree .monaco-list-row');
      await eventually(
        async () => (await found.allInnerTexts()).join(' '),
        (text) => text.includes('short.md') && text.includes('other.md'),
      );
      await window.press('Escape');
    });

    it('is silent where the settings say so', async () => {
      window.workspace.write(
        '.vscode/settings.json',
        '{ "sourcewright.citedPassages.codeLens": false, "sourcewright.citedPassages.highlight": false }',
      );
      await eventually(lenses, (all) => all.length === 0);
      window.workspace.delete('.vscode/settings.json');
      await eventually(lenses, (all) => all.length === 2);
    });
  });

  describe('a quotation', () => {
    it('comes from a passage that is dragged into the draft, as Cite Passage inserts it', async () => {
      await window.openFile('short.md');
      const target = window.editor('short.md').locator('.view-line', { hasText: 'The last line.' });
      await row('It rained').dragTo(target);
      await eventually(
        () => window.editorText('short.md'),
        (text) => text.includes('It rained. [@wall, para. 4]'),
      );
      assert.match(
        await window.editorText('short.md'),
        /The last line\.\n\n> It rained\. \[@wall, para\. 4\]\n/,
      );
      await undone();
    });

    it('comes from a row of the view by keyboard too', async () => {
      await row('It rained').hover();
      await row('It rained').getByRole('button', { name: 'Cite in Draft' }).click();
      await eventually(
        () => window.editorText('short.md'),
        (text) => text.includes('It rained. [@wall, para. 4]'),
      );
      await undone();
    });

    it('is offered where words copied from a source are pasted: the words alone unless a person asks', async () => {
      await window.openFile('wall.txt');
      await window.select('twice in June');
      await window.press('ControlOrMeta+c');
      await window.openFile('short.md');
      await window.goTo(8);
      await window.press('ControlOrMeta+v');
      await eventually(
        () => window.editorText('short.md'),
        (text) => /^twice in June$/m.test(text),
      );
      await window.page.locator('.post-edit-widget').waitFor();
      await window.screenshot('paste-offer');
      await window.page.locator('.post-edit-widget').click();
      await window.page.getByText('Insert as Quotation with Citation').click();
      await eventually(
        () => window.editorText('short.md'),
        (text) => text.includes('> twice in June [@wall, para. 3]'),
      );
      await window.command('File: Revert File');
      assert.equal(window.workspace.read('drafts/short.md'), SHORT_DRAFT);
    });
  });

  // In a suite of its own, as such of a file's tests run last.
  describe('all of it', () => {
    it('is legible in themes of high contrast', async () => {
      window.useHighContrast();
      await window.openFile('wall.txt');
      await row('wall').waitFor();
      await window.screenshot('sources-view');
      const reference = window.page.locator('.peekview-widget .ref-tree .monaco-list-row').first();
      // A lens that is drawn anew, in the colours of another theme, takes a click with it.
      for (let tries = 0; tries < 5 && !(await reference.isVisible()); tries++) {
        await window.editor('wall.txt').getByText('cited 2 times in 2 drafts').click();
        await reference.waitFor({ timeout: 3000 }).catch(() => undefined);
      }
      await reference.waitFor();
      await window.screenshot('source-references');
      await window.press('Escape');
    });
  });
});

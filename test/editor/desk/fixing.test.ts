import assert from 'node:assert/strict';
import { eventually } from '../../support/eventually';
import { openWorkbench, type Workbench } from '../../support/workbench';

const DRAFT = 'drafts/mistakes.md';

let window: Workbench;
let original = '';

const rows = () => window.page.locator('.action-widget .monaco-list-row.action');

/** Opens the menu of quick fixes behind a stretch of text, as Ctrl+. does; gives its titles. */
async function quickFixes(behind: string): Promise<string[]> {
  await window.openFile('mistakes.md');
  await window.page.mouse.move(5, 5); // a card at the mouse would take the click
  await window.hoverCard.first().waitFor({ state: 'hidden' });
  await window.clickAfter(behind);
  // The menu closes where the draft is judged again at that moment: as a person would, once more.
  const isOpen = async () => {
    await window.press('ControlOrMeta+.');
    return rows()
      .first()
      .waitFor({ timeout: 3000 })
      .then(
        () => true,
        () => false,
      );
  };
  await eventually(isOpen, (open) => open, 15_000);
  return (await rows().allInnerTexts()).map((title) => title.trim());
}

const choose = (title: string) => rows().filter({ hasText: title }).first().click();

/** The draft on disk, saved until it is as wanted. */
const saved = (isWanted: (text: string) => boolean) => eventually(() => window.savedText(DRAFT), isWanted);

describe('fixing the mistakes of the example', () => {
  before(async () => {
    window = await openWorkbench({ workspace: 'examples', settings: { 'sourcewright.codeLens': 'all' } });
    original = window.workspace.read(DRAFT);
    await window.openFile('mistakes.md');
    await window.ready();
    await (await window.problem('“not” is left out without a mark')).waitFor();
    await window.press('ControlOrMeta+j'); // the panel would hide half of the draft
  });
  after(() => window.close());

  it('shows draft and source side by side on what differs', async () => {
    await window.openFile('mistakes.md');
    await window.goTo(29);
    const card = await window.hover(
      'told of the scour',
      /One difference from the source · Pryde 2019, para\. 6/,
    );
    assert.match(card, /Source: The Committee was not told of the scour before the storm/);
    await window.screenshot('hover-quotation');
  });

  it('restores a dropped "not"; the problem goes, and one undo brings the text back', async () => {
    const titles = await quickFixes('told of the scour');
    assert.deepEqual(titles, [
      'Restore the source’s words',
      'Restore the source’s words in all altered quotations',
    ]);
    await window.screenshot('quick-fix');
    await choose('Restore the source’s words');
    const restored = original.replace('was\ntold of the scour', 'was\nnot told of the scour');
    assert.equal(await saved((text) => text !== original), restored);
    await (await window.problem('“not” is left out without a mark')).waitFor({ state: 'detached' });
    await window.openFile('mistakes.md');
    await window.press('ControlOrMeta+z');
    assert.equal(await saved((text) => text !== restored), original);
    await (await window.problem('“not” is left out without a mark')).waitFor();
    await window.press('ControlOrMeta+j');
  });

  it('restores all altered quotations at once, as one undo step', async () => {
    await quickFixes('told of the scour');
    await choose('in all altered quotations');
    const restored = original
      .replace('was\ntold of the scour', 'was\nnot told of the scour')
      .replace('entered 241 houses', 'entered 214 houses');
    assert.equal(await saved((text) => text !== original), restored);
    await window.press('ControlOrMeta+z');
    assert.equal(await saved((text) => text !== restored), original);
  });

  it('says above a block quote what is wrong, and shows the place beside at a click', async () => {
    await window.openFile('mistakes.md');
    await window.goTo(48);
    const lens = window.page.locator('.codelens-decoration a').filter({ hasText: 'elsewhere' });
    await lens.waitFor();
    assert.equal(await lens.innerText(), 'elsewhere · al-Marsawi 2019, para. 11');
    await window.screenshot('code-lens');
    await lens.click();
    await window.editor('al-mina-interview.txt').waitFor();
    await window.page.locator('.statusbar-item', { hasText: 'selected' }).waitFor();
    await window.screenshot('code-lens-opened');
  });
});

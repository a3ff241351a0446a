import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readReviews } from '#corpus-index';
import { accessibilityProblems } from '../../support/axe';
import { eventually } from '../../support/eventually';
import { MARKUP, REVIEW_WORKSPACE } from '../../support/review-workspace';
import { openWorkbench, type Workbench } from '../../support/workbench';

const FILE = '.sourcewright/reviews/drafts/gauges.md.yaml';

let window: Workbench;
const violations: string[] = [];

const heading = (text: string) => window.webview.locator('h2', { hasText: text }).waitFor();
const decided = (count: number) =>
  window.webview.locator('#progress', { hasText: `${count} of 40 decided` }).waitFor();
const counts = () => window.webview.locator('.counts').innerText();
const kept = () => readReviews(window.workspace.read(FILE)).reviews;

const sourceButton = () => window.webview.locator('[data-action="openSource"]');

/** The button has nothing to open, and says so instead. */
async function saysWhyNoSource(): Promise<void> {
  await heading('1 of 41 @nobody, para. 20');
  assert.equal(await sourceButton().getAttribute('aria-disabled'), 'true');
  await keys('s');
  const said = 'There is no place in a source to show. There is no source with this key.';
  await window.webview.locator('[role="status"]', { hasText: said }).waitFor({ state: 'attached' });
  assert.equal(await sourceButton().getAttribute('title'), said);
  await window.screenshot('review-no-source');
  assert.deepEqual(await accessibilityProblems(window.webview), []);
}

/** Presses keys one after the other, as fast as they go. */
async function keys(...all: readonly string[]): Promise<void> {
  for (const key of all) await window.press(key);
}

const times = (count: number, key: string): string[] => Array.from({ length: count }, () => key);

async function review(): Promise<void> {
  await window.command('Sourcewright: Review Draft…');
  await window.webview.locator('main:focus').waitFor();
}

describe('reviewing a draft by keyboard alone', () => {
  before(async () => {
    window = await openWorkbench({ workspace: REVIEW_WORKSPACE });
    window.page.on('console', (message) => {
      if (/Content[- ]Security[- ]Policy/i.test(message.text())) violations.push(message.text());
    });
    await window.openFile('gauges.md');
    await window.ready();
    await window.press('Control+Alt+r');
    await window.webview.locator('main:focus').waitFor();
  });
  after(() => window.close());

  it('shows both sides of a citation, and what differs', async () => {
    await heading('1 of 40 @upper, para. 1');
    await window.screenshot('review');
    await keys('j');
    await heading('2 of 40');
    const page = await window.webview.locator('main').innerText();
    assert.match(page, /altered/);
    assert.match(page, /number: in the draft “41”, in the source “14”/);
    assert.deepEqual(await window.webview.locator('mark').allInnerTexts(), [
      '41',
      'On day 2 the upper gauge stood at ',
      '14',
      ' inches',
    ]);
    await window.screenshot('review-altered');
    assert.deepEqual(await accessibilityProblems(window.webview), []);
  });

  it('shows markup, links, commands and overrides of direction as text', async () => {
    await keys('j', 'j');
    await heading('4 of 40 @markup, para. 1');
    const main = window.webview.locator('main');
    assert.equal(await main.locator('img, a, b').count(), 0);
    const text = await main.innerText();
    assert.ok(text.includes(MARKUP.replace('\u202E', '⟨U+202E⟩').replace('\u202C', '⟨U+202C⟩')), text);
    assert.match(text, /Reliability and credibility: B2/);
    await window.screenshot('review-markup');
    await keys('k', 'k', 'k');
  });

  it('keeps each decision, with who and when, and a note where one is asked for', async () => {
    await keys('a', 'q');
    await window.webview.locator('textarea:focus').waitFor();
    await window.type('41 or 14?');
    await window.screenshot('review-note');
    await keys('Escape', 'q');
    await window.webview.locator('textarea:focus').waitFor();
    await window.type('41 or 14?');
    await keys('Control+Enter', 'r');
    await window.webview.locator('textarea:focus').waitFor();
    await window.type('There is no paragraph 33.');
    await keys('Control+Enter', ...times(17, 'a'));
    await decided(20);
    await eventually(kept, (all) => all.length === 20);
    assert.deepEqual(
      kept()
        .slice(0, 4)
        .map(({ decision, note, by }) => [decision, note, by]),
      [
        ['accepted', undefined, 'Reviewer <r@example.org>'],
        ['queried', '41 or 14?', 'Reviewer <r@example.org>'],
        ['rejected', 'There is no paragraph 33.', 'Reviewer <r@example.org>'],
        ['accepted', undefined, 'Reviewer <r@example.org>'],
      ],
    );
  });

  it('goes on where it was left when the window was loaded anew in the middle', async () => {
    await Promise.all([window.page.waitForEvent('load'), window.command('Developer: Reload Window')]);
    await window.page.locator('.monaco-workbench .statusbar-item').first().waitFor();
    await window.ready();
    await heading('21 of 40');
    await decided(20);
    // The page is there; the keys go elsewhere until it is asked for again.
    await review();
    assert.equal(await window.page.locator('.tab', { hasText: 'Review gauges.md' }).count(), 1);
    await heading('21 of 40');
    await keys(...times(20, 'a'));
    await decided(40);
    await window.webview.locator('[role=status]', { hasText: 'Everything is decided.' }).waitFor();
    assert.equal((await eventually(kept, (all) => all.length === 40)).length, 40);
  });

  it('takes a decision back', async () => {
    await keys('u');
    await decided(39);
    await keys('a');
    await decided(40);
    await eventually(kept, (all) => all.length === 40);
  });

  it('makes exactly those decisions stale whose source has changed', async () => {
    const text = window.workspace.read('sources/lower.txt');
    window.workspace.write('sources/lower.txt', text.replace('stood at 49 inches', 'stood at 51 inches'));
    await eventually(counts, (said) => said.includes('stale: 2'));
    assert.equal(await counts(), 'undecided: 0 · stale: 2 · queried: 1 · rejected: 1');
    await keys('n');
    await heading('27 of 40');
    await window.screenshot('review-stale');
    assert.match(
      await window.webview.locator('main').innerText(),
      /something has changed since: the passage/,
    );
    await keys('n');
    await heading('40 of 40');
    await keys('n');
    await heading('27 of 40');
  });

  it('follows the draft as it is edited, and stays with its citation', async () => {
    const text = window.workspace.read('drafts/gauges.md');
    const edited = text.replace('For day 1 the book', 'For the first day the book');
    window.workspace.write('drafts/gauges.md', `Nothing here [@nobody, para. 20].\n\n${edited}`);
    await window.webview.locator('#progress', { hasText: '37 of 41 decided' }).waitFor();
    await heading('28 of 41 @lower, para. 7');
    await keys('n', 'n');
    await saysWhyNoSource();
    await keys('n');
    await heading('2 of 41 @upper, para. 1');
    assert.equal(await sourceButton().getAttribute('aria-disabled'), 'false');
    assert.match(await window.webview.locator('main').innerText(), /changed since: the sentence/);
    window.workspace.write('drafts/gauges.md', text);
    await decided(38);
  });

  it('shows either side beside, and stays in the review', async () => {
    await keys('n');
    await heading('27 of 40');
    await keys('s');
    await window.editor('lower.txt').waitFor();
    await window.page.locator('.tab[data-resource-name="lower.txt"]').waitFor();
    await keys('d');
    await window.editor('gauges.md').waitFor();
    await keys('k');
    await heading('26 of 40');
    await window.screenshot('review-beside');
  });

  it('saves the evidence pack where a person says', async () => {
    await window.command('Sourcewright: Save Evidence Pack…');
    await window.pick('This draft');
    await eventually(
      () => window.quickInput.inputValue().catch(() => ''),
      (value) => value.endsWith('gauges-evidence.html'),
    );
    await window.screenshot('evidence-pack-save');
    await keys('Enter');
    const saved = () =>
      existsSync(window.workspace.path('gauges-evidence.html'))
        ? window.workspace.read('gauges-evidence.html')
        : '';
    const page = await eventually(saved, (text) => text.endsWith('</html>\n'));
    assert.match(page, /36 accepted, 1 queried, 1 rejected, 2 stale, 0 undecided/);
  });

  it('loads nothing against its policy', () => {
    assert.deepEqual(violations, []);
  });

  it('has borders where others have colours, in themes of high contrast', async () => {
    window.useHighContrast();
    await keys('j');
    await heading('27 of 40');
    await window.screenshot('review-altered');
    assert.deepEqual(await accessibilityProblems(window.webview), []);
  });
});

import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { accessibilityProblems } from '../../support/axe';
import { eventually } from '../../support/eventually';
import { openWorkbench, type Workbench } from '../../support/workbench';

/** An actor's row by its name, which its count follows. */
const actorRow = (window: Workbench, name: string): Locator =>
  window.rowsOf('Actors').filter({ hasText: name }).first();

/** What the browser's console says against the page's policy. */
function policyViolations(window: Workbench): string[] {
  const found: string[] = [];
  window.page.on('console', (message) => {
    if (/Content[- ]Security[- ]Policy/i.test(message.text())) found.push(message.text());
  });
  return found;
}

describe('the Actors view', () => {
  let window: Workbench;
  before(async () => {
    window = await openWorkbench({ workspace: 'examples' });
    await window.openFile('harbour.md');
    await window.ready();
    await window.openContainer('Sourcewright', 'Actors');
  });
  after(() => window.close());

  it('lists the actors by kind, with how often they are named and who they are', async () => {
    await actorRow(window, 'People').waitFor();
    const row = await actorRow(window, "Mas'ud al-Marsawi").getAttribute('aria-label');
    assert.match(row ?? '', /^Mas'ud al-Marsawi, 12 mentions in 4 sources, /);
    assert.equal(await actorRow(window, 'Companies').count(), 1);
    await window.screenshot('actors-view');
  });

  it('leads to a passage, with the name selected, by keyboard alone', async () => {
    await window.command('Sourcewright: Focus on Actors View');
    await window.press('Home');
    await window.type('Orla'); // VS Code's own way to a row
    await actorRow(window, 'Orla Hasketh').and(window.page.locator('.focused')).waitFor();
    await window.press('ArrowRight');
    await actorRow(window, 'Quillon 2018').waitFor();
    await actorRow(window, 'Quillon 2018').click();
    await actorRow(window, 'para.').waitFor();
    await window.screenshot('actors-passages');
    await actorRow(window, 'para.').click();
    await window.page.locator('.tab.active[data-resource-name="lantern-fishgate.txt"]').waitFor();
    await window.page.locator('.statusbar-item', { hasText: /selected/ }).waitFor();
  });

  it('shows the actors of one source, and of all again', async () => {
    await window.command('Sourcewright: Filter Actors by Source');
    await window.pick('Pryde 2019');
    await window.page.locator('.part.sidebar', { hasText: 'Only in Pryde 2019' }).waitFor();
    await actorRow(window, 'Orla Hasketh').waitFor({ state: 'detached' });
    await window.command('Sourcewright: Show Actors of All Sources');
    await actorRow(window, 'Orla Hasketh').waitFor();
  });

  it('follows the registry', async () => {
    const actors = window.workspace.read('actors.yaml');
    window.workspace.write('actors.yaml', actors.replace('name: Orla Hasketh', 'name: Orla B. Hasketh'));
    await actorRow(window, 'Orla B. Hasketh').waitFor();
    window.workspace.write('actors.yaml', actors);
    await actorRow(window, 'Orla Hasketh').waitFor();
  });
});

describe('the actor graph', () => {
  let window: Workbench;
  let violations: string[];
  before(async () => {
    window = await openWorkbench({ workspace: 'examples' });
    violations = policyViolations(window);
    await window.openFile('harbour.md');
    await window.ready();
    await window.command('Sourcewright: Show Actor Graph');
    await window.webview.getByRole('tab', { name: 'Graph' }).waitFor();
  });
  after(() => window.close());

  it('shows who is named with whom, and in which passages', async () => {
    const node = window.webview.getByRole('button', { name: /^Tessaly Line, mentions: \d+/ });
    await window.screenshot('actor-graph');
    await node.focus();
    await window.press('Enter');
    const details = window.webview.locator('.details');
    await details.getByRole('heading', { name: 'Tessaly Line' }).waitFor();
    await details
      .getByRole('button', { name: /para\. \d/ })
      .first()
      .waitFor();
    await window.screenshot('actor-graph-chosen');
    await details.getByRole('button', { name: /^Basil Ockenden \(\d/ }).click();
    await details.getByRole('heading', { name: 'Tessaly Line and Basil Ockenden' }).waitFor();
    await window.press('Escape');
    await details.getByText('Choose an actor').waitFor();
  });

  it('has no fault that axe-core finds, in any of its views', async () => {
    for (const view of ['Graph', 'Timeline', 'Table']) {
      await window.webview.getByRole('tab', { name: view }).click();
      await window.webview.locator('#panel > *').first().waitFor();
      assert.deepEqual(await accessibilityProblems(window.webview), [], view);
    }
    await window.openContainer('Sourcewright', 'Actors');
    await window.rowsOf('Actors').filter({ hasText: 'Orla Hasketh' }).waitFor();
    await window.screenshot('actors-view');
  });

  it('shows the dated passages by year', async () => {
    await window.webview.getByRole('tab', { name: 'Timeline' }).click();
    await window.screenshot('actor-timeline');
    await window.webview.getByRole('button', { name: /^2014, passages: 1/ }).click();
    await window.webview.getByText('1 of 5 dated passages: 2014').waitFor();
    await window.webview.getByRole('button', { name: 'Show all years' }).click();
  });

  it('tells the same as a table, by keyboard alone, and leads to the source', async () => {
    await window.webview.getByRole('tab', { name: 'Timeline' }).focus();
    await window.press('ArrowRight');
    const table = window.webview.getByRole('table', { name: 'Actors' });
    await table.waitFor();
    await window.screenshot('actor-table');
    await window.press('Tab');
    await window.type('Qu'); // the source, by its first letters
    await window.press('Enter');
    await eventually(
      () => table.getByRole('row').count(),
      (rows) => rows > 1 && rows < 12,
    );
    await window.webview.getByRole('button', { name: 'Name', exact: true }).focus();
    await window.press('Enter');
    await window.webview.locator('th[aria-sort="ascending"]').waitFor();
    const row = window.webview.getByRole('button', { name: 'Orla Hasketh', exact: true });
    await row.focus();
    await window.press('Enter');
    const passage = window.webview.locator('.details .places button').first();
    await passage.focus();
    await window.press('Enter');
    await window.page.locator('.tab.active[data-resource-name="lantern-fishgate.txt"]').waitFor();
  });

  it('comes back as it was left', async () => {
    await window.page.locator('.tab', { hasText: 'Actor Graph' }).click();
    await window.webview.getByRole('table', { name: 'Actors' }).waitFor();
    assert.equal(await window.webview.getByLabel('Source').inputValue(), 'quillon2018');
    await window.webview.getByRole('heading', { name: 'Orla Hasketh' }).waitFor();
  });

  it('comes back when the window is loaded anew', async () => {
    await window.command('Developer: Reload Window');
    await window.page.waitForEvent('load');
    await window.webview.getByRole('table', { name: 'Actors' }).waitFor();
    await eventually(
      () => window.webview.getByLabel('Source').inputValue(),
      (source) => source === 'quillon2018', // offered as soon as it is read
    );
  });

  it('is as legible in themes of high contrast', async () => {
    window.useHighContrast();
    for (const view of ['Graph', 'Timeline', 'Table']) {
      await window.webview.getByRole('tab', { name: view }).click();
      await window.screenshot(`actor-${view.toLowerCase()}`);
      assert.deepEqual(await accessibilityProblems(window.webview), [], view);
    }
  });

  it('breaks nothing of its own policy', () => {
    assert.deepEqual(violations, []);
  });
});

describe('the Actors view of a folder with nothing in it', () => {
  let window: Workbench;
  before(async () => {
    window = await openWorkbench({ workspace: { 'drafts/a.md': '# A\n' } });
    await window.openFile('a.md');
    await window.ready();
    await window.openContainer('Sourcewright', 'Actors');
  });
  after(() => window.close());

  it('says what to do: sources first, then the registry', async () => {
    await window.openView('Sources');
    const side = window.page.locator('.part.sidebar');
    await side.getByRole('button', { name: 'Choose Sources' }).waitFor();
    window.workspace.write('sources/log.txt', 'A Log\n\nOtter Yard burned in 1919.\n');
    await window.openView('Actors');
    await side.getByRole('button', { name: 'Create actors.yaml' }).waitFor();
    await window.screenshot('actors-welcome');
    await side.getByRole('button', { name: 'Create actors.yaml' }).click();
    await window.page.locator('.tab.active[data-resource-name="actors.yaml"]').waitFor();
    assert.match(window.workspace.read('actors.yaml'), /^actors:$/m);
    assert.deepEqual(
      (await window.problems()).filter((row) => row.includes('Sourcewright')),
      [],
    );
  });
});

describe('a registry and sources full of markup', () => {
  const NAME = '<img src=x onerror=alert(1)> [Otter](command:workbench.action.quit) $(trash) \u202eYard';
  let window: Workbench;
  let violations: string[];
  before(async () => {
    window = await openWorkbench({
      workspace: {
        'actors.yaml': `actors:
  - { id: otter, schema: Person, name: ${JSON.stringify(NAME)}, alias: [Otter Yard], position: "<b>clerk</b>", summary: "[x](command:y)" }
  - { id: ada, schema: Person, name: Ada Verne }
`,
        'sources/log.txt':
          'A <i>Log</i>\n\nOtter Yard met Ada Verne in 1919: <img src=x onerror=alert(1)> [Go](command:workbench.action.quit).\n',
        'drafts/a.md': '# A\n',
      },
    });
    violations = policyViolations(window);
    await window.openFile('a.md');
    await window.ready();
    await window.openContainer('Sourcewright', 'Actors');
  });
  after(() => window.close());

  it('is shown as it is written, in the view', async () => {
    const row = actorRow(window, '<img src=x');
    await row.waitFor();
    assert.match(await row.innerText(), /\[Otter\]\(command:workbench.action.quit\) \$\(trash\) Yard/);
    await row.hover();
    const card = window.page
      .locator('.monaco-hover:visible, .workbench-hover:visible')
      .filter({ hasText: 'clerk' });
    await card.first().waitFor();
    assert.match(
      (await card.first().innerText()).replaceAll('\u00a0', ' '),
      /<b>clerk<\/b>[^]*\[x\]\(command:y\)/,
    );
    assert.equal(
      await card
        .locator('a, img, b')
        .filter({ hasText: /clerk|x/ })
        .count(),
      0,
    );
  });

  it('is shown as it is written, in the graph', async () => {
    await window.command('Sourcewright: Show Actor Graph');
    await window.webview.getByRole('button', { name: /^<img src=x/ }).press('Enter');
    const details = window.webview.locator('.details');
    await details.getByText('<b>clerk</b>').waitFor();
    await details.getByRole('button', { name: /Otter Yard met Ada Verne/ }).waitFor();
    for (const view of ['Timeline', 'Table']) {
      await window.webview.getByRole('tab', { name: view }).click();
      await window.webview.getByText('<img src=x').first().waitFor();
    }
    assert.equal(await window.webview.locator('img, a, i, b').count(), 0);
    assert.deepEqual(violations, []);
  });
});

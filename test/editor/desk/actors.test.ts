import assert from 'node:assert/strict';
import { eventually } from '../../support/eventually';
import { openWorkbench, type Workbench } from '../../support/workbench';

const DRAFT = `# The wall

Karim al-Nuri drew the wall. Years later Kareem al-Noori wrote that it
would fall: “Kareem al-Noori built the wall” [@wall, para. 1]. Nobody
answered al-Nuri.
`;
const REGISTRY = `# Who is who
actors:
  - id: nuri
    schema: Person
    name: Karim al-Nuri # the house spelling
    alias: [Kareem al-Noori]
    weakAlias: [al-Nuri]
    position: engineer
  - id: noury
    schema: Person
    name: K. Noury
`;

let window: Workbench;

const menuRows = () => window.page.locator('.action-widget .monaco-list-row.action');
const preview = () => window.page.locator('.bulk-edit-panel');

/** Ticks a file in the preview. */
const tick = (file: string) =>
  preview().locator('.monaco-list-row').filter({ hasText: file }).locator('.edit-checkbox').first().click();

/** Has what the preview shows made. */
async function apply(): Promise<void> {
  await preview().getByRole('button', { name: 'Apply' }).click();
  await preview().waitFor({ state: 'detached' });
}

describe('actors in a draft', () => {
  before(async () => {
    window = await openWorkbench({
      workspace: {
        'sources/wall.txt': 'Kareem al-Noori built the wall.\n\nNobody answered Kareem al-Noori.\n',
        'actors.yaml': REGISTRY,
        'drafts/wall.md': DRAFT,
        'drafts/other.md': 'Karim al-Nuri is remembered.\n',
      },
    });
    await window.openFile('wall.md');
    await window.ready();
    await window.clickAfter('Kareem al-Noori wrote');
  });
  after(() => window.close());

  it('has a hint where a name is spelled otherwise, and a fix that keeps the quotation', async () => {
    await window.page.locator('.squiggly-hint').first().waitFor();
    await window.hover('Kareem', /\S/);
    await window.screenshot('spelling-hint');
    await window.page.mouse.move(5, 5);
    await window.clickAfter('Kareem al-Noo');
    await window.press('ControlOrMeta+.');
    await menuRows().first().waitFor();
    assert.deepEqual(await menuRows().allInnerTexts(), ['Write “Karim al-Nuri”']);
    await window.screenshot('spelling-fix');
    await menuRows().first().click();
    const fixed = DRAFT.replace('Kareem al-Noori wrote', 'Karim al-Nuri wrote');
    assert.equal(
      await eventually(
        () => window.savedText('drafts/wall.md'),
        (text) => text !== DRAFT,
      ),
      fixed,
    );
  });

  it('finds all places that name an actor', async () => {
    await window.openFile('wall.md');
    await window.clickAfter('Karim al-Nu');
    await window.press('Shift+F12');
    const peek = window.page.locator('.reference-zone-widget');
    await peek.locator('.referenceMatch').first().waitFor();
    assert.match(
      await window.page.locator('.reference-zone-widget .peekview-title').innerText(),
      /References/,
    );
    await window.screenshot('references');
    await window.press('Escape');
    await peek.waitFor({ state: 'detached' });
  });

  it('shows what renaming an actor changes, in the registry and in all drafts, and does it', async () => {
    await window.openFile('wall.md');
    await window.clickAfter('Karim al-Nu');
    await window.press('F2');
    const box = window.page.locator('.rename-box input');
    await box.waitFor();
    assert.equal(await box.inputValue(), 'Karim al-Nuri');
    await box.fill('Karim an-Nury');
    await window.press('Enter');
    await preview().waitFor();
    await tick('other.md');
    await tick('wall.md');
    await window.screenshot('rename-preview');
    await apply();
    const registry = await eventually(
      () => window.workspace.read('actors.yaml'),
      (text) => text !== REGISTRY && text !== '', // empty while it is being written
    );
    assert.equal(
      registry,
      REGISTRY.replace('name: Karim al-Nuri', 'name: Karim an-Nury').replace(
        'al-Noori]',
        'al-Noori, Karim al-Nuri]',
      ),
    );
    const draft = await eventually(
      () => window.workspace.read('drafts/wall.md'),
      (text) => text.includes('Karim an-Nury'),
    );
    assert.match(draft, /“Kareem al-Noori built the wall”/);
    await eventually(
      () => window.workspace.read('drafts/other.md'),
      (text) => text === 'Karim an-Nury is remembered.\n',
    );
  });

  it('merges two actors, chosen from a list', async () => {
    await window.openFile('wall.md');
    await window.clickAfter('Karim an-Nu');
    await window.command('Sourcewright: Merge Two Actors…');
    await window.quickRows.filter({ hasText: 'K. Noury' }).first().waitFor();
    await window.screenshot('merge-actors');
    await window.pick('K. Noury');
    await preview().waitFor();
    await tick('actors.yaml');
    await window.screenshot('merge-preview');
    await apply();
    await window.openFile('actors.yaml');
    const registry = await window.savedText('actors.yaml');
    assert.doesNotMatch(registry, /id: noury/);
    assert.match(registry, /alias: \[Kareem al-Noori, Karim al-Nuri, K\. Noury\]/);
  });
});

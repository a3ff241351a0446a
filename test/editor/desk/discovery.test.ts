import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { eventually } from '../../support/eventually';
import { openWorkbench, type Workbench } from '../../support/workbench';

const ACTORS = '# Who is who\nactors:\n  - id: verne\n    schema: Person\n    name: Ada Verne\n';

const LETTER = [
  'Ada Verne wrote to General Otto Harrow in June.',
  'General Otto Harrow never answered. The Pellhaven Harbour Office kept the letter.',
  'Years later the Pellhaven Harbour Office burned, and Otto Harrow left the town.',
].join('\n\n');

describe('names that are not in the registry', () => {
  let window: Workbench;
  before(async () => {
    window = await openWorkbench({
      workspace: {
        'actors.yaml': ACTORS,
        'sources/letter.txt': LETTER,
        'drafts/a.md': '# A\n\nOtto Harrow left.\n',
      },
    });
    await window.openFile('a.md');
    await window.ready();
    await window.openContainer('Sourcewright', 'Actors');
    await rowOf('Not in the Registry').click();
    await rowOf('Otto Harrow').waitFor();
  });
  after(() => window.close());

  const rowOf = (name: string): Locator => window.rowsOf('Actors').filter({ hasText: name }).first();

  /** The button in a row, which is there while the mouse is over it. */
  async function act(name: string, action: string): Promise<void> {
    await rowOf(name).hover();
    await rowOf(name).getByRole('button', { name: action }).click();
  }

  const registry = (wanted: RegExp) =>
    eventually(
      () => window.workspace.read('actors.yaml'),
      (text) => wanted.test(text),
    );

  it('stand in the Actors view, and become actors only when a person says so', async () => {
    await window.screenshot('names-discovered');
    await act('Otto Harrow', 'Add Name as Actor');
    await window.pick('Person');
    const text = await registry(/name: Otto Harrow/);
    assert.ok(text.startsWith('# Who is who\nactors:\n  - id: verne\n'), text);
    await rowOf('People').waitFor();
    await rowOf('Otto Harrow').and(window.page.locator('[aria-label*="mentions"]')).waitFor();
    // Until the names are listed anew, the rows move under the mouse.
    await eventually(
      () => window.rowsOf('Actors').filter({ hasText: 'Otto Harrow' }).count(),
      (rows) => rows === 1,
    );
  });

  it('are ignored for good when a person says so', async () => {
    await act('Pellhaven Harbour Office', 'Ignore');
    await registry(/ignored:\s*(?:- |\[)Pellhaven Harbour Office/);
    await rowOf('Pellhaven Harbour Office').waitFor({ state: 'detached' });
  });
});

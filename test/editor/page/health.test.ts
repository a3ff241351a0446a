import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../../support/workbench';

describe('the status bar', () => {
  let window: Workbench;
  before(async () => {
    window = await openWorkbench({
      workspace: {
        'draft.md': '“The wall was low and old” [@wall].\n',
        'texts/wall.txt': 'The wall was low and old.\n',
      },
    });
    await window.openFile('draft.md');
    await window.ready();
  });
  after(() => window.close());

  it('says that there are no sources, and lets a person choose their folder', async () => {
    assert.match(await window.ready(), /No sources found/);
    await window.screenshot('no-sources');
    await window.statusItem.click();
    await window.pick('texts');
    await window.statusItem.filter({ hasText: '1 source' }).waitFor();
    await (await window.problem('wall')).waitFor({ state: 'detached' });
  });

  it('says that a source cannot be read, and on the file why', async () => {
    window.workspace.write('texts/picture.txt', '\u0000\u0001 no text \u0000');
    await window.statusItem.filter({ hasText: '1 source unreadable' }).waitFor();
    await (await window.problem('This file is not text')).waitFor();
    await window.screenshot('unreadable');
    window.workspace.delete('texts/picture.txt');
    await window.statusItem.filter({ hasText: /^\s*1 source$/ }).waitFor();
  });

  it('names the line where sources.yaml is broken, and uses the good records', async () => {
    window.workspace.write(
      'sources.yaml',
      'references:\n  - id: low2020\n    file: texts/wall.txt\n  - id: [broken\n',
    );
    await (
      await window.problem('sourcewright')
    )
      .or(await window.problem(/yaml-syntax/))
      .first()
      .waitFor();
    await (await window.problem('No source has the key "wall"')).waitFor();
    window.workspace.delete('sources.yaml');
    await (await window.problem('No source has the key "wall"')).waitFor({ state: 'detached' });
  });
});

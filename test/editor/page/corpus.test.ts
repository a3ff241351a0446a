import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { describeCorpus } from '../../support/corpus';
import { eventually } from '../../support/eventually';
import { openWorkbench, type Workbench } from '../../support/workbench';

describeCorpus('citing a real article', (corpus) => {
  let window: Workbench;
  before(async () => {
    const articles = fs
      .readdirSync(corpus)
      .map((name) => [`sources/${name}`, fs.readFileSync(path.join(corpus, name), 'utf8')] as const);
    window = await openWorkbench({
      workspace: { ...Object.fromEntries(articles), 'report.md': '# Report\n\n' },
    });
    await window.openFile('report.md');
    await window.ready();
  });
  after(() => window.close());

  it('inserts a passage that then checks clean', async () => {
    assert.match(await window.ready(), /5 sources/);
    await window.press('ControlOrMeta+End');
    await window.press('Control+Alt+c');
    await window.quickInput.waitFor();
    await window.type('Lahoud documents Abbottabad despair');
    await window.focusedRow.filter({ hasText: '003_' }).waitFor();
    await window.press('Enter');
    await window.page
      .locator(
        '.quick-input-widget:visible .quick-input-list input[type=checkbox], .quick-input-widget:visible .monaco-checkbox',
      )
      .first()
      .waitFor();
    await window.press('Enter');
    const draft = await eventually(
      () => window.savedText('report.md'),
      (text) => text.includes('> '),
    );
    const article = fs.readFileSync(path.join(corpus, '003_d34036533d528a02.txt'), 'utf8');
    const [, quoted = '', n = ''] = /^> (.*) \[@003_\w+, para\. (\d+)\]$/m.exec(draft) ?? [];
    assert.ok(article.includes(quoted) && quoted.length > 200, draft);
    assert.ok(Number(n) > 1);
    assert.deepEqual(
      (await window.problems()).filter((row) => row.includes('Sourcewright')),
      [],
    );
    await window.screenshot('cite-real-article');
  });
});

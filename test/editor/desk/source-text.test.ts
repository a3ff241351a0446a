import assert from 'node:assert/strict';
import { eventually } from '../../support/eventually';
import { makeDocxWithNote, makeEpub, makeMail, makeOdt } from '../../support/make-documents';
import { manySources } from '../../support/many-sources';
import { makePdf, pdfPage } from '../../support/make-pdf';
import { openWorkbench, type Workbench } from '../../support/workbench';

const LONG =
  'The committee met in the harbour office at noon and went through the plans for the wall one by one, as it had done each spring.';

const DRAFT = `# The wall

It “was not built to last” [@wall, p. xii].

Nobody “objected to what was drawn” [@quay, para. 2], and the clerk “kept the plans in a drawer” [@plans].

The “mayor wrote a book of it” [@book, para. 2], the “engineer an article of two pages” [@article, para. 2], and “a letter came from
the county” [@letter, para. 2].

`;

const RECORDS = `references:
  - {id: wall, type: report, title: The Wall, file: sources/wall.pdf}
  - {id: book, type: book, title: A Book of It, file: sources/book.epub}
  - {id: article, type: article-magazine, title: Of Walls, file: sources/article.odt}
  - {id: letter, type: personal_communication, title: A Letter, file: sources/letter.eml}
`;

describe('sources of many formats', () => {
  let window: Workbench;
  before(async () => {
    // Fresh: its reading is looked at while it goes on.
    window = await openWorkbench({
      fresh: true,
      workspace: {
        'draft.md': DRAFT,
        ...manySources(2000, 'sources/many'),
        'sources.yaml': RECORDS,
        'actors.yaml': 'actors:\n  - id: hamdi\n    schema: Person\n    name: Yusuf al-Hamdi\n',
        'sources/wall.pdf': makePdf(
          [
            pdfPage([['The council met twice in June, and the plans were read.']], { foot: 'xi' }),
            pdfPage([['Yusuf al-Hamdi built the wall.'], ['It was not built to last, as everybody knew.']], {
              foot: 'xii',
            }),
          ],
          { labels: '/PageLabels << /Nums [0 << /S /r /St 11 >>] >>' },
        ),
        'sources/quay.html': `<html lang="en"><head><title>The Quay</title></head><body><nav><a href="/">Home</a></nav><article><p>${LONG}</p><p>Nobody objected to what was drawn, and nobody asked what it would cost.</p><script>alert(1)</script></article></body></html>`,
        'sources/plans.docx': makeDocxWithNote(
          'The clerk kept the plans',
          ' in a drawer of his own.',
          'So he said.',
        ),
        'sources/book.epub': makeEpub([
          `<p>${LONG}</p><p>The mayor wrote a book of it, which few have read.</p>`,
        ]),
        'sources/article.odt': makeOdt(
          `<text:p>${LONG}</text:p><text:p>It took the engineer an article of two pages to say why.</text:p>`,
        ),
        'sources/letter.eml': makeMail(
          `<html><body><p>${LONG}</p><p>In the end a letter came from the county.</p><img src="https://example.org/a.png"></body></html>`,
        ),
      },
    });
    await window.openFile('draft.md');
  });
  after(() => window.close());

  it('are read with progress, which can be stopped: then the status bar says so and reads the rest', async () => {
    await window.statusItem.filter({ hasText: /Indexing [1-9]\d* of 2006/ }).waitFor();
    // Out of sight in a development window until the list is opened.
    await window.command('Notifications: Show Notifications');
    const reading = window.page
      .locator('.notification-list-item')
      .filter({ hasText: 'Reading sources' })
      .first();
    await reading.filter({ hasText: /\d+ of \d+/ }).waitFor();
    await window.screenshot('reading-sources');
    await reading.hover();
    await reading.getByRole('button', { name: 'Cancel' }).click();
    const stopped = window.statusItem.filter({ hasText: /Stopped: \d+ of \d+ sources read/ });
    await stopped.waitFor();
    await reading.waitFor({ state: 'detached' });
    await window.screenshot('reading-stopped');
    window.workspace.delete('sources/many');
    await stopped.click();
    await window.statusItem.filter({ hasText: /^\s*6 sources$/ }).waitFor();
  });

  /** Follows the citation of a key, as a person with the keyboard. */
  async function follow(line: number, key: string, file: string): Promise<void> {
    await window.openFile('draft.md');
    await window.goTo(line, (DRAFT.split('\n')[line - 1] ?? '').indexOf(`@${key}`) + 3);
    await window.press('F12');
    await window.page.locator(`.tab.active[data-resource-name="${file}.txt"]`).waitFor();
    // The passage has another background than the rest, line by line.
    await window
      .editor(`${file}.txt`)
      .locator('.view-overlays [class*="TextEditorDecorationType"]')
      .first()
      .waitFor();
  }

  it('are named by page and paragraph where a draft cites them, and quoted truly', async () => {
    await window.hover('@wall', /p\. xii, para\. 3[\s\S]*was not built to last/);
    await window.screenshot('source-text-hover');
    await window.press('Escape');
    assert.deepEqual(
      (await window.problems()).filter((row) => row.includes('Sourcewright')),
      [],
    );
  });

  it('are opened as their text, the cited passage highlighted: PDF, web page and Word document', async () => {
    await follow(3, 'wall', 'wall.pdf');
    assert.match(await window.editorText(), /It was not built to last, as everybody knew\./);
    await window.screenshot('source-text-pdf');
    await follow(5, 'quay', 'quay.html');
    assert.match(await window.editorText(), /Nobody objected to what was drawn/);
    assert.doesNotMatch(await window.editorText(), /alert|Home/);
    await window.screenshot('source-text-html');
    await follow(5, 'plans', 'plans.docx');
    assert.match(await window.editorText(), /kept the plans.* in a drawer/);
    await window.screenshot('source-text-docx');
  });

  it('are opened so also where they are a book, an OpenDocument text or a mail', async () => {
    await follow(7, 'book', 'book.epub');
    assert.match(await window.editorText(), /The mayor wrote a book of it, which few have read\./);
    await window.screenshot('source-text-epub');
    await follow(7, 'article', 'article.odt');
    assert.match(await window.editorText(), /the engineer an article of two pages to say why/);
    await window.screenshot('source-text-odt');
    await follow(8, 'letter', 'letter.eml');
    assert.match(await window.editorText(), /In the end a letter came from the county\./);
    assert.doesNotMatch(await window.editorText(), /example\.org\/a\.png/);
    await window.screenshot('source-text-mail');
  });

  it('tell who is named in them', async () => {
    await follow(3, 'wall', 'wall.pdf');
    await window.hover('Yusuf al-Hamdi', /Person/);
    await window.press('Escape');
  });

  it('lead to their files', async () => {
    await follow(5, 'quay', 'quay.html');
    await window.page
      .locator('.editor-actions')
      .getByRole('button', { name: 'Open Original' })
      .first()
      .click();
    await window.page.locator('.tab.active[data-resource-name="quay.html"]').waitFor();
    assert.match(await window.editorText('quay.html'), /<html lang="en">/);
  });

  it('name the page where no program can open the file', async () => {
    await follow(3, 'wall', 'wall.pdf');
    await window.command('Sourcewright: Open Original');
    await eventually(
      () => window.notifications(),
      (all) =>
        all.some((one) =>
          /^wall\.pdf lies where no program .* stands on page xii \(number 2 in the file\)/s.test(one),
        ),
    );
  });

  it('are cited from by page', async () => {
    await follow(3, 'wall', 'wall.pdf');
    await window.select('as everybody knew');
    await window.press('Control+Alt+c');
    await window.page.locator('.tab.active[data-resource-name="draft.md"]').waitFor();
    const draft = await eventually(
      () => window.savedText('draft.md'),
      (text) => text.includes('as everybody knew'),
    );
    assert.match(draft, /as everybody knew.*\[@wall, p\. xii\]/);
    await window.screenshot('source-text-cited');
  });
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { eventually } from '../../support/eventually';
import { hasPandoc } from '../../support/pandoc';
import { openWorkbench, type Workbench } from '../../support/workbench';

const SOURCE =
  'The lamps went out at nine. Nobody had told the office of it.\n\nThe wall stood until the morning.\n';

const LAMPS =
  'What the lamps were for\n\nBy Ada Verne on March 24, 2015\n\nThey were for the pilots, who came late.\n';

const DRAFT = `# The night

It is known. "The lamps went out at nine" [@rowe2014, para. 1]. Others say: "The wall fell in the
morning" [@rowe2014, para. 2], as others have said [@rowe2014].

Nobody knows @nobody. Of the quay: "Nobody asked what it would cost" [@quay].
`;

const QUAY = `<html lang="en"><head><title>The Quay</title></head><body><article><p>${'The city built its quay of stone, and the plans for it were drawn by nobody in particular. '.repeat(6)}</p><p>Nobody asked what it would cost, and nobody was told.</p></article></body></html>`;

/** A title that would be a script, an image, a link that runs a command. */
const HOSTILE =
  '<script>document.title = "hostile"</script><img src=x onerror="1">[a](command:workbench.action.quit)';

const RECORDS = `references:
  - id: rowe2014
    type: webpage
    title: '${HOSTILE}'
    author:
      - family: Rowe
        given: Anna
    issued: 2014-03-24
    URL: https://example.org/night
    file: sources/night.txt
`;

/** The page inside the preview's web view, once it shows this: the page is made anew when the preview is told to render. */
/** The frame of Markdown's preview that is in sight: another may be loading behind it. */
async function previewFrame(window: Workbench, shown = '.markdown-body', within?: number): Promise<Frame> {
  const frames = async () => {
    for (const frame of window.page.frames()) if (await isInSight(frame, shown)) return frame;
    return undefined;
  };
  return (await eventually(frames, (frame) => frame !== undefined, within))!;
}

async function isInSight(frame: Frame, shown: string): Promise<boolean> {
  try {
    const id = await (await frame.frameElement()).getAttribute('id');
    return id === 'active-frame' && (await frame.locator(shown).count()) > 0;
  } catch {
    return false; // it was replaced meanwhile
  }
}

/** A web view of VS Code's that is told to show something else while it loads keeps at times what it had: it is opened anew then. */
async function openPreview(window: Workbench): Promise<Frame> {
  for (let tries = 0; tries < 3; tries++) {
    await window.command('Markdown: Open Preview to the Side');
    const frame = await previewFrame(window, '.sourcewright-references', 10_000).catch(() => undefined);
    if (frame) return frame;
    await window.command('View: Close All Editors');
    await window.openFile('night.md');
  }
  return previewFrame(window, '.sourcewright-references');
}

const AASE = '{"id":"aase2019","type":"book","title":"On the Keeping of Quays"}';

describe('references in a window', () => {
  let window: Workbench;
  before(async () => {
    window = await openWorkbench({
      workspace: {
        'drafts/night.md': DRAFT,
        'sources/night.txt': SOURCE,
        'sources/lamps.txt': LAMPS,
        'sources/quay.html': QUAY,
        'sources.yaml': RECORDS,
        'My [refs] {2}.json': `[${AASE}]`,
      },
      settings: { 'sourcewright.zotero.file': 'My [refs] {2}.json' },
      // What Zotero's file has had before is told once, at the start of a window.
      fresh: true,
    });
    await window.openFile('night.md');
    await window.ready();
  });
  after(() => window.close());

  it('offers at the start what the file that Zotero exports has had before', async () => {
    await eventually(
      () => window.notifications(),
      (all) => all.some((one) => one.includes('Zotero has references that sources.yaml has not: 1.')),
    );
  });

  it('prints citations, their verdicts and the list of references in Markdown’s preview', async () => {
    const frame = await openPreview(window);
    const texts = await frame.locator('.sourcewright-citation').allInnerTexts();
    assert.deepEqual(texts, [
      '(Rowe 2014, para. 1)',
      '(Rowe 2014, para. 2)',
      '(Rowe 2014)',
      '@nobody',
      '(“The Quay,” n.d.)',
    ]);
    const marks = await frame.locator('.sourcewright-mark').allInnerTexts();
    assert.deepEqual(marks, ['✓', '✗', '?', '✗', '✓']);
    const title = await frame.locator('.sourcewright-mark').first().getAttribute('title');
    assert.match(title ?? '', /^verbatim · Rowe 2014, para\. 1$/);
    const [first, second] = await frame
      .locator('a.sourcewright-citation')
      .evaluateAll((links) => links.map((link) => link.getAttribute('data-href')));
    assert.deepEqual([first, second], ['../sources/night.txt#L1', '../sources/night.txt#L3']);
    await window.screenshot('preview-references');
  });

  it('shows a hostile title as words', async () => {
    const frame = await previewFrame(window, '.sourcewright-entry');
    const entry = frame.locator('.sourcewright-entry').first();
    assert.match(await entry.innerText(), /^Rowe, Anna\. 2014\. “<script>/i);
    assert.equal(await entry.locator('script, img, a').count(), 0);
  });

  it('follows what is typed: a mended quotation is accepted', async () => {
    await window.press('ControlOrMeta+1');
    const accepted = async () =>
      (await previewFrame(window))
        .locator('.sourcewright-accepted')
        .count()
        .catch(() => 0);
    await eventually(accepted, (count) => count === 2);
    await window.select('fell in the');
    await window.type('stood until the');
    await eventually(accepted, (count) => count === 3);
  });

  it('inserts the list of references at the cursor', async () => {
    await window.press('ControlOrMeta+1');
    await window.press('ControlOrMeta+End');
    await window.command('Sourcewright: Insert Bibliography');
    await eventually(
      () => window.editorText('night.md'),
      (shown) => shown.includes('Rowe, Anna'),
    );
    await window.press('ControlOrMeta+s');
    const text = await eventually(
      () => window.workspace.read('drafts/night.md'),
      (saved) => saved.includes('Rowe, Anna'),
    );
    assert.match(text, /\[@quay\]\.\n+Rowe, Anna\. 2014\. “\\?<script/i);
    await window.screenshot('insert-bibliography');
  });

  it('opens the source at the passage when a citation is clicked', async () => {
    const frame = await previewFrame(window);
    await frame.locator('a.sourcewright-citation').nth(1).click();
    await window.editor('night.txt').waitFor();
  });

  it('opens the text made of a web page at the passage when its citation is clicked', async () => {
    await window.openFile('night.md');
    const frame = await openPreview(window);
    await frame.locator('a.sourcewright-citation', { hasText: 'The Quay' }).click();
    await window.editor('quay.html.txt').waitFor();
    await window.page.locator('.statusbar-item', { hasText: '(31 selected)' }).waitFor();
    await window.screenshot('preview-to-source-text');
  });

  it('copies the reference of the citation at the cursor', async () => {
    await window.command('View: Close All Editors');
    await window.openFile('night.md');
    await window.goTo(3, 46);
    await window.command('Sourcewright: Copy as Formatted Reference');
    await window.page.locator('.statusbar-item', { hasText: 'Copied: Rowe, Anna. 2014.' }).waitFor();
    await window.screenshot('copy-reference');
  });

  it('shows the reference as it is printed when a citation is hovered', async () => {
    const card = await window.hover('rowe2014', /Rowe, Anna\. 2014\./);
    assert.match(card, /“<script>/i);
    await window.screenshot('hover-reference');
  });

  it('exports the report by pandoc once the person has heard what the check found', async function () {
    if (!hasPandoc()) this.skip();
    await window.command('Sourcewright: Export Report…');
    await window.pick('Word');
    await eventually(
      () => window.quickInput.inputValue(),
      (value) => value.endsWith('night.docx'),
    );
    await window.press('Enter');
    const dialog = window.page.locator('.monaco-dialog-box');
    await dialog.filter({ hasText: 'The check has found this in the draft: 1 error.' }).waitFor();
    await window.screenshot('export-report');
    await dialog.getByRole('button', { name: 'Export Anyway' }).click();
    const file = path.join(window.workspace.folder, 'drafts/night.docx');
    await eventually(
      () => existsSync(file),
      (exists) => exists,
    );
    const said = await eventually(
      () => window.notifications(),
      (all) => all.some((one) => one.includes('Exported: night.docx')),
    );
    assert.match(said.join('\n'), /pandoc says: .*nobody/s);
    const text = execFileSync('pandoc', [file, '--to', 'plain', '--wrap', 'none'], { encoding: 'utf8' });
    assert.match(text, /\(Rowe 2014, para\. 1\)/);
    assert.match(text, /^Rowe, Anna\. 2014\./m);
  });

  it('shows what an import would change, and adds what the person has ticked', async () => {
    window.workspace.write(
      'drafts/library.bib',
      '@book{quist2011, title={A History}, author={Quist, Per}, year={2011}}\n' +
        '@book{holm2012, title={Not \\$(bug) Wanted}, author={Holm, Eva}, year={2012}}\n',
    );
    await window.command('Sourcewright: Import References…');
    await window.pick('A file');
    // The dialog opens in the folder of the draft.
    await window.pick('library.bib');
    const row = window.page.locator('.quick-input-list .monaco-list-row', { hasText: '@holm2012' });
    await row.waitFor();
    await window.screenshot('import-tick');
    await row.click();
    await window.press('Enter');
    const preview = window.page.locator('.bulk-edit-panel');
    await preview.getByText('quist2011').first().waitFor();
    await window.screenshot('import-references');
    await preview.locator('input[type=checkbox], .monaco-checkbox').first().click();
    await preview.getByRole('button', { name: 'Apply' }).click();
    const yaml = await eventually(
      () => window.workspace.read('sources.yaml'),
      (text) => text.includes('quist2011'),
    );
    assert.ok(yaml.startsWith(RECORDS));
    assert.match(yaml, /- id: quist2011\n {4}type: book\n/);
    assert.doesNotMatch(yaml, /holm2012/);
  });

  it('offers what is new in the file that Zotero exports, and takes nothing by itself', async () => {
    const before = window.workspace.read('sources.yaml');
    window.workspace.write(
      'My [refs] {2}.json',
      `[${AASE},{"id":"tamm2020","type":"book","title":"Of Lamps and Men"}]`,
    );
    await eventually(
      () => window.notifications(),
      (all) => all.some((one) => one.includes('Zotero has references that sources.yaml has not: 2.')),
    );
    assert.equal(window.workspace.read('sources.yaml'), before);
  });

  it('offers it as well from Better BibTeX’s `.bib` file, and from another one once the setting names it', async () => {
    const book = (key: string) => `@book{${key}, title={Of ${key}}, author={Tamm, Eva}, date={2021}}\n`;
    const told = (count: number) =>
      eventually(
        () => window.notifications(),
        (all) =>
          all.some((one) => one.includes(`Zotero has references that sources.yaml has not: ${count}.`)),
      );
    const before = window.workspace.read('sources.yaml');
    window.workspace.write('refs/My library.bib', book('piers') + book('cranes') + book('ropes'));
    window.workspace.changeSettings({ 'sourcewright.zotero.file': 'refs/My library.bib' });
    await told(3);
    window.workspace.write('refs/My library.bib', ['piers', 'cranes', 'ropes', 'buoys'].map(book).join('\n'));
    await told(4);
    assert.equal(window.workspace.read('sources.yaml'), before);
  });

  it('writes a source down, and asks for what its record lacks', async () => {
    await window.openFile('lamps.txt');
    await window.command('Sourcewright: Record This Source');
    await window.pick('Report');
    await eventually(
      () => window.workspace.read('sources.yaml'),
      (text) => /id: verne2015\n {4}type: report\n[^]*file: sources\/lamps\.txt/.test(text),
    );
    await window.command('Sourcewright: Complete Source Record…');
    await window.page.getByText('Publisher: What the lamps were for (1/2)').waitFor();
    await window.screenshot('complete-record');
    await window.type('Lantern Press');
    await window.press('Enter');
    await window.page.getByText('Address: What the lamps were for (2/2)').waitFor();
    await window.press('Enter');
    await eventually(
      () => window.workspace.read('sources.yaml'),
      (text) => /file: sources\/lamps\.txt\n {4}publisher: Lantern Press\n/.test(text),
    );
  });

  it('are legible in themes of high contrast', async () => {
    window.useHighContrast();
    await window.command('View: Close All Editors');
    await window.openFile('night.md');
    await openPreview(window);
    await window.screenshot('preview-references');
    await window.command('View: Close All Editors');
    await window.openFile('night.md');
    await window.hover('rowe2014', /Rowe, Anna\. 2014\./);
    await window.screenshot('hover-reference');
  });
});

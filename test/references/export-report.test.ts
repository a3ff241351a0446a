import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { exportByPandoc, hasCodeToRun, hasPandoc, pdfEngine } from '../../src/extension/references/pandoc';
import { styleForPandoc } from '../../src/language/references/style-for-pandoc';
import { hasPandoc as pandocIsInstalled } from '../support/pandoc';
import { repositoryRoot as root } from '../support/root';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const DRAFT = '# The night\n\nIt was dark [@rowe2014, para. 2].\n';
const REFERENCES = JSON.stringify([
  {
    id: 'rowe2014',
    type: 'webpage',
    title: 'The harbour at night',
    author: [{ family: 'Rowe', given: 'Anna' }],
    issued: { 'date-parts': [[2014, 3, 24]] },
  },
]);

/** One white pixel. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=';

describe('Exporting a report by pandoc', function () {
  this.timeout(120_000);
  let folder: string;
  before(function () {
    if (!pandocIsInstalled()) this.skip();
  });
  beforeEach(() => {
    folder = temporaryFolder({ 'drafts/night.md': DRAFT });
  });
  afterEach(() => {
    removeFolder(folder);
  });
  const inputs = (target: string, more: { locale?: string; style?: string } = {}) => ({
    draft: path.join(folder, 'drafts/night.md'),
    target: path.join(folder, target),
    references: REFERENCES,
    style: styleForPandoc(fs.readFileSync(path.join(root, 'dist/citation-styles/apa.csl'), 'utf8')),
    ...more,
  });
  const asText = (file: string, form = 'plain') =>
    execFileSync('pandoc', [path.join(folder, file), '--to', form, '--wrap', 'none'], {
      encoding: 'utf8',
    });

  it('runs no code: that is for Quarto, which is said of drafts that may have some', async () => {
    const cell = '```{r}\nplot(1:9)\n```\n';
    const quarto = { ...inputs('night.html'), draft: path.join(folder, 'drafts/night.qmd') };
    fs.writeFileSync(quarto.draft, `${DRAFT}\n${cell}`);
    assert.equal((await exportByPandoc(quarto)).failed, false);
    assert.match(asText('night.html'), /plot\(1:9\)/);
    const told = ['night.qmd', '/a/Night.Rmd', 'night.md', 'qmd.markdown', 'night.qmd.md'].filter(
      hasCodeToRun,
    );
    assert.deepEqual(told, ['night.qmd', '/a/Night.Rmd']);
  });

  it('makes a Word file and a web page with citations and references in the style', async () => {
    for (const file of ['night.docx', 'night.html']) {
      assert.deepEqual(await exportByPandoc(inputs(file)), { failed: false, said: warningOf(file) });
      const text = asText(file);
      assert.match(text, /It was dark \(Rowe, 2014, para\. 2\)\./);
      assert.match(text, /Rowe, A\. \(2014, March 24\)\. The harbour at night\./);
    }
  });

  it('makes a PDF by a program that is there, names in any script included', async function () {
    const engine = await pdfEngine();
    if (engine === undefined || !canReadPdf()) {
      console.log('SKIPPED: no program for PDF (apt install weasyprint poppler-utils).');
      this.skip();
    }
    fs.writeFileSync(path.join(folder, 'drafts/night.md'), DRAFT.replace('dark', 'dark, Ḥusayn said,'));
    const { failed, said } = await exportByPandoc({ ...inputs('night.pdf'), engine });
    assert.equal(failed, false, said);
    const pdf = path.join(folder, 'night.pdf');
    const text = execFileSync(PDF_READER, [pdf, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
    assert.match(text.normalize(), /It was dark, Ḥusayn said, \(Rowe, 2014, para\. 2\)\./);
    assert.match(text, /The harbour at night/);
  });

  it('prints in the language that was chosen, unless the draft names its own', async () => {
    const german = inputs('night.docx', { locale: 'de-DE' });
    await exportByPandoc(german);
    assert.match(asText('night.docx'), /\(2014, März 24\)/);
    fs.writeFileSync(german.draft, `---\nlang: en-GB\n---\n\n${DRAFT}`);
    await exportByPandoc(german);
    assert.match(asText('night.docx'), /\(2014, March 24\)/);
  });

  it('reads locators as the preview does in every language, and prints them in that of the report', async () => {
    const cited = ['p. 12', 'pp. 12-14', 'para. 2', 'chap. 3', 's.v. lamp'].map(
      (locator) => `[@rowe2014, ${locator}]`,
    );
    const german = inputs('night.docx', { locale: 'de-DE' });
    fs.writeFileSync(german.draft, `${cited.join('; ')}.\n`);
    await exportByPandoc(german);
    assert.match(asText('night.docx'), /2014, S\. 12\); .*, S\. 12–14\); .*, Abs\. 2\); .*, Kapitel 3\); /);
    assert.match(asText('night.docx'), /S\.[^a-z]+v\.[^a-z]+lamp/);
    fs.writeFileSync(german.draft, `---\nlang: fr\n---\n\n[@rowe2014, pp. 12-14] and [@rowe2014, S. 3].\n`);
    await exportByPandoc(german);
    assert.match(asText('night.docx'), /2014, p\. 12.14\) and \(Rowe, 2014, S\. 3\)\./);
  });

  it('finds the pictures that stand beside the draft', async () => {
    fs.writeFileSync(path.join(folder, 'drafts/lamp.png'), Buffer.from(PICTURE, 'base64'));
    fs.writeFileSync(path.join(folder, 'drafts/night.md'), '![A lamp](lamp.png)\n');
    assert.deepEqual(await exportByPandoc(inputs('night.docx')), { failed: false, said: '' });
    assert.match(asText('night.docx', 'markdown'), /!\[A lamp\]\(media\/.*\.png\)/);
  });

  it('finds them in a folder with the sign in its name that stands between paths', async function () {
    if (path.delimiter !== ':') this.skip();
    const draft = path.join(folder, 'part 1: lamps/night.md');
    fs.mkdirSync(path.dirname(draft));
    fs.writeFileSync(path.join(path.dirname(draft), 'lamp.png'), Buffer.from(PICTURE, 'base64'));
    fs.writeFileSync(draft, '![A lamp](lamp.png)\n');
    assert.deepEqual(await exportByPandoc({ ...inputs('night.docx'), draft }), { failed: false, said: '' });
    assert.match(asText('night.docx', 'markdown'), /!\[A lamp\]\(media\/.*\.png\)/);
    assert.ok(fs.existsSync(path.join(path.dirname(draft), 'lamp.png')));
  });

  it('says what pandoc says where nothing comes of it, and of keys that nobody knows', async () => {
    const broken = await exportByPandoc(inputs('night.docx', { style: '<style>' }));
    assert.equal(broken.failed, true);
    assert.match(broken.said, /style/);
    fs.writeFileSync(path.join(folder, 'drafts/night.md'), 'Nobody knows @nobody.\n');
    const { failed, said } = await exportByPandoc(inputs('night.docx'));
    assert.deepEqual([failed, /nobody/.test(said)], [false, true]);
  });

  it('does not take a program that stands beside the draft, nor a name that begins like an option', async () => {
    const mark = path.join(folder, 'was-run');
    for (const place of ['drafts/pandoc', 'pandoc'])
      fs.writeFileSync(path.join(folder, place), `#!/bin/sh\ntouch '${mark}'\n`, { mode: 0o755 });
    fs.renameSync(path.join(folder, 'drafts/night.md'), path.join(folder, 'drafts/--lua-filter=x.lua'));
    const { failed } = await exportByPandoc({
      ...inputs('night.docx'),
      draft: path.join(folder, 'drafts/--lua-filter=x.lua'),
    });
    assert.deepEqual([failed, fs.existsSync(mark)], [false, false]);
  });

  it('is told apart from a machine without pandoc, or a program for PDF', async () => {
    const before = process.env['PATH'];
    try {
      assert.equal(await hasPandoc(), true);
      process.env['PATH'] = folder;
      assert.equal(await hasPandoc(), false);
      assert.equal(await pdfEngine(), undefined);
    } finally {
      process.env['PATH'] = before;
    }
  });
});

/** Of poppler-utils. */
const PDF_READER: string = 'pdftotext';

const canReadPdf = (): boolean => spawnSync(PDF_READER, ['-v'], { stdio: 'ignore' }).status === 0;

/** pandoc wants a title of a web page. */
const warningOf = (file: string): string =>
  file.endsWith('.html')
    ? "[WARNING] This document format requires a nonempty <title> element.\n  Defaulting to 'night' as the title.\n  To specify a title, use 'title' in metadata or --metadata title=\"...\"."
    : '';

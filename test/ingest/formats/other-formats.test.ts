import assert from 'node:assert/strict';
import type { SourceText } from '#corpus-index';
import { readFolder } from '../../../src/ingest/read-folder';
import { makeDocxWithNote, makeEpub, makeMail, makeOdt, makeWebArchive } from '../../support/make-documents';
import { makePdf, type PdfLine } from '../../support/make-pdf';
import { droppedOf, passagesOf, readFormatted, readSourceBytes } from '../../support/read-formatted';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder';
import { verdictsOf } from '../../support/verdicts-of';

const LONG =
  'The committee met in the harbour office at noon and went through the plans for the wall one by one, as it had done each spring.';

describe('reading a book (EPUB)', () => {
  const break_ = (n: number) => `<span epub:type="pagebreak" role="doc-pagebreak" title="${n}"/>`;
  const metadata =
    '<dc:title>Low Walls</dc:title><dc:creator>Ada Verne</dc:creator><dc:date>2014-03-24</dc:date><dc:publisher>The Quay</dc:publisher><dc:language>en-GB</dc:language>';
  let source: SourceText;
  before(async () => {
    source = await readSourceBytes(
      'a.epub',
      makeEpub(
        [
          `<h1>The plans</h1>${break_(11)}<p>${LONG}</p>`,
          `<h1>The wall</h1><p>Nobody objected<a epub:type="noteref" href="#n1">1</a> to ${break_(12)}what was drawn, and the wall was built.</p><p>It was low.</p>`,
        ],
        { metadata },
      ),
    );
  });

  it('takes its chapters in the order of reading, and headings apart', () => {
    assert.deepEqual(passagesOf(source), [
      LONG,
      'Nobody objected1 to what was drawn, and the wall was built.',
      'It was low.',
    ]);
    assert.deepEqual(droppedOf(source), ['heading: The plans', 'heading: The wall']);
  });

  it('takes title, author, date, publisher and language from the package', () => {
    const { title, author, issued, site, language } = source.metadata;
    assert.deepEqual(
      [title, author, issued, site, language],
      ['Low Walls', ['Ada Verne'], '2014-03-24', 'The Quay', 'en-GB'],
    );
  });

  it('knows the pages of its print, and paragraphs as well', () => {
    assert.deepEqual(
      verdictsOf(
        source,
        '“what was drawn, and the wall” [@KEY, p. 12]',
        '“what was drawn, and the wall” [@KEY, p. 11]',
        '“what was drawn, and the wall” [@KEY, para. 2]',
      ),
      ['verbatim', 'elsewhere', 'verbatim'],
    );
  });

  it('passes over the marks of notes', () => {
    assert.deepEqual(verdictsOf(source, '“Nobody objected to what was drawn” [@KEY]'), ['verbatim']);
  });
});

describe('reading a saved page', () => {
  const html = `<html lang="en"><head><title>Low Walls</title><meta property="og:site_name" content="The Quay"></head><body><nav><a href="/">Home</a></nav><article><h1>Low Walls</h1><p>${LONG}</p><p>“Nobody objected” — so the clerk said. ${LONG}</p></article></body></html>`;

  it('takes the page out of a web archive, whatever is kept beside it', async () => {
    const source = await readSourceBytes('a.mhtml', makeWebArchive(html));
    assert.deepEqual(passagesOf(source), [LONG, `“Nobody objected” — so the clerk said. ${LONG}`]);
    assert.deepEqual([source.metadata.title, source.metadata.site], ['Low Walls', 'The Quay']);
  });

  it('takes the page with the folder that the browser saved beside it for one source', async () => {
    const frame = `<html><body><p>An advertisement that is ${LONG}</p></body></html>`;
    const folder = temporaryFolder({
      'sources/Low Walls.html': html,
      'sources/Low Walls_files/frame.html': frame,
      'sources/Low Walls_files/deeper/other.htm': frame,
      'sources/Mauer.htm': html,
      'sources/Mauer-Dateien/anzeige.html': frame,
      'sources/kept_files/own.html': html,
    });
    const { corpus, failures } = await readFolder(folder, undefined, readFormatted);
    assert.deepEqual(corpus.sources.map(({ path }) => path).sort(), [
      'sources/Low Walls.html',
      'sources/Mauer.htm',
      'sources/kept_files/own.html',
    ]);
    assert.deepEqual(failures, []);
    removeFolder(folder);
  });

  it('is read as a whole where no article can be told from the rest', async () => {
    const links = Array.from(
      { length: 12 },
      (_, at) => `<li><a href="${at}.html">Part ${at} of the plans</a></li>`,
    );
    const source = await readSourceBytes(
      'a.html',
      Buffer.from(`<html><body><h1>Plans</h1><ul>${links.join('')}</ul></body></html>`),
    );
    assert.match(source.text, /Part 3 of the plans/);
  });
});

describe('reading OpenDocument and mail', () => {
  it('takes paragraphs, headings and notes of an OpenDocument text', async () => {
    const note = (mark: number, words: string) =>
      `<text:note><text:note-citation>${mark}</text:note-citation><text:note-body><text:p>${words}</text:p></text:note-body></text:note>`;
    const source = await readSourceBytes(
      'a.odt',
      makeOdt(
        `<text:h>The plans</text:h><text:p>Nobody objected${note(1, 'Kept by the clerk.')} to what was drawn.</text:p>`,
      ),
    );
    assert.deepEqual(droppedOf(source), ['heading: The plans']);
    assert.deepEqual(
      verdictsOf(source, '“Nobody objected to what was drawn” [@KEY, para. 1]', '“Kept by the clerk” [@KEY]'),
      ['verbatim', 'verbatim'],
    );
  });

  it('takes subject, sender, date and words of a mail', async () => {
    const source = await readSourceBytes('a.eml', makeMail(`<p>${LONG}</p><p>Nobody objected.</p>`));
    const { title, author, issued } = source.metadata;
    assert.deepEqual([title, author, issued], ['The wall', ['Ada Verne'], '2014-03-24']);
    assert.deepEqual(verdictsOf(source, '“as it had done each spring” [@KEY, para. 1]'), ['verbatim']);
  });
});

describe('marks of notes', () => {
  const quotations = ['“Nobody objected to what was drawn” [@KEY]', '“Kept by the clerk” [@KEY]'];

  it('break no quotation from a Word document', async () => {
    const source = await readSourceBytes(
      'a.docx',
      makeDocxWithNote('Nobody objected', ' to what was drawn.', 'Kept by the clerk.'),
    );
    assert.deepEqual(verdictsOf(source, ...quotations), ['verbatim', 'verbatim']);
  });

  it('break no quotation from a web page', async () => {
    const page = `<html><body><article><p>${LONG}</p><p>Nobody objected<sup id="r1"><a href="#n1">[1]</a></sup> to what was drawn.</p><section role="doc-endnotes"><ol><li id="n1"><p>Kept by the clerk. <a href="#r1">↩</a></p></li></ol></section></article></body></html>`;
    const source = await readSourceBytes('a.html', Buffer.from(page));
    assert.deepEqual(verdictsOf(source, ...quotations), ['verbatim', 'verbatim']);
  });

  it('break no quotation from a PDF', async () => {
    const page: PdfLine[] = [
      { text: 'The clerk kept the plans. Nobody objected', x: 72, y: 700 },
      { text: '1', x: 281, y: 704, size: 6 },
      { text: 'to what was drawn.', x: 288, y: 700 },
      { text: '1', x: 72, y: 104, size: 6 },
      { text: 'Kept by the clerk.', x: 77, y: 100, size: 9 },
    ];
    const source = await readSourceBytes('a.pdf', makePdf([page]));
    assert.deepEqual(verdictsOf(source, ...quotations), ['typographic', 'verbatim']);
  });
});

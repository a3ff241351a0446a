import assert from 'node:assert/strict';
import { isFailure } from '../../../src/ingest/read-source';
import { makeEpub, makeOdt, makeWebArchiveOf } from '../../support/make-documents';
import { makePdf, pdfPage } from '../../support/make-pdf';
import { droppedOf, passagesOf, readBytes, readSourceBytes } from '../../support/read-formatted';

const LONG =
  'The committee met in the harbour office at noon and went through the plans for the wall one by one, as it had done each spring.';
const NEXT = `Nobody objected. ${LONG}`;

describe('tables of OpenDocument texts', () => {
  const cell = (content: string) => `<table:table-cell>${content}</table:table-cell>`;
  const table = (...rows: readonly string[]) =>
    `<table:table>${rows.map((row) => `<table:table-row>${row}</table:table-row>`).join('')}</table:table>`;
  const textOf = async (body: string) => (await readSourceBytes('a.odt', makeOdt(body))).text;

  it('have the paragraphs of a cell apart, and no remarks', async () => {
    const remark =
      '<office:annotation><dc:creator>Ada</dc:creator><text:p>Ask her.</text:p></office:annotation>';
    const text = await textOf(
      table(
        cell(`<text:p>a low wall${remark}</text:p><text:p>of <text:span>stone</text:span></text:p>`) +
          cell('\n  <text:p>2001</text:p>\n'),
      ),
    );
    assert.equal(text, 'a low wall of stone\t2001');
  });

  it('have their notes behind the text, and marks of notes that are no words', async () => {
    const note =
      '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Kept by the clerk.</text:p></text:note-body></text:note>';
    const source = await readSourceBytes(
      'a.odt',
      makeOdt(table(cell(`<text:p>a low${note} wall</text:p>`)) + `<text:p>${LONG}</text:p>`),
    );
    assert.equal(source.text, `a low[1] wall\n\n${LONG}\n\nKept by the clerk.`);
  });

  it('in a cell are read once, with the rows of a heading', async () => {
    const inner = table(cell('<text:p>b</text:p>') + cell('<text:p>c</text:p>'));
    const head = `<table:table-header-rows><table:table-row>${cell('<text:p>Year</text:p>')}</table:table-row></table:table-header-rows>`;
    const outer = table(cell(`<text:p>a</text:p>${inner}<text:p>d</text:p>`) + cell('<text:p>e</text:p>'));
    assert.equal(await textOf(outer.replace('<table:table>', `<table:table>${head}`)), 'Year\na\nb\tc\nd\te');
  });
});

describe('spaces of OpenDocument texts', () => {
  for (const count of ['-1', '1.5', 'many', '1e9', '60000000', '2'])
    it(`are spaces where their number is ${count}`, async () => {
      const source = await readSourceBytes(
        'a.odt',
        makeOdt(`<text:p>a low<text:s text:c="${count}"/>wall</text:p>`),
      );
      assert.match(source.text, /^a low {1,1000}wall$/);
    });
});

describe('books and pages written as XML', () => {
  const body = `<script src="x.js"/><iframe src="x"/><nav/><p>${LONG}<a id="p2"/></p><script>// <nav/></script><p>Low<br/>walls.</p>`;

  it('are read behind elements that close themselves', async () => {
    const book = await readSourceBytes('a.epub', makeEpub([body, `<title/><p>${NEXT}</p>`]));
    assert.deepEqual(passagesOf(book), [LONG, 'Low\nwalls.', NEXT]);
    const page = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${body}<p>${NEXT}</p></body></html>`;
    assert.deepEqual(passagesOf(await readSourceBytes('a.xhtml', Buffer.from(page))), [
      LONG,
      'Low\nwalls.',
      NEXT,
    ]);
  });

  const item = '<item id="x" href="100%.xhtml" media-type="application/xhtml+xml"/>';
  const packageOf = (items: string, spine: string) =>
    `<package><manifest>${items}</manifest><spine>${spine}</spine></package>`;

  it('are read where a part of the book is missing, or has a bare % in its address', async () => {
    const own = '<item id="c" href="c1.xhtml" media-type="application/xhtml+xml"/>';
    const spine = '<itemref idref="x"/><itemref idref="c"/>';
    const opf = packageOf(item + own, spine);
    const missing = await readSourceBytes(
      'a.epub',
      makeEpub([`<p>${LONG}</p>`], { others: { 'book/book.opf': opf } }),
    );
    assert.deepEqual(passagesOf(missing), [LONG]);
    assert.deepEqual(missing.unread, ['book/100%.xhtml']);
    const others = { 'book/book.opf': opf, 'book/100%.xhtml': `<p>${NEXT}</p>` };
    const named = await readSourceBytes('a.epub', makeEpub([`<p>${LONG}</p>`], { others }));
    assert.deepEqual(passagesOf(named), [NEXT, LONG]);
  });

  it('are damaged where no part of the book is left', async () => {
    const opf = packageOf(item, '<itemref idref="x"/>');
    const read = await readBytes('a.epub', makeEpub([], { others: { 'book/book.opf': opf } }));
    assert.deepEqual(isFailure(read) && [read.code, read.detail], ['damaged', 'book/100%.xhtml is missing']);
  });
});

describe('the page of a web archive', () => {
  const frame = { html: `<p>An advertisement. ${LONG}</p>`, location: 'https://ads.example.org/1', id: 'ad' };
  const page = {
    html: `<html><body><article><p>${LONG}</p><p>${NEXT}</p></article></body></html>`,
    location: 'https://example.org/wall',
    id: 'page',
  };

  it('is the one saved, without what stood in frames, and has its address', async () => {
    for (const parts of [
      [page, frame],
      [frame, page],
    ]) {
      const source = await readSourceBytes('a.mhtml', makeWebArchiveOf(parts, { saved: page.location }));
      assert.deepEqual([passagesOf(source), droppedOf(source)], [[LONG, NEXT], []]);
      assert.equal(source.metadata.url, page.location);
    }
  });

  it('is the one that the archive names, else the first', async () => {
    const named = await readSourceBytes('a.mht', makeWebArchiveOf([frame, page], { start: '<page>' }));
    assert.deepEqual(passagesOf(named), [LONG, NEXT]);
    const first = await readSourceBytes('a.mht', makeWebArchiveOf([page, frame], {}));
    assert.deepEqual(passagesOf(first), [LONG, NEXT]);
  });
});

describe('a PDF with a broken page', () => {
  const page = (words: string) => pdfPage([[`${words} is what stands on this page, line by line.`]]);
  const pages = ['The first', 'The second', 'The third'].map(page);
  const whole = makePdf(pages).toString('latin1');
  /** With the second page's object, from here on, as `broken` makes it. */
  const brokenBy = (start: RegExp, broken: (words: string) => string) => {
    const at = [...whole.matchAll(start)][1]!.index;
    return Buffer.from(whole.slice(0, at) + broken(whole.slice(at)), 'latin1');
  };

  it('is read but for that page, which is named', async () => {
    const unpacked = (words: string) => words.replace('/Length', '/Filter /FlateDecode /Length');
    const source = await readSourceBytes('a.pdf', brokenBy(/<< \/Length/g, unpacked));
    assert.deepEqual(passagesOf(source), [
      'The first is what stands on this page, line by line.',
      'The third is what stands on this page, line by line.',
    ]);
    assert.deepEqual(source.unread, ['a part of page 2']);
    assert.deepEqual(
      source.pages?.map(({ n }) => n),
      [1, 3],
    );
  });

  it('is read up to a page that is none, and what is missing is named', async () => {
    const none = (words: string) => words.replace(/<< \/Type \/Page [^]*?>> >> >>/, '17');
    const source = await readSourceBytes('a.pdf', brokenBy(/<< \/Type \/Page /g, none));
    assert.deepEqual(passagesOf(source), ['The first is what stands on this page, line by line.']);
    assert.deepEqual(source.unread, ['page 2 and what follows it']);
  });

  it('has no such problem when it is whole', async () => {
    assert.equal((await readSourceBytes('a.pdf', makePdf(pages))).unread, undefined);
  });
});

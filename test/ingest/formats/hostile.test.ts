import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import * as path from 'node:path';
import { describeFailure } from '../../../src/ingest/failure';
import { formatReader } from '../../../src/ingest/format-reader';
import { readFolder } from '../../../src/ingest/read-folder';
import { isFailure } from '../../../src/ingest/read-source';
import { makeDocx, makeZip } from '../../support/make-zip';
import { makePdf, pdfPage } from '../../support/make-pdf';
import {
  FORMAT_WORKER,
  passagesOf,
  readBytes,
  readFormatted,
  readSourceBytes,
} from '../../support/read-formatted';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder';

const WORDS = 'The wall was low, and nobody had asked why it was low.';
const PDF = makePdf([pdfPage([[WORDS]])]);

/** The code of the failure, which has a sentence for a person as well. */
async function failureCode(name: string, bytes: Uint8Array): Promise<string> {
  const read = await readBytes(name, bytes);
  if (!isFailure(read)) return `read: ${read.text.slice(0, 80)}`;
  assert.match(describeFailure(read), /^[A-Z].* (?:not checked|setting .*)\.$/);
  return read.code;
}

describe('hostile and broken files', function () {
  this.timeout(60_000);

  it('says of an encrypted PDF that it is encrypted', async () => {
    const encryption =
      '/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) /U (bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb) >> /ID [(x) (x)]';
    assert.equal(
      await failureCode('a.pdf', makePdf([pdfPage([[WORDS]])], { trailer: encryption })),
      'encrypted',
    );
  });

  it('says of a PDF that was cut off, of noise and of an empty file that it is damaged', async () => {
    for (const bytes of [
      PDF.subarray(0, 60),
      Buffer.from('%PDF-1.7\n%%EOF'),
      Buffer.alloc(0),
      Buffer.alloc(5000, 7),
    ])
      assert.equal(await failureCode('a.pdf', bytes), 'damaged');
    for (const name of ['a.docx', 'a.odt', 'a.epub'])
      for (const bytes of [Buffer.alloc(0), Buffer.from('no archive'), makeDocx([WORDS]).subarray(0, 200)])
        assert.equal(await failureCode(name, bytes), 'damaged');
  });

  it('reads what is left of a PDF that lacks its end', async () => {
    const source = await readSourceBytes('a.pdf', PDF.subarray(0, PDF.length - 20));
    assert.deepEqual(passagesOf(source), [WORDS]);
  });

  it('says of a PDF without words that it may hold pictures of pages', async () => {
    assert.equal(await failureCode('scan.pdf', makePdf([[], []])), 'no-words');
  });

  it('stops at an archive that unpacks to more than a document can', async () => {
    const bomb = makeDocx([WORDS], { 'word/media/image1.xml': '\0'.repeat(300 * 1024 * 1024) });
    assert.ok(bomb.length < 1024 * 1024);
    assert.equal(await failureCode('a.docx', bomb), 'too-complex');
  });

  it('does not let entities grow', async () => {
    const levels = Array.from({ length: 12 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`);
    const doctype = `<!DOCTYPE w [<!ENTITY e0 "ha">${levels.join('')}]>`;
    const document = `<?xml version="1.0"?>${doctype}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e12;</w:t></w:r></w:p></w:body></w:document>`;
    const read = await readBytes('a.docx', makeDocx([], { 'word/document.xml': document }));
    assert.ok(isFailure(read) || read.text.length < 1000);
    const content = `<?xml version="1.0"?>${doctype}<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:p>&e12;</text:p></office:text></office:body></office:document-content>`;
    const odt = await readBytes('a.odt', makeZip({ 'content.xml': content }));
    assert.ok(isFailure(odt) || odt.text.length < 1000);
  });

  it('reads or refuses ten thousand elements in one another, and goes on with the next file', async () => {
    const nested = `<html><body>${'<div>'.repeat(10_000)}${WORDS}${'</div>'.repeat(10_000)}</body></html>`;
    const read = await readBytes('a.html', Buffer.from(nested));
    if (isFailure(read)) assert.equal(read.code, 'too-complex');
    else assert.deepEqual(passagesOf(read), [WORDS]);
    assert.deepEqual(passagesOf(await readSourceBytes('b.docx', makeDocx([WORDS]))), [WORDS]);
  });

  it('refuses names that lead out of an archive, and writes nothing', async () => {
    const folder = temporaryFolder({});
    const target = path.join(folder, 'evil.txt');
    const names = ['../../../../../../../../..' + target, target];
    for (const name of names)
      assert.equal(await failureCode('a.docx', makeDocx([WORDS], { [name]: 'evil' })), 'damaged');
    assert.deepEqual(fs.readdirSync(folder), []);
    removeFolder(folder);
  });

  it('runs no script and fetches nothing', async () => {
    let requests = 0;
    const server = http.createServer((_, response) => {
      requests++;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const folder = temporaryFolder({});
    const page = `<html><head><base href="${address}/"><link rel="stylesheet" href="${address}/a.css"><script src="${address}/a.js"></script></head>
      <body onload="fetch('${address}')"><script>require('fs').writeFileSync(${JSON.stringify(path.join(folder, 'x'))}, '')</script>
      <article><p>${WORDS} ${WORDS}</p><img src="${address}/a.png"><iframe src="${address}/f"></iframe><p>${WORDS} ${WORDS}</p></article></body></html>`;
    const source = await readSourceBytes('a.html', Buffer.from(page));
    assert.equal(source.text, `${WORDS} ${WORDS}\n\n${WORDS} ${WORDS}`);
    const mail = `From: Ada <ada@example.org>\r\nSubject: Wall\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${page}`;
    assert.match((await readSourceBytes('a.eml', Buffer.from(mail))).text, /The wall was low/);
    assert.equal(requests, 0);
    assert.deepEqual(fs.readdirSync(folder), []);
    server.close();
    removeFolder(folder);
  });

  it('stops at its limit of time, and reads the next file in a new thread', async () => {
    const impatient = formatReader(FORMAT_WORKER, { time: 5, memory: 512 * 1024 * 1024 });
    const read = await impatient({ path: 'a.pdf', format: 'pdf', ending: 'pdf' }, PDF);
    assert.equal('code' in read && read.code, 'too-slow');
  });

  it('stops at its limit of memory', async () => {
    const narrow = formatReader(FORMAT_WORKER, { time: 30_000, memory: 24 * 1024 * 1024 });
    const page = `<html><body>${`<p>${WORDS}</p>`.repeat(100_000)}</body></html>`;
    const read = await narrow({ path: 'a.html', format: 'html', ending: 'html' }, Buffer.from(page));
    assert.equal('code' in read && read.code, 'too-much-memory');
  });

  it('does not open a file beyond the size that is set, and reads the others', async () => {
    const folder = temporaryFolder({ 'sources/a.pdf': PDF, 'sources/big.html': '' });
    fs.truncateSync(path.join(folder, 'sources/big.html'), 200 * 1024 * 1024);
    const { corpus, failures } = await readFolder(folder, undefined, readFormatted);
    assert.deepEqual(
      failures.map(({ code }) => code),
      ['too-large'],
    );
    assert.equal(corpus.sources.length, 1);
    removeFolder(folder);
  });
});

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import * as path from 'node:path';
import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { describeFailure } from '../../../src/ingest/failure';
import { readFolder } from '../../../src/ingest/read-folder';
import { isFailure } from '../../../src/ingest/read-source';
import { makeDocx, makeZip } from '../../support/make-zip';
import { makeEpub, makeMail, makeOdt, makeWebArchive } from '../../support/make-documents';
import { makePdf, pdfPage } from '../../support/make-pdf';
import { watchPeakMemory } from '../../support/peak-memory';
import { readBytes, readFormatted } from '../../support/read-formatted';
import { repositoryRoot } from '../../support/root';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder';

const WORDS = 'The wall was low, and nobody had asked why it was low.';
const XML = '<?xml version="1.0"?>';
const page = (body: string) => `<html><body><article><p>${WORDS}</p>${body}</article></body></html>`;
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** The limits of the product, for one file: of time, of the heap, and of what the process grows by beside it. */
const LIMITS = { time: 30_000, memory: 512 * 1024 * 1024 };

/**
 * The limit is for what one file makes the process grow by, beside the half of it that may be left of files before; what comes between
 * two looks is on top.
 */
const MOST_MEMORY = 1.5 * LIMITS.memory + 96 * 1024 * 1024;

/** What a container of the old kind begins with, and the name of a stream in its directory. */
const oldContainer = (stream: string): Buffer =>
  Buffer.concat([
    ...[Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(504)],
    ...[Buffer.from(stream, 'utf16le'), Buffer.alloc(600)],
  ]);

/** Deflated as if these bytes stood there so many times. */
function deflatedTimes(count: number, bytes: Buffer): Buffer {
  const block = deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH });
  const end = Buffer.from([3, 0, 0, 0, 0, 0]);
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: count }, () => block), end]);
}

/** How a file was received: read, or refused with a code and a sentence for a person; always within the limits. */
async function received(name: string, bytes: Uint8Array): Promise<string> {
  const start = Date.now();
  const peakMemory = watchPeakMemory();
  const read = await readBytes(name, bytes);
  const peak = peakMemory();
  assert.ok(Date.now() - start < LIMITS.time + 5000, `${name} took ${Date.now() - start} ms`);
  if (peak !== undefined) assert.ok(peak < MOST_MEMORY, `${name} took ${Math.round(peak / 1024 / 1024)} MB`);
  if (!isFailure(read)) return `read: ${read.text.slice(0, 200)}`;
  assert.match(describeFailure(read), /^[A-Z].* (?:not checked|setting .*)\.$/s);
  return read.code;
}

describe('every reader, given what is built to do harm', function () {
  this.timeout(240_000);

  afterEach(async () => {
    assert.match(
      await received('next.html', Buffer.from(page(''))),
      /^read: The wall/,
      'the next file is read',
    );
  });

  it('says of an old Word file with a new ending what it is', async () => {
    const read = await readBytes('a.docx', oldContainer('WordDocument'));
    assert.ok(isFailure(read));
    assert.equal(read.code, 'damaged');
    assert.match(describeFailure(read), /an old Word file, \.doc: open it in Word and save it as \.docx/);
  });

  it('says of an encrypted file that it is encrypted', async () => {
    const manifest = `${XML}<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`;
    const files: Record<string, Buffer> = {
      'a.docx': oldContainer('EncryptedPackage'),
      'a.odt': makeOdt(`<text:p>${WORDS}</text:p>`, { 'META-INF/manifest.xml': manifest }),
      'a.epub': makeEpub([`<p>${WORDS}</p>`], { others: { 'META-INF/rights.xml': XML } }),
    };
    for (const [name, bytes] of Object.entries(files))
      assert.equal(await received(name, bytes), 'encrypted', name);
  });

  it('reads what is left of a text that was cut off, and refuses an archive that was', async () => {
    const html = page(`<p>${WORDS} ${WORDS}</p>`);
    for (const [name, bytes] of Object.entries({
      'a.html': Buffer.from(html),
      'a.eml': makeMail(html),
      'a.mhtml': makeWebArchive(html),
    }))
      assert.match(
        await received(name, bytes.subarray(0, bytes.length - 60)),
        /^read: [\s\S]*The wall/,
        name,
      );
    for (const [name, bytes] of Object.entries({
      'a.docx': makeDocx([WORDS]),
      'a.odt': makeOdt(`<text:p>${WORDS}</text:p>`),
      'a.epub': makeEpub([`<p>${WORDS}</p>`]),
    }))
      assert.equal(await received(name, bytes.subarray(0, bytes.length - 30)), 'damaged', name);
  });

  it('stops at archives that unpack to more than a document can', async () => {
    const bomb = `${XML}${' '.repeat(260 * 1024 * 1024)}`;
    const files: Record<string, Buffer> = {
      'a.docx': makeDocx([], { 'word/document.xml': bomb }),
      'a.odt': makeZip({ 'content.xml': bomb }),
      'a.epub': makeEpub([`<p>${WORDS}</p>`], { others: { 'book/c1.xhtml': bomb } }),
    };
    for (const [name, bytes] of Object.entries(files)) {
      assert.ok(bytes.length < 1024 * 1024);
      assert.equal(await received(name, bytes), 'too-complex', name);
    }
  });

  it('stops at a PDF page that unpacks to gigabytes, in whatever way it is packed', async () => {
    const spaces = Buffer.alloc(64 * 1024 * 1024, ' ');
    // A byte to repeat 128 times, and so on.
    const runs = Buffer.alloc(32 * 1024 * 1024, Buffer.from([129, 32]));
    const streams = [
      { filter: '/FlateDecode', bytes: deflatedTimes(24, spaces) },
      { filter: '[/FlateDecode /FlateDecode]', bytes: deflateSync(deflatedTimes(48, spaces)) },
      { filter: '[/FlateDecode /RunLengthDecode]', bytes: deflateSync(runs) },
    ];
    for (const stream of streams) {
      const bomb = makePdf([[]], { stream });
      assert.ok(bomb.length < 2 * 1024 * 1024);
      assert.equal(await received('a.pdf', bomb), 'too-much-memory', stream.filter);
    }
  });

  it('reads a PDF page that is packed twice, and a large one that is unpacked to more than most', async () => {
    const words = `BT /F1 11 Tf 72 740 Td (${WORDS}) Tj ET`;
    const stream = { filter: '[/FlateDecode /FlateDecode]', bytes: deflateSync(deflateSync(words)) };
    assert.match(await received('a.pdf', makePdf([[]], { stream })), /^read: The wall was low/);
    const large = deflateSync(words + ' '.repeat(80 * 1024 * 1024));
    const page = makePdf([[]], { stream: { filter: '/FlateDecode', bytes: large } });
    assert.match(await received('b.pdf', page), /^read: The wall was low/);
  });

  it('reads or refuses ten thousand parts of a mail, beside and in one another', async () => {
    const PARTS = 10_000;
    const begin = (n: number) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`;
    const text = `Content-Type: text/html; charset=utf-8\r\n\r\n${page('')}\r\n`;
    const nested = Array.from({ length: PARTS }, (_, n) => begin(n)).join('') + text;
    const beside = `${begin(0)}${Array.from({ length: PARTS }, () => text).join('--b0\r\n')}--b0--\r\n`;
    for (const name of ['a.eml', 'a.mhtml'])
      for (const parts of [nested, beside])
        assert.match(
          await received(name, Buffer.from(`Subject: The wall\r\nMIME-Version: 1.0\r\n${parts}`)),
          /^(?:read: The wall|damaged$|too-complex$|too-slow$|no-words$)/,
          name,
        );
  });

  it('does not let entities grow', async () => {
    const levels = Array.from({ length: 12 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`);
    const doctype = `<!DOCTYPE html [<!ENTITY e0 "ha"><!ENTITY f SYSTEM "file:///etc/hostname">${levels.join('')}]>`;
    const files: Record<string, Buffer> = {
      'a.docx': makeDocx([], {
        'word/document.xml': `${XML}${doctype}<w:document ${W}><w:body><w:p><w:r><w:t>${WORDS} &e12;&f;</w:t></w:r></w:p></w:body></w:document>`,
      }),
      'a.odt': makeOdt(`<text:p>${WORDS} &e12;&f;</text:p>`, {}, doctype),
      'a.epub': makeEpub([`<p>${WORDS} &e12;&f;</p>`], { doctype }),
      'a.xhtml': Buffer.from(`${XML}${doctype}${page('<p>&e12;&f;</p>')}`),
      'a.eml': makeMail(`${doctype}${page('<p>&e12;&f;</p>')}`),
      'a.mhtml': makeWebArchive(`${doctype}${page('<p>&e12;&f;</p>')}`),
    };
    const secret = fs.readFileSync('/etc/hostname', { encoding: 'utf8', flag: 'a+' }).trim();
    for (const [name, bytes] of Object.entries(files)) {
      const answer = await received(name, bytes);
      assert.match(answer, /^(?:read: |damaged$|too-complex$)/, name);
      assert.doesNotMatch(answer, /haha/, name);
      assert.ok(secret === '' || !answer.includes(secret), name);
    }
  });

  it('reads or refuses ten thousand elements in one another', async () => {
    const DEEP = 10_000;
    const nested = (open: string, close: string, inside: string) =>
      open.repeat(DEEP) + inside + close.repeat(DEEP);
    const html = `<html><body>${nested('<div>', '</div>', WORDS)}</body></html>`;
    const table = nested(
      '<w:tbl><w:tr><w:tc>',
      '</w:tc></w:tr></w:tbl>',
      `<w:p><w:r><w:t>${WORDS}</w:t></w:r></w:p>`,
    );
    const kids = Array.from(
      { length: DEEP },
      (_, at) => `${at + 4} 0 obj\n<< /Type /Pages /Kids [${at + 5} 0 R] /Count 1 >>\nendobj\n`,
    );
    const files: Record<string, Buffer> = {
      'a.html': Buffer.from(html),
      'a.eml': makeMail(html),
      'a.mhtml': makeWebArchive(html),
      'a.epub': makeEpub([nested('<div>', '</div>', WORDS)]),
      'a.odt': makeOdt(nested('<text:section>', '</text:section>', `<text:p>${WORDS}</text:p>`)),
      'a.docx': makeDocx([], {
        'word/document.xml': `${XML}<w:document ${W}><w:body>${table}</w:body></w:document>`,
      }),
      'a.pdf': Buffer.from(
        `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 4 0 R >>\nendobj\n${kids.join('')}trailer\n<< /Root 1 0 R >>\n%%EOF\n`,
      ),
    };
    for (const [name, bytes] of Object.entries(files))
      assert.match(
        await received(name, bytes),
        /^(?:read: The wall|too-complex$|too-slow$|damaged$|no-words$)/,
        name,
      );
  });

  it('refuses names that lead out of an archive, or finds nothing there, and writes nothing', async () => {
    const folder = temporaryFolder({});
    const target = path.join(folder, 'evil.txt');
    for (const name of ['../../../../../../../..' + target, target]) {
      assert.equal(await received('a.docx', makeDocx([WORDS], { [name]: 'evil' })), 'damaged');
      assert.equal(
        await received('a.odt', makeOdt(`<text:p>${WORDS}</text:p>`, { [name]: 'evil' })),
        'damaged',
      );
      assert.equal(
        await received('a.epub', makeEpub([`<p>${WORDS}</p>`], { others: { [name]: 'evil' } })),
        'damaged',
      );
    }
    const outside = `${XML}<package><manifest><item id="a" href="../../../../../../etc/passwd" media-type="text/html"/></manifest><spine><itemref idref="a"/></spine></package>`;
    assert.equal(await received('a.epub', makeEpub([], { others: { 'book/book.opf': outside } })), 'damaged');
    assert.deepEqual(fs.readdirSync(folder), []);
    removeFolder(folder);
  });

  it('runs nothing, fetches nothing and writes nothing', async () => {
    let requests = 0;
    const server = http.createServer((_, response) => {
      requests++;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const folder = temporaryFolder({});
    const script = `fetch('${address}'); require('fs').writeFileSync(${JSON.stringify(path.join(folder, 'x'))}, '')`;
    const html = `<html><head><base href="${address}/"><link rel="stylesheet" href="a.css"><script src="${address}/a.js"></script><meta http-equiv="refresh" content="0; url=${address}"></head>
      <body onload="${script}"><script>${script}</script><article><p>${WORDS}</p><img src="${address}/a.png" srcset="${address}/b.png 2x"><iframe src="${address}/f"></iframe><object data="${address}/o"></object><p>${WORDS} ${WORDS}</p></article></body></html>`;
    const image = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
    const drawing = `<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="r9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;
    const files: Record<string, Buffer> = {
      'a.html': Buffer.from(html),
      'a.eml': makeMail(html),
      'a.mhtml': makeWebArchive(html),
      'a.epub': makeEpub([html.replace(/^[\s\S]*<article>|<\/article>[\s\S]*$/g, '')]),
      'a.odt': makeOdt(
        `<text:p>${WORDS}<draw:frame><draw:image xlink:href="${address}/a.png" xlink:actuate="onLoad"/></draw:frame></text:p><office:scripts><office:script>x</office:script></office:scripts>`,
      ),
      'a.docx': makeDocx([], {
        'word/document.xml': `${XML}<w:document ${W}><w:body><w:p><w:r><w:t>${WORDS}</w:t></w:r><w:r>${drawing}</w:r></w:p></w:body></w:document>`,
        'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="${image}" Target="${address}/a.png" TargetMode="External"/></Relationships>`,
      }),
      'a.pdf': makePdf([pdfPage([[WORDS]])], {
        labels: `/OpenAction << /S /JavaScript /JS (app.launchURL\\("${address}"\\)) >> /AA << /WC << /S /URI /URI (${address}) >> >> /Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /FS /URL /F (${address}/f) >>] >> >>`,
      }),
    };
    for (const [name, bytes] of Object.entries(files))
      assert.match(await received(name, bytes), /^read: [\s\S]*The wall was low/, name);
    assert.equal(requests, 0);
    assert.deepEqual(fs.readdirSync(folder), []);
    server.close();
    removeFolder(folder);
  });

  it('has no module with which the network could be reached', () => {
    const dist = path.join(repositoryRoot, 'dist');
    const readers = fs.readdirSync(path.join(dist, 'readers')).filter((name) => name.endsWith('.js'));
    assert.ok(readers.length >= 6);
    for (const file of [
      'format-process.js',
      'format-worker.js',
      ...readers.map((name) => path.join('readers', name)),
    ]) {
      const bundle = fs.readFileSync(path.join(dist, file), 'utf8');
      const modules = [
        ...bundle.matchAll(/(?:\brequire|getBuiltinModule)\(["'](?:node:)?([\w/]+)["']\)/g),
      ].map(([, name = '']) => name);
      const allowed = new Set([
        'fs',
        'path',
        'path/posix',
        'stream',
        'buffer',
        'util',
        'events',
        'zlib',
        'string_decoder',
        'url',
        'os',
        'module',
        'crypto',
        'worker_threads',
        'assert',
        'process',
        // Of a drawing library that nobody has: asked for, missing, done without.
        'canvas',
        'perf_hooks',
      ]);
      assert.deepEqual(
        modules.filter((name) => !allowed.has(name)),
        [],
        file,
      );
    }
  });

  it('is not given a file beyond the size that is set, of whatever format', async () => {
    const names = ['html', 'mhtml', 'pdf', 'docx', 'odt', 'epub', 'eml', 'txt', 'md'].map(
      (ending) => `sources/big.${ending}`,
    );
    const folder = temporaryFolder({
      'sources/a.txt': WORDS,
      ...Object.fromEntries(names.map((name) => [name, ''])),
    });
    for (const name of names) fs.truncateSync(path.join(folder, name), 200 * 1024 * 1024);
    const before = process.memoryUsage.rss();
    const { corpus, failures } = await readFolder(folder, undefined, readFormatted);
    assert.deepEqual(
      failures.map(({ code }) => code),
      names.map(() => 'too-large'),
    );
    assert.equal(corpus.sources.length, 1);
    assert.ok(process.memoryUsage.rss() - before < 100 * 1024 * 1024, 'none was opened');
    removeFolder(folder);
  });

  it('reads a page of 50,000 paragraphs, in which it looks for no article, without its menu', async () => {
    const menu = `<nav><a href="/">Home</a></nav><ul>${'<li><a href="/a">Another page</a></li>'.repeat(9)}</ul>`;
    const lines = Array.from({ length: 50_000 }, (_, at) => `<p>Entry ${at} of the log.</p>`).join('');
    const source = await readBytes('a.html', Buffer.from(`<html><body>${menu}${lines}</body></html>`));
    assert.ok(!isFailure(source));
    assert.equal(source.passages.length, 50_000);
    assert.ok(source.text.startsWith('Entry 0 of the log.'));
  });

  it('refuses or reads 6 MB of nothing but markup or noise within its limits', async () => {
    const size = 6 * 1024 * 1024;
    const noise = Buffer.alloc(size, '<p>a</p>\n');
    for (const name of ['a.html', 'a.eml', 'a.pdf', 'a.docx'])
      assert.match(
        await received(name, noise),
        /^(?:read: |too-complex$|too-slow$|too-much-memory$|damaged$|no-words$)/,
        name,
      );
  });
});

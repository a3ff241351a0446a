import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { describeFailure } from '../../../src/ingest/failure';
import { formatReader } from '../../../src/ingest/format-reader';
import { readFolder } from '../../../src/ingest/read-folder';
import { isFailure } from '../../../src/ingest/read-source';
import { OWNERS_ENCRYPTIONS } from '../../support/encrypt-pdf';
import { makeDocx } from '../../support/make-zip';
import { makePdf, pdfPage } from '../../support/make-pdf';
import {
  FORMAT_PROCESS,
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

  for (const [name, encryptionFor] of Object.entries(OWNERS_ENCRYPTIONS))
    it(`reads a PDF that only its owner needs a password for, encrypted by ${name}`, async () => {
      const bytes = makePdf([pdfPage([[WORDS]])], { encryption: encryptionFor('of the owner') });
      assert.ok(!bytes.includes(WORDS));
      assert.deepEqual(passagesOf(await readSourceBytes('a.pdf', bytes)), [WORDS]);
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

  it('stops at its limit of time, and reads the next file in a new thread', async () => {
    const impatient = formatReader(FORMAT_PROCESS, { time: 5, memory: 512 * 1024 * 1024 });
    const read = await impatient({ path: 'a.pdf', format: 'pdf', ending: 'pdf' }, PDF);
    assert.equal('code' in read && read.code, 'too-slow');
  });

  it('stops at its limit of memory', async () => {
    const narrow = formatReader(FORMAT_PROCESS, { time: 30_000, memory: 24 * 1024 * 1024 });
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

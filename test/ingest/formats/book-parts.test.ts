import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import { makeEpub } from '../../support/make-documents';
import { passagesOf, readBytes, readSourceBytes } from '../../support/read-formatted';

const LONG =
  'The committee met in the harbour office at noon and went through the plans for the wall one by one, as it had done each spring.';

/** The list of what is encrypted in a book, as shops and libraries write it. */
const encryption = (algorithm: string, part: string) => ({
  'META-INF/encryption.xml': `<?xml version="1.0"?><encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${part}"/></enc:CipherData></enc:EncryptedData></encryption>`,
});

describe('a book with encrypted parts', () => {
  it('is called encrypted where a chapter is', async () => {
    const others = encryption('http://www.w3.org/2001/04/xmlenc#aes256-cbc', 'book/c2.xhtml');
    const read = await readBytes('a.epub', makeEpub([`<p>${LONG}</p>`, '<p>Noise.</p>'], { others }));
    assert.equal('code' in read && read.code, 'encrypted');
  });

  it('is read where its fonts alone are', async () => {
    const others = encryption('http://www.idpf.org/2008/embedding', 'book/fonts/a.otf');
    const source = await readSourceBytes('a.epub', makeEpub([`<p>${LONG}</p>`], { others }));
    assert.deepEqual(passagesOf(source), [LONG]);
  });
});

describe('chapters of a book', () => {
  const chapter = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>c</title></head><body><p>Der Wächter schrieb jedes Schiff auf, das nachts vorüberfuhr.</p></body></html>`;
  const WORDS = 'Der Wächter schrieb jedes Schiff auf, das nachts vorüberfuhr.';
  const cases: Readonly<Record<string, Uint8Array>> = {
    'UTF-16 with its mark': iconv.encode(chapter('UTF-16'), 'utf-16le', { addBOM: true }),
    'UTF-16 from the other end': iconv.encode(chapter('UTF-16'), 'utf-16be', { addBOM: true }),
    'UTF-16 without a mark': iconv.encode(chapter('UTF-16'), 'utf-16le', { addBOM: false }),
    'an encoding that they state': iconv.encode(chapter('iso-8859-15'), 'iso-8859-15'),
  };
  for (const [how, bytes] of Object.entries(cases))
    it(`are read in ${how}`, async () => {
      assert.deepEqual(passagesOf(await readSourceBytes('a.epub', makeEpub([bytes]))), [WORDS]);
    });

  it('that are no text are named, and the others read', async () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919 + (at >> 3) * 104729) % 256);
    const source = await readSourceBytes('a.epub', makeEpub([`<p>${LONG}</p>`, noise]));
    assert.deepEqual(passagesOf(source), [LONG]);
    assert.deepEqual(source.unread, ['book/c2.xhtml']);
  });
});

import assert from 'node:assert/strict';
import { decode } from '../../src/ingest/decode';

const text = (bytes: Uint8Array): string | undefined => {
  const decoded = decode(bytes);
  return 'text' in decoded ? decoded.text : undefined;
};

describe('decoding a file', () => {
  const words = 'The café’s wall was too low — nobody knew why. '.repeat(6);
  const windows1252 = Buffer.from(words.replace(/’/g, '\u0092').replace(/—/g, '\u0097'), 'latin1');

  it('reads UTF-8 without a mark', () => {
    assert.equal(text(Buffer.from(words)), words);
  });

  it('takes a byte order mark away', () => {
    assert.equal(text(Buffer.from(`\uFEFF${words}`)), words);
  });

  it('reads UTF-16 with a mark, in both byte orders', () => {
    const little = Buffer.from(`\uFEFF${words}`, 'utf16le');
    assert.equal(text(little), words);
    assert.equal(text(Buffer.from(little).swap16()), words);
  });

  it('reads UTF-16 without a mark', () => {
    assert.equal(text(Buffer.from(words, 'utf16le')), words);
  });

  it('reads Windows-1252', () => {
    assert.equal(text(windows1252), words);
  });

  it('reads an empty file', () => {
    assert.equal(text(new Uint8Array()), '');
  });

  for (const [name, bytes] of [
    ['a PNG picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ', 'latin1')],
    ['zero bytes', Buffer.from('words\0and\0zeros and more words')],
    ['control characters', Buffer.from(Array.from({ length: 300 }, (_, at) => (at * 7) % 32))],
  ] as const) {
    it(`says that ${name} is no text`, () => {
      assert.ok('binary' in decode(bytes));
    });
  }
});

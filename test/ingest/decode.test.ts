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

  describe('that is damaged UTF-8', () => {
    const bytes = Buffer.from(words);
    const spoilt = (at: number) =>
      Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff]), bytes.subarray(at)]);

    it('keeps every other character where one byte is broken', () => {
      assert.equal(text(spoilt(3)), `The\uFFFD${words.slice(3)}`);
    });

    it('keeps every other character where one in a hundred is broken', () => {
      const long = Buffer.concat([spoilt(3), ...Array<Buffer>(40).fill(bytes), spoilt(3), spoilt(3)]);
      assert.equal(text(long)?.replaceAll('\uFFFD', ''), words.repeat(43));
    });

    it('reads a file that was cut in the middle of a character', () => {
      assert.equal(text(Buffer.from('The café').subarray(0, -1))?.slice(0, 7), 'The caf');
      assert.equal(
        text(bytes.subarray(0, bytes.indexOf('—') + 1)),
        `${words.slice(0, words.indexOf('—'))}\uFFFD`,
      );
    });

    it('does not count U+FFFD that the file has itself', () => {
      const many = `${words}${'\uFFFD '.repeat(2)}`;
      assert.equal(text(Buffer.from(many)), many);
      assert.equal(text(Buffer.concat([Buffer.from(many), Buffer.from([0xff])])), `${many}\uFFFD`);
    });

    it('leaves other encodings alone, with two characters that could be UTF-8 by chance too', () => {
      assert.equal(
        text(Buffer.from(words.replace(/[’—]/g, '') + 'Ã©Ã©', 'latin1')),
        `${words.replace(/[’—]/g, '')}Ã©Ã©`,
      );
    });
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

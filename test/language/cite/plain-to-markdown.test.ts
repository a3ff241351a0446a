import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readMarkdown } from '#corpus-index';
import { plainToMarkdown } from '../../../src/language/cite/plain-to-markdown';

describe('words of a source as Markdown', () => {
  for (const [words, markdown] of [
    ['a * b', 'a \\* b'],
    ['snake_case and _so_', 'snake_case and \\_so\\_'],
    ['1. January', '1\\. January'],
    ['- a dash', '\\- a dash'],
    ['mail me@here.org, ask @key', 'mail me@here.org, ask \\@key'],
    ['[T]he wall', '[T]he wall'],
    ['[@key]', '\\[\\@key]'],
    ['a [link](target)', 'a [link\\](target)'],
    ['<b> & &amp; 3 < 4', '\\<b> & \\&amp; 3 < 4'],
    ['wrapped\n  words', 'wrapped words'],
  ] as const) {
    it(`writes ${JSON.stringify(words)} as ${JSON.stringify(markdown)}`, () => {
      assert.equal(plainToMarkdown(words), markdown);
    });
  }

  it('reads as the same words again', () => {
    const piece = fc.constantFrom(
      'wall',
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '&',
      '&amp;',
      '#',
      '1.',
      '-',
      '\\',
      '~',
      '^',
      '$',
      '@',
      'key',
      '!',
      '|',
      '"',
      "'",
      ':',
      '//',
      ' ',
      '  ',
      '{',
      '}',
      'http',
    );
    assert.equal(readMarkdown(plainToMarkdown('@{*}')).text, '@{*}');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const words = pieces.join('').replace(/\s+/g, ' ').trim();
        assert.equal(readMarkdown(plainToMarkdown(words)).text.trim(), words);
      }),
      { numRuns: 5000 },
    );
  });
});

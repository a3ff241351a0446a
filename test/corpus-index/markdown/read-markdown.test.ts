import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { originalSpan, readMarkdown } from '#corpus-index';

const check = (markdown: string, reading: string): void => {
  assert.equal(readMarkdown(markdown).text, reading, markdown);
};

describe('reading a fragment of Markdown', () => {
  it('drops markup and decodes what stands for characters', () => {
    check('an *old* __river__ [bed](x "y"), `code` and <b>more</b>', 'an old river bed, code and more');
    check('&amp; &#8220;x&#x201D; \\* \\[ &unknown;', '& “x” * [ &unknown;');
    check('one<br>two<!-- three --> four[^1]^[five]', 'one\ntwo four');
    check('![a map](map.png) and <http://example.org>', 'a map and http://example.org');
    check('[some words]{.smallcaps} [link](u){target=x} `code`{.r}', 'some words link code');
  });
  it('takes what looks like a block for words', () => {
    for (const words of [
      '# x',
      '1. x',
      '- x',
      '+ x',
      '> x',
      '===',
      '---',
      '| a | b |',
      '```',
      '[a]: b',
      '***',
    ]) {
      check(words, words);
    }
    check('    four spaces', 'four spaces');
    check('x\n===', 'x\n===');
    check('a\n    b\n\tc', 'a\nb\nc');
  });
  it('has a line end for each line end and two between paragraphs', () => {
    check('a\r\nb  \nc\\\nd', 'a\nb\nc\nd');
    check('\n\n a\n \n\n\tb \n', 'a\n\nb');
    check('', '');
    check(' \n ', '');
  });
  it('keeps dashes, dots, mathematics and what is not closed', () => {
    check('a -- b --- c ... $x_1$ *d [e `f <g', 'a -- b --- c ... $x_1$ *d [e `f <g');
  });
  it('keeps white space that is none of Markdown', () => {
    check('\u00A0a\u202F\u3000b\u00A0', '\u00A0a\u202F\u3000b\u00A0');
  });
  it('maps every unit to where it stands', () => {
    const markdown = '\u{1F600} an *o&amp;d*\r\n  r\\*er\r\n\r\nbed';
    const reading = readMarkdown(markdown);
    assert.equal(reading.text, '\u{1F600} an o&d\nr*er\n\nbed');
    const from = (words: string) => {
      const start = reading.text.indexOf(words);
      const span = originalSpan(reading, start, start + words.length);
      return markdown.slice(span.start, span.end);
    };
    assert.equal(from('o&d'), 'o&amp;d');
    assert.equal(from('&'), '&amp;');
    assert.equal(from('\n'), '\r\n  ');
    assert.equal(from('r*er'), 'r\\*er');
    assert.equal(from('\n\n'), '\r\n\r\n');
    assert.equal(from('\u{1F600}'), '\u{1F600}');
  });
  it('reads plain words as they stand', () => {
    const plain = fc.array(
      fc.constantFrom('word', 'é', '\u{1F600}', ' ', ', ', '. ', '(x)', '1', '"', '’', '“'),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(plain, (parts) => {
        const text = `x${parts.join('')}x`;
        const reading = readMarkdown(text);
        assert.equal(reading.text, text);
        assert.deepEqual(originalSpan(reading, 0, text.length), { start: 0, end: text.length });
      }),
    );
  });
});

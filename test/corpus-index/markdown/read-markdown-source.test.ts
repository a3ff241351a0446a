import assert from 'node:assert/strict';
import { originalSpan, readMarkdownSource } from '#corpus-index';

/** The blocks of a source, one line each: `kind level? text`. */
const blocks = (markdown: string): string[] =>
  readMarkdownSource(markdown).blocks.map(({ kind, level, quoted, text }) =>
    [kind, ...(level === undefined ? [] : [level]), ...(quoted ? ['quoted'] : []), JSON.stringify(text)].join(
      ' ',
    ),
  );

const check = (markdown: string, ...expected: string[]): void => {
  assert.deepEqual(blocks(markdown), expected, markdown);
};

describe('reading a Markdown source', () => {
  it('tells headings, paragraphs, items and quotes apart', () => {
    check(
      '# One *two* {#id}\n\nWords\nof it.\n\nSub\n---\n\n- item\n- two\n\n  more\n\n> quote',
      'heading 1 "One two"',
      'paragraph "Words\\nof it."',
      'heading 2 "Sub"',
      'list-item "item"',
      'list-item "two"',
      'list-item "more"',
      'paragraph quoted "quote"',
    );
  });
  it('gives a table as one block, cells parted by tabs, with a boundary that no quotation runs over', () => {
    check(
      '| a | b |\n|---|---|\n| c *d* | `e` |\n\nx',
      'table "a\\t\\u001fb\\n\\u001fc d\\t\\u001fe"',
      'paragraph "x"',
    );
  });
  it('puts a boundary between list items that end no sentence', () => {
    const readings: Readonly<Record<string, string>> = {
      '- one\n- two': 'one\n\n\u001Ftwo',
      '- one.\n- two': 'one.\n\ntwo',
      '- *“one.”*\n- two': '“one.”\n\ntwo',
      '- one\n\nwords': 'one\n\nwords',
      'words\n\n- one': 'words\n\none',
      'words\n\nmore': 'words\n\nmore',
    };
    for (const [markdown, reading] of Object.entries(readings))
      assert.equal(readMarkdownSource(markdown).reading.text, reading, markdown);
  });
  it('gives the lines of code, and fences over blank lines', () => {
    check(
      '```js\nlet a;\n\nlet b;\n```\n\n    indented\n    code\n\nx',
      'code "let a;\\nlet b;"',
      'code "indented\\ncode"',
      'paragraph "x"',
    );
  });
  it('gives the words of HTML, without comments, scripts and tags', () => {
    check(
      '<div class="x">\n<p>Words &amp; <b>more</b></p>\n</div>\n\n<!-- a\n\nb -->\n\n<script>\nlet x;\n\n</script>\n\nend',
      'html "Words & more"',
      'html ""',
      'html ""',
      'paragraph "end"',
    );
  });
  it('gives front matter, definitions and rules without words', () => {
    check(
      '---\ntitle: x\n---\n\n[r]: http://example.org\n\n***\n\nSee [r] or [it][r].',
      'front-matter ""',
      'definition ""',
      'rule ""',
      'paragraph "See r or it."',
    );
    check('---\ntitle: x\n...\nWords', 'front-matter ""', 'paragraph "Words"');
    check('---\n\nWords', 'rule ""', 'paragraph "Words"');
  });
  it('knows notes and pictures with their captions', () => {
    check(
      'Words.[^1]\n\n![The old bridge](bridge.jpg)\n\n[![x](y)](z)\n\n![inline](x) words\n\n[^1]: A note.',
      'paragraph "Words."',
      'image "The old bridge"',
      'image "x"',
      'paragraph "inline words"',
      'footnote "A note."',
    );
  });
  it('parts blocks by blank lines in its reading and maps them to the source', () => {
    const markdown = '\uFEFF# Head\r\n\r\nWords *of*\r\nit.\r\n';
    const { reading, blocks: found } = readMarkdownSource(markdown);
    assert.equal(reading.text, 'Head\n\nWords of\nit.');
    for (const { text, textStart, textEnd, start, end } of found) {
      assert.equal(reading.text.slice(textStart, textEnd), text);
      const span = originalSpan(reading, textStart, textEnd);
      assert.ok(start <= span.start && span.end <= end);
    }
    assert.equal(markdown.slice(found[1]!.start, found[1]!.end), 'Words *of*\r\nit.');
  });
  it('parts what no blank line parts', () => {
    check(
      'Words\n# Head\nmore\n> quote\n\n1. one\n2. two',
      'paragraph "Words"',
      'heading 1 "Head"',
      'paragraph "more"',
      'paragraph quoted "quote"',
      'list-item "one"',
      'list-item "two"',
    );
  });
  it('cuts a long list only between its items', () => {
    const item = '- some words of an item\n      and its second line\n';
    const { blocks: found } = readMarkdownSource(item.repeat(2000));
    assert.equal(found.length, 2000);
    assert.ok(
      found.every(
        ({ kind, text }) => kind === 'list-item' && text === 'some words of an item\nand its second line',
      ),
    );
  });
  it('reads a megabyte without a blank line', () => {
    const { blocks: found, reading } = readMarkdownSource('some plain words of one line\n'.repeat(36_000));
    assert.equal(reading.text.split(/\s+/).filter(Boolean).length, 36_000 * 6);
    assert.ok(found.length < 100);
  });
});

import assert from 'node:assert/strict';
import { readingOf, splitMarkdown } from '#corpus-index';

describe('splitting a Markdown source', () => {
  const markdown = [
    '---',
    'title: A wall too low',
    'author: [{given: Ada, family: Verne}, Ludwig van Horn]',
    'date: 2014-03-24',
    'url: https://example.org/wall',
    '---',
    '',
    '# A Wall Too Low',
    '',
    'The *harbour* was [closed](https://example.org)',
    'for three days.',
    '',
    '## Reasons',
    '',
    '- Sand',
    '- Wind and water',
    '',
    '```',
    'code()',
    '```',
    '',
    '> Nobody knew.',
    '',
  ].join('\n');
  const split = splitMarkdown(markdown);

  it('takes metadata from the front matter', () => {
    assert.deepEqual(split.metadata, {
      title: 'A wall too low',
      author: ['Ada Verne', 'Ludwig van Horn'],
      issued: '2014-03-24',
      url: 'https://example.org/wall',
    });
  });

  it('numbers paragraphs, list items and quotes, read without markup', () => {
    assert.deepEqual(
      split.passages.map((passage) => readingOf(split, passage)),
      ['The harbour was closed\nfor three days.', 'Sand', 'Wind and water', 'Nobody knew.'],
    );
  });

  it('keeps the offsets of the Markdown', () => {
    const [first] = split.passages;
    assert.equal(
      markdown.slice(first?.start, first?.end),
      'The *harbour* was [closed](https://example.org)\nfor three days.',
    );
  });

  it('drops the rest with a reason', () => {
    assert.deepEqual(
      split.dropped.map(({ reason }) => reason),
      ['front-matter', 'title', 'heading', 'code'],
    );
  });

  it('reads title and byline where there is no front matter', () => {
    assert.deepEqual(splitMarkdown('# The Wall\n\nBy Ada Verne, 3 May 2019\n\nIt was low.\n').metadata, {
      title: 'The Wall',
      author: ['Ada Verne'],
      issued: '2019-05-03',
    });
  });

  it('survives front matter that is no YAML', () => {
    for (const yaml of ['{ [ :', 'a: *nobody', 'a: &a [x]\nb: [*a, *a]']) {
      assert.equal(splitMarkdown(`---\n${yaml}\n---\n\nIt was low.\n`).passages.length, 1);
    }
  });
});

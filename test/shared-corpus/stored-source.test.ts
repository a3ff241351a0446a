import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Corpus, splitDocument, type SourceText } from '#corpus-index';
import { readSourceText } from '../../src/ingest/read-source';
import { itemOf } from '../../src/language/references/references-of';
import { contentOf, recordOf, sourceFrom } from '../../src/shared-corpus/stored-source';

const PARTS = [
  'The *wall* was **not** built to last.',
  'See [the report](https://example.org/a "b")[^1].',
  'Tom &amp; Ada &#8212; both `here`.',
  '| a | b |\n| --- | --- |\n| one | two |',
  '> Quoted\n> twice.',
  '- item\n- other',
  '[^1]: A note.',
  '# Head',
  '\u{1F600} beyond \ud800 and \0 too',
  '“typographic” quotes\u00ad\r\nand lines',
];

const markdown = fc
  .array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join('\n\n'));

const back = (source: SourceText, key = 'k', record?: unknown): SourceText | undefined =>
  sourceFrom({
    ...{ key, sha256: '', reader: '', record },
    content: JSON.parse(contentOf(source)) as unknown,
  });

describe('a source as it is stored in a shared corpus', () => {
  it('comes back letter by letter, with its reading, passages and what was left out', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        for (const path of ['a.md', 'a.txt']) {
          const source = readSourceText(path, text);
          const { shared, ...read } = back(source) ?? assert.fail('not read');
          assert.deepEqual({ ...read, path }, source);
          assert.deepEqual(shared, { key: 'k' });
        }
      }),
    );
  });

  it('comes back with pages, edits of a reading, and its record', () => {
    const text = 'First page here.1 It ends.\n\nSecond page there.';
    const document = splitDocument({
      text,
      blocks: [
        { start: 0, end: 26, kind: 'paragraph' },
        { start: 28, end: text.length, kind: 'paragraph' },
      ],
      edits: [{ start: 16, end: 17, text: '' }],
      pages: [
        { start: 0, end: 27, label: 'iv', n: 1 },
        { start: 27, end: text.length, label: '1', n: 2 },
      ],
      metadata: { author: ['Ada Verne'], title: 'T' },
    });
    const source: SourceText = { path: 'sources/a.pdf', format: 'pdf', ...document };
    const record = recordOf({
      id: 'verne',
      author: [{ family: 'Verne' }],
      title: 'Title',
      csl: { type: 'book', title: 'Title', publisher: 'Quay' },
      file: 'sources/a.pdf',
    });
    const read = back(source, 'verne', record) ?? assert.fail('not read');
    assert.equal(read.reading.text, 'First page here. It ends.\n\nSecond page there.');
    assert.deepEqual(read.pages, source.pages);
    assert.deepEqual(read.shared, {
      key: 'verne',
      record: {
        id: 'verne',
        author: [{ family: 'Verne' }],
        title: 'Title',
        csl: { type: 'book', title: 'Title', publisher: 'Quay' },
      },
    });
    const corpus = new Corpus();
    corpus.put(read);
    assert.deepEqual(
      [corpus.source('verne')?.title, corpus.source('verne')?.authorShort, corpus.source('verne')?.keyOrigin],
      ['Title', ['Verne'], 'shared'],
    );
    assert.deepEqual(itemOf(corpus, 'verne'), {
      id: 'verne',
      type: 'book',
      title: 'Title',
      publisher: 'Quay',
    });
  });

  it('comes back with the parts of its file that could not be read, and they are problems of the corpus', () => {
    const unread = ['page 3', 'page 7'];
    const read = back({ ...readSourceText('a.txt', 'What others wrote.'), unread }, 'wall');
    assert.deepEqual(read?.unread, unread);
    const corpus = new Corpus();
    corpus.put(read);
    const [{ code, key, parts } = assert.fail('no problem')] = corpus.problems;
    assert.deepEqual([code, key, parts], ['unread-part', 'wall', unread]);
    assert.equal(back(readSourceText('a.txt', 'All of it.'))?.unread, undefined);
  });

  it('comes back with the word that its file strikes words out', () => {
    const source = readSourceText('a.txt', 'What others wrote.');
    assert.equal(back({ ...source, withdrawn: true })?.withdrawn, true);
    assert.equal(back(source)?.withdrawn, undefined);
  });

  it('is not read where it is broken', () => {
    const source = readSourceText('a.txt', 'One paragraph.\n\nAnother one.');
    const whole = JSON.parse(contentOf(source)) as Record<string, unknown>;
    const broken: unknown[] = [
      null,
      {},
      { ...whole, text: 1 },
      { ...whole, text: 'Short' },
      { ...whole, format: 'doc' },
      { ...whole, passages: [{ n: 2, start: 0, end: 3 }] },
      { ...whole, passages: [{ n: 1, start: -1, end: 3 }] },
      { ...whole, dropped: 'none' },
      { ...whole, unread: [3] },
      { ...whole, metadata: {} },
      { ...whole, reading: [[0, 900]] },
      {
        ...whole,
        reading: [
          [4, 5],
          [0, 1],
        ],
      },
    ];
    for (const content of broken)
      assert.equal(
        sourceFrom({ key: 'k', sha256: '', reader: '', record: null, content }),
        undefined,
        JSON.stringify(content),
      );
  });

  it('never takes a key that the folder’s own sources have, nor makes them change theirs', () => {
    const shared = back(readSourceText('x.txt', 'What others wrote.'), 'wall') ?? assert.fail('not read');
    const corpus = new Corpus();
    corpus.put(shared);
    assert.equal(corpus.source('wall')?.keyOrigin, 'shared');
    corpus.put(readSourceText('sources/wall.txt', 'The wall of ours was not built to last.'));
    assert.deepEqual(
      corpus.sources.map(({ key, path }) => [key, path]),
      [['wall', 'sources/wall.txt']],
    );
    assert.deepEqual(corpus.problems, []);
    corpus.remove('sources/wall.txt');
    assert.equal(corpus.source('wall')?.text, 'What others wrote.');
  });
});

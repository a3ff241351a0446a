import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Corpus, readSources, type SourceText } from '#corpus-index';
import { deriveKeys } from '../../corpus-index/keys';
import { readSourceText } from '../../src/ingest/read-source';
import { processorTimes } from '../support/processor-time';

const keysOf = (files: Readonly<Record<string, string>>, taken: readonly string[] = []): string[] =>
  deriveKeys(
    Object.entries(files).map(([path, text]) => readSourceText(path, text)),
    new Set(taken),
  );

describe('derived keys', () => {
  it('name the folder of two files of one name', () => {
    assert.deepEqual(
      keysOf({ 'sources/a/notes.txt': 'One.', 'sources/b/notes.txt': 'Two.', 'sources/other.txt': 'Three.' }),
      ['a-notes', 'b-notes', 'other'],
    );
  });

  it('name all folders where the last one is not enough', () => {
    assert.deepEqual(keysOf({ 's/a/x/notes.txt': 'One.', 's/b/x/notes.txt': 'Two.' }), [
      's-a-x-notes',
      's-b-x-notes',
    ]);
  });

  it('name the ending of two files that differ in it alone', () => {
    assert.deepEqual(keysOf({ 'sources/notes.md': 'One.', 'sources/notes.txt': 'Two.' }), [
      'sources-notes-md',
      'sources-notes-txt',
    ]);
  });

  it('number, in the order of paths, what differs in nothing a key can hold', () => {
    assert.deepEqual(keysOf({ 'a b.txt': 'Two.', 'a-b.txt': 'Three.', 'a  b.txt': 'One.' }, ['a-b-txt-2']), [
      'a-b-txt-3',
      'a-b-txt-4',
      'a-b-txt-1',
    ]);
  });

  it('keep off keys that a record has', () => {
    assert.deepEqual(keysOf({ 'sources/notes.txt': 'One.' }, ['notes']), ['sources-notes']);
  });

  it('are distinct and valid pandoc keys', () => {
    const part = fc.constantFrom(
      'a',
      'b',
      'a b',
      'a-b',
      'a_b',
      'été',
      'e\u0301te\u0301',
      '-',
      '.',
      '北京',
      'a.b',
      '1',
      'कि',
    );
    const path = fc
      .tuple(fc.array(part, { maxLength: 3 }), part, fc.constantFrom('', '.md', '.txt', '.text'))
      .map(([folders, name, ending]) => [...folders, name + ending].join('/'));
    const some = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
    const source = fc.record({
      path,
      author: fc.array(fc.constantFrom('Ada Verne', 'Jules Verne', 'b', '—', 'Łukasz O’Neil'), {
        maxLength: 1,
      }),
      issued: some(fc.constantFrom('2014', '2014-03', '-0044', '0900')),
      title: some(fc.constantFrom('The Wall', 'Sand Storms', 'The wall again')),
      site: some(fc.constantFrom('Verne', 'example.org', '…')),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(source, { selector: (one) => one.path, maxLength: 12 }),
        fc.array(fc.constantFrom('a', 'verne2014', 'a-b', 'a-b-1', 'verne2014wall'), { maxLength: 3 }),
        (described, taken) => {
          const keys = deriveKeys(described.map(sourceOf), new Set(taken));
          assert.equal(new Set([...keys, ...taken]).size, keys.length + new Set(taken).size, keys.join(' '));
          for (const key of keys) assert.match(key, PANDOC_KEY);
        },
      ),
    );
  });
});

/** A letter, digit or `_`; then more of them, and single marks between them. */
const PANDOC_KEY = /^[\p{L}\p{N}_]+(?:[:.#$%&\-+?<>~/][\p{L}\p{N}_]+)*$/u;

interface Described {
  readonly path: string;
  readonly author: string[];
  readonly issued: string | undefined;
  readonly title: string | undefined;
  readonly site: string | undefined;
}

const sourceOf = ({ path, author, issued, title, site }: Described): SourceText => ({
  ...readSourceText(path, 'The wall was low.\n'),
  metadata: {
    author,
    ...(issued === undefined ? {} : { issued }),
    ...(title === undefined ? {} : { title }),
    ...(site === undefined ? {} : { site }),
  },
});

describe('a corpus of 5,000 sources and 2,500 records', () => {
  it('is joined in less than 50 ms of the processor', () => {
    const count = 5000;
    const pathOf = (n: number) => `sources/${n % 50}/s${n}.txt`;
    const texts = Array.from({ length: count }, (_, n) =>
      sourceOf({
        path: pathOf(n),
        author: n % 3 === 0 ? ['Ada Verne'] : [],
        issued: `20${10 + (n % 80)}`,
        title: `A Wall Number ${n}`,
        site: undefined,
      }),
    );
    const yaml = Array.from({ length: count / 2 }, (_, n) => `  - {id: r${n}, file: '${pathOf(n * 2 + 1)}'}`);
    const { records } = readSources(`references:\n${yaml.join('\n')}\n`);
    assert.equal(records.length, count / 2);
    const filled = Array.from({ length: 7 }, () => {
      const corpus = new Corpus();
      for (const text of texts) corpus.put(text);
      corpus.setRecords(records);
      return corpus;
    });
    // Joined once, a corpus knows its sources: each round has one of its own.
    const times = filled.flatMap((corpus) => processorTimes([() => corpus.sources], 1));
    for (const corpus of filled) {
      assert.equal(corpus.sources.length, count);
      assert.equal(corpus.problems.length, 0);
    }
    assert.ok(Math.min(...times) < 50, `took ${times.map(Math.round).join(', ')} ms`);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readActors, readSources } from '#corpus-index';
import { lines, pointed } from './problems-of';

/** Mistakes in the middle of three records: the place that is pointed at, and what is still read of the middle one. */
const MISTAKES: readonly (readonly [
  mistake: string,
  broken: readonly string[],
  place: string,
  read: { readonly title?: string; readonly file?: string },
])[] = [
  [
    'a quotation mark that does not close',
    ['- id: b', '  title: "open', '  file: b.txt'],
    '"open',
    { file: 'b.txt' },
  ],
  ['a list that does not close', ['- id: b', '  title: [x, y', '  file: b.txt'], '[x,', { file: 'b.txt' }],
  ['a second colon', ['- id: b', '  title: x: y', '  file: b.txt'], 'x:', { file: 'b.txt' }],
  [
    'an apostrophe in single quotation marks',
    ['- id: b', "  title: 'it's'", '  file: b.txt'],
    "s'",
    { file: 'b.txt' },
  ],
  ['words behind a quoted text', ['- id: b', '  title: "x" y', '  file: b.txt'], 'y', { file: 'b.txt' }],
  ['an @ at the start of a text', ['- id: b', '  title: @x', '  file: b.txt'], '@x', { file: 'b.txt' }],
  [
    'a backslash between double quotation marks',
    ['- id: b', '  file: b.txt', '  title: "a\\q"'],
    '\\q"',
    { file: 'b.txt' },
  ],
  ['a tab', ['- id: b', '\ttitle: T', '  file: b.txt'], 'title:', { title: 'T', file: 'b.txt' }],
  ['a name without a value', ['- id: b', '  title', '  file: b.txt'], 'title', { file: 'b.txt' }],
  [
    'a field too far left',
    ['- id: b', ' title: T', '  file: b.txt'],
    'title:',
    { title: 'T', file: 'b.txt' },
  ],
  ['a record too far right', ['  - id: b', '    title: T'], '-', { title: 'T' }],
  ['a line that is no item', ['- id: b', 'stray', '- id: c2'], 'stray', {}],
];

describe('a broken sources.yaml', () => {
  for (const [mistake, broken, place, read] of MISTAKES) {
    it(`points at ${mistake} and reads the rest`, () => {
      const yaml = lines('references:', '- id: a', '  title: A', ...broken, '- id: c', '  title: C');
      const { records, problems } = readSources(yaml);
      assert.deepEqual(pointed(yaml, problems), [`yaml-syntax: ${place}`]);
      const byId = new Map(records.map(({ id, title, file }) => [id, { id, title, file }]));
      assert.deepEqual(
        [byId.get('a')?.title, byId.get('b'), byId.get('c')?.title],
        ['A', { id: 'b', title: undefined, file: undefined, ...read }, 'C'],
      );
      for (const { id, span } of records) assert.equal(yaml.slice(span?.start, span?.end), id);
    });
  }

  it('says what to do in words', () => {
    const message = readSources('- id: a\n\ttitle: x\n').problems[0]?.message;
    assert.equal(message, 'A tab indents this line: use spaces.');
  });

  it('keeps nested lists of records apart from the records themselves', () => {
    const yaml = lines('- id: a', '  links:', '    - id: x', '    - id: y', '  title: "open', '- id: b');
    assert.deepEqual(
      readSources(yaml).records.map(({ id }) => id),
      ['a', 'b'],
    );
  });

  it('points at a field that stands twice, and uses the first', () => {
    const yaml = lines('- id: a', '  title: one', '  title: two');
    const { records, problems } = readSources(yaml);
    assert.deepEqual([records[0]?.title, pointed(yaml, problems)], ['one', ['yaml-syntax: title']]);
  });

  it('points at a repeated value that is not there', () => {
    const yaml = lines(
      '- id: a',
      '  title: *none',
      '- &b {id: b, title: B}',
      '- id: c',
      '  title: &t T',
      '- id: d',
      '  title: *t',
    );
    const { records, problems } = readSources(yaml);
    assert.deepEqual(
      records.map(({ title }) => title),
      [undefined, 'B', 'T', 'T'],
    );
    assert.deepEqual(pointed(yaml, problems), ['record-shape: *none']);
  });
});

describe('a hostile records file', () => {
  const LAUGHS = Array.from(
    'bcdefghij',
    (name, at) =>
      `${name}: &${name} [${Array(9)
        .fill(`*${'abcdefghi'.charAt(at)}`)
        .join(', ')}]`,
  );

  it('does not unfold values that repeat each other without end', () => {
    const yaml = lines(
      'a: &a [x, x, x, x]',
      ...LAUGHS,
      'actors:',
      '- id: p',
      '  schema: Person',
      '  name: P',
      '  notes: *j',
    );
    const { actors } = readActors(yaml);
    assert.deepEqual(
      actors.map(({ id }) => id),
      ['p'],
    );
    assert.ok(JSON.stringify(actors).length < 100_000);
  });

  it('survives a value nested a hundred thousand levels deep', () => {
    for (const nested of ['['.repeat(100_000), '- '.repeat(10_000), '{a: '.repeat(20_000)]) {
      const yaml = lines('- id: a', '- id: b', `  title: ${nested}`, '- id: c');
      const { records, problems } = readSources(yaml);
      assert.deepEqual(
        records.map(({ id }) => id),
        ['a', 'b', 'c'],
      );
      assert.ok(problems.length > 0);
    }
  }).timeout(20_000);

  it('reads a file that is too large as far as the limit, and says where it stopped', () => {
    const yaml = `references:\n${Array.from({ length: 10 }, (_, at) => `- id: a${at}\n  title: "${'x'.repeat(2_000_000)}"\n`).join('')}`;
    const { records, problems } = readSources(yaml);
    assert.deepEqual(
      records.map(({ id }) => id),
      ['a0', 'a1', 'a2', 'a3'],
    );
    assert.deepEqual(
      problems.map(({ code, span }) => [code, span.start]),
      [['record-shape', yaml.indexOf('- id: a4')]],
    );
  }).timeout(20_000);

  it('reads a large file record by record, to the same records', () => {
    const one = (at: number): string =>
      `- id: a${at}\n  title: ${'word '.repeat(100)}\n  author: {family: F${at}}\n`;
    const yaml = `references:\n${Array.from({ length: 2500 }, (_, at) => one(at)).join('')}`;
    assert.ok(yaml.length > 1_000_000);
    const { records, problems } = readSources(yaml);
    assert.deepEqual([records.length, problems], [2500, []]);
    const { author, span } = records[2499]!;
    assert.deepEqual(author, [{ family: 'F2499' }]);
    assert.equal(yaml.slice(span?.start, span?.end), 'a2499');
  }).timeout(20_000);

  it('never throws, and points only at what is there', () => {
    const pieces = [
      '- id: a\n',
      '  title: x\n',
      'references:\n',
      '  - ',
      '"',
      "'",
      '[',
      '{',
      ': ',
      '\t',
      '*a',
      '&a ',
      '!!',
      '---\n',
      '|\n',
      '#',
      'é\n',
      '\r\n',
      ' ',
      '\\',
    ];
    const broken = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(broken, (yaml) => {
        for (const { problems } of [readSources(yaml), readActors(yaml)]) {
          for (const { span } of problems)
            assert.ok(0 <= span.start && span.start <= span.end && span.end <= yaml.length);
        }
      }),
      { numRuns: 500 },
    );
  }).timeout(20_000);
});

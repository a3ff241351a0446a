import assert from 'node:assert/strict';
import { readSources } from '#corpus-index';
import { lines, pointed } from './problems-of';

const recordOf = (...fields: readonly string[]) =>
  readSources(lines('- id: a', ...fields.map((field) => `  ${field}`)));

describe('readSources', () => {
  it('reads what a CSL record says of a source', () => {
    const yaml = lines(
      'references:',
      '- id: rowe2014',
      '  type: webpage',
      '  title: The Harbour at Night',
      '  author:',
      '  - {family: Rowe, given: Anna}',
      '  issued: 2014-03-24',
      '  container-title: The Harbour Review',
      '  URL: https://example.org/night',
      '  file: sources/night.txt',
      '  volume: 3',
      '  custom:',
      '    reliability: B',
      '    credibility: 2',
      '    passages: {keep: [The tide], drop: Advertisement}',
    );
    const { records, problems } = readSources(yaml);
    assert.deepEqual(problems, []);
    const id = yaml.indexOf('rowe2014');
    assert.deepEqual(records, [
      {
        id: 'rowe2014',
        span: { start: id, end: id + 'rowe2014'.length },
        type: 'webpage',
        title: 'The Harbour at Night',
        author: [{ family: 'Rowe', given: 'Anna' }],
        issued: '2014-03-24',
        containerTitle: 'The Harbour Review',
        url: 'https://example.org/night',
        file: 'sources/night.txt',
        reliability: 'B',
        credibility: '2',
        passages: { keep: ['The tide'], drop: ['Advertisement'] },
        csl: {
          id: 'rowe2014',
          type: 'webpage',
          title: 'The Harbour at Night',
          author: [{ family: 'Rowe', given: 'Anna' }],
          issued: '2014-03-24',
          'container-title': 'The Harbour Review',
          URL: 'https://example.org/night',
          volume: 3,
        },
      },
    ]);
  });

  it('reads a bare list, several YAML documents, JSON, and a file with nothing in it', () => {
    const ids = (yaml: string): string[] => readSources(yaml).records.map(({ id }) => id);
    assert.deepEqual(ids('- id: a\n- id: b\n'), ['a', 'b']);
    assert.deepEqual(ids('---\nreferences:\n- id: a\n...\n---\nreferences:\n- id: b\n---\n'), ['a', 'b']);
    assert.deepEqual(ids('{"references": [{"id": "a"}]}'), ['a']);
    assert.deepEqual(ids('\ufeffreferences:\r\n- id: a\r\n  title: x\r\n'), ['a']);
    for (const empty of ['', '# nothing yet\n', 'references:\n', 'references: []\n', '---\n']) {
      assert.deepEqual(readSources(empty), { records: [], problems: [] });
    }
  });

  it('takes numbers and words of YAML as the text that stands there', () => {
    const { records } = readSources('- id: 007\n  title: 1984\n- id: true\n  title: 1.10\n');
    assert.deepEqual(
      records.map(({ id, title }) => [id, title]),
      [
        ['007', '1984'],
        ['true', '1.10'],
      ],
    );
  });

  it('takes the file from the record or from `custom`, with slashes', () => {
    assert.equal(recordOf('file: ./sources/a.txt').records[0]?.file, 'sources/a.txt');
    assert.equal(recordOf('custom: {file: sources\\old\\a.txt}').records[0]?.file, 'sources/old/a.txt');
    assert.equal(recordOf('file: a.txt', 'custom: {file: b.txt}').records[0]?.file, 'a.txt');
  });

  const names: readonly (readonly [string, unknown])[] = [
    ['Anna Rowe', [{ literal: 'Anna Rowe' }]],
    ['[Anna Rowe, The Agency]', [{ literal: 'Anna Rowe' }, { literal: 'The Agency' }]],
    ['{family: Rowe}', [{ family: 'Rowe' }]],
    ['[{given: Anna}, {literal: The Agency}]', [{ given: 'Anna' }, { literal: 'The Agency' }]],
    [
      '{family: Berg, non-dropping-particle: van den, given: Jan}',
      [{ family: 'van den Berg', given: 'Jan' }],
    ],
    ['{family: Beer, dropping-particle: de, given: Jan}', [{ family: 'Beer', given: 'Jan de' }]],
    ['[]', []],
    ['~', []],
  ];
  it('reads names in all their forms', () => {
    for (const [author, expected] of names) {
      const { records, problems } = recordOf(`author: ${author}`);
      assert.deepEqual([records[0]?.author, problems], [expected, []], author);
    }
  });

  const dates: readonly (readonly [string, string | undefined])[] = [
    ['2014', '2014'],
    ['2014-03', '2014-03'],
    ['2014-03-24', '2014-03-24'],
    ['2014-03-24T10:00:00Z', '2014-03-24'],
    ['2014-03-24/2014-03-30', '2014-03-24'],
    ['2014~', '2014'],
    ['24 March 2014', '2014-03-24'],
    ['24/03/2014', '2014'],
    ['2014-02-30', '2014'],
    ['{raw: "March 24, 2014"}', '2014-03-24'],
    ['{literal: Summer 2014}', '2014'],
    ['{date-parts: [[2014, 3, 24]]}', '2014-03-24'],
    ['{date-parts: [["2014", "3"]]}', '2014-03'],
    ['{date-parts: [[2014, 3], [2015, 1]]}', '2014-03'],
    ['{date-parts: [2014]}', '2014'],
    ['{year: 2014, month: 3}', '2014-03'],
    ['[{year: 2014}]', '2014'],
    ['~', undefined],
  ];
  it('reads dates in all their forms, as exact as they are', () => {
    for (const [issued, expected] of dates) {
      const { records, problems } = recordOf(`issued: ${issued}`);
      assert.deepEqual([records[0]?.issued, problems], [expected, []], issued);
    }
  });

  const shapes: readonly (readonly [string, string])[] = [
    ['title: [a, b]', '[a, b]'],
    ['author: {name: Anna}', '{name: Anna}'],
    ['issued: yesterday', 'yesterday'],
    ['issued: {date-parts: [[2014, 13]]}', '{date-parts: [[2014, 13]]}'],
    ['issued: {month: 3}', '{month: 3}'],
    ['custom: B2', 'B2'],
    ['custom: {reliability: b}', 'b'],
    ['custom: {credibility: 0}', '0'],
    ['custom: {passages: {keep: [{a: b}]}}', '{a: b}'],
    ['custom: {passages: [a]}', '[a]'],
  ];
  it('points at a field of the wrong shape and leaves it out', () => {
    for (const [field, place] of shapes) {
      const yaml = `- id: a\n  type: book\n  ${field}\n`;
      const { records, problems } = readSources(yaml);
      assert.deepEqual(pointed(yaml, problems), [`record-shape: ${place}`]);
      const { span, csl, ...rest } = records[0]!;
      assert.equal(csl?.['type'], 'book');
      assert.deepEqual(rest, {
        id: 'a',
        type: 'book',
        author: [],
        ...('passages' in rest && { passages: { keep: [], drop: [] } }),
      });
      assert.ok(span);
    }
  });

  it('leaves out what has no id or is no record, and says where', () => {
    const yaml = lines('references:', '- id: a', '- title: T', '- word', '- id:', '- id: [x]', '- id: b');
    const { records, problems } = readSources(yaml);
    assert.deepEqual(
      records.map(({ id }) => id),
      ['a', 'b'],
    );
    assert.deepEqual(pointed(yaml, problems), [
      'record-shape: title',
      'record-shape: word',
      'record-shape: id',
      'record-shape: id',
      'record-shape: [x]',
    ]);
  });

  it('uses the first of several records with one id, and points at all', () => {
    const yaml = lines('- id: a', '  title: first', '- id: b', '- id: a', '  title: second', '- id: a');
    const { records, problems } = readSources(yaml);
    assert.deepEqual(
      records.map(({ id, title }) => [id, title]),
      [
        ['a', 'first'],
        ['b', undefined],
      ],
    );
    assert.deepEqual(
      problems.map(({ code, span, message }) => [code, span.start, /line \d+/.exec(message)?.[0]]),
      [
        ['duplicate-id', 6, 'line 4'],
        ['duplicate-id', yaml.indexOf('a\n  title: second'), 'line 1'],
        ['duplicate-id', yaml.lastIndexOf('a'), 'line 1'],
      ],
    );
  });

  it('says that a file without the list has none', () => {
    for (const [yaml, place] of [
      ['sources:\n- id: a\n', 'sources:'],
      ['a text\n', 'a text'],
      ['references: 3\n', '3'],
    ] as const) {
      assert.deepEqual(pointed(yaml, readSources(yaml).problems), [`record-shape: ${place}`]);
    }
  });
});

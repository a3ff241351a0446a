import assert from 'node:assert/strict';
import { applyReplacements } from '../../../src/language/fixes/replacements';
import { completeRecord } from '../../../src/language/references/complete-record';
import { fieldValue, missingFields } from '../../../src/language/references/record-fields';

const YAML = `# Ours
references:
  - id: rowe2014   # cited often
    title: The harbour at night
    author:
    file: sources/night.txt

  # The other one.
  - id: quist2011
    title: A history
`;

const completed = (yaml: string, key: string, fields: Record<string, unknown>): string => {
  const change = completeRecord(yaml, key, fields);
  if ('problem' in change) assert.fail(change.problem);
  return applyReplacements(yaml, change.edits);
};

describe('Completing a record of sources.yaml', () => {
  it('adds fields behind those that are there, and leaves every other character alone', () => {
    assert.equal(
      completed(YAML, 'rowe2014', { type: 'webpage', issued: '2014-03-24' }),
      YAML.replace('night.txt\n', 'night.txt\n    type: webpage\n    issued: 2014-03-24\n'),
    );
    assert.equal(
      completed(YAML, 'quist2011', { publisher: 'Lantern: Press', issued: 2011 }),
      `${YAML}    publisher: "Lantern: Press"\n    issued: 2011\n`,
    );
  });

  it('fills a field that has no value, also in a record on one line and with the line ends of Windows', () => {
    const author = [{ family: 'Rowe', given: 'Anna' }];
    assert.equal(
      completed(YAML, 'rowe2014', { author }),
      YAML.replace('author:\n', 'author: [{family: Rowe, given: Anna}]\n'),
    );
    assert.equal(
      completed('[{id: a, title: T}]', 'a', { author }),
      '[{id: a, title: T, author: [{family: Rowe, given: Anna}]}]',
    );
    const windows = YAML.replaceAll('\n', '\r\n');
    assert.equal(
      completed(windows, 'quist2011', { volume: '3', DOI: '10.5555/1' }),
      `${windows}    volume: "3"\r\n    DOI: 10.5555/1\r\n`,
    );
  });

  it('never changes a value that stands there, and says so of a file that it cannot add to', () => {
    for (const [yaml, key, reason] of [
      [YAML, 'rowe2014', /by hand/],
      ['references:\n  - id: rowe2014\n title: [', 'rowe2014', /not YAML/],
      ['references:\n  - &one {id: a}\n  - *one\n', 'b', /by hand/],
    ] as const) {
      const change = completeRecord(yaml, key, { title: 'Another' });
      assert.match('problem' in change ? change.problem : '', reason);
    }
  });

  it('asks for what a reference of the type is printed with', () => {
    assert.deepEqual(missingFields({ id: 'a', type: 'book', title: 'T', issued: {} }), [
      'author',
      'publisher',
      'publisher-place',
    ]);
    assert.deepEqual(missingFields({ id: 'a', type: 'song', title: 'T', author: [], issued: {} }), []);
  });

  it('takes what a person enters as CSL has it', () => {
    assert.deepEqual(fieldValue('author', 'Rowe, Anna; The Harbour Board ; '), [
      { family: 'Rowe', given: 'Anna' },
      { literal: 'The Harbour Board' },
    ]);
    assert.deepEqual(
      [fieldValue('issued', '2014'), fieldValue('issued', '2014-03'), fieldValue('issued', 'spring 2014')],
      [2014, '2014-03', { literal: 'spring 2014' }],
    );
    assert.equal(fieldValue('title', '  '), undefined);
  });
});

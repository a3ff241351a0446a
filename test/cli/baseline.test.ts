import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { compareWithBaseline, type BaselineEntry } from '../../src/cli/baseline';
import { fingerprintOf } from '../../src/cli/fingerprint';
import { findingsOf } from '../../src/cli/reports/report';
import { sourcewright } from '../support/command-line';
import { findingOf, reportOf } from '../support/reports';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const FALSE = 'She wrote “The wall was built to last” [@wall, para. 1].';

describe('a baseline', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = temporaryFolder({
      'sources/wall.txt': 'The wall was not built to last.\n\nThe council met twice in June.\n',
      'draft.md': `${FALSE}\n`,
      'other.md': 'See [@nobody].\n',
    });
    file = path.join(folder, 'baseline.json');
  });
  afterEach(() => {
    removeFolder(folder);
  });
  const check = (...args: string[]) => sourcewright(['check', '--root', folder, ...args]);
  const write = (name: string, text: string) => {
    fs.writeFileSync(path.join(folder, name), text);
  };

  it('names what would fail the run, one finding a line, and lets it pass', () => {
    assert.equal(check().status, 1);
    const { status, stderr } = check('--write-baseline', file);
    assert.equal(status, 0);
    assert.match(stderr, /baseline\.json names 2 findings\./);
    const text = fs.readFileSync(file, 'utf8');
    const { version, findings } = JSON.parse(text) as { version: number; findings: BaselineEntry[] };
    assert.equal(version, 1);
    assert.deepEqual(
      findings.map((entry) => [entry.path, entry.code, entry.words]),
      [
        ['draft.md', 'altered-quotation', 'The wall was built to last'],
        ['other.md', 'unknown-source', '@nobody'],
      ],
    );
    assert.equal(text.split('\n').filter((line) => line.includes('"fingerprint"')).length, 2);
    assert.equal(check('--baseline', file).status, 0);
    assert.match(check('--baseline', file).stdout, /altered-quotation: .* \(in the baseline\)$/m);
  });

  it('knows a finding again where lines moved, and fails on a new one', () => {
    check('--write-baseline', file);
    write('draft.md', `# Title\n\nWords.\n\n${FALSE}\n`);
    assert.equal(check('--baseline', file).status, 0);
    write('draft.md', `${FALSE}\n\nAlso “The council met thrice in June” [@wall, para. 2].\n`);
    const { status, json } = check('--baseline', file, '--format', 'json');
    assert.equal(status, 1);
    const [draft] = json().drafts;
    assert.deepEqual(
      draft.problems.map(({ inBaseline }: { inBaseline: boolean }) => inBaseline),
      [true, false],
    );
    assert.deepEqual(json().baseline, { known: 2, gone: [] });
  });

  it('stands for each mistake once: the same one made again is new', () => {
    check('--write-baseline', file);
    write('draft.md', `${FALSE}\n\n${FALSE}\n`);
    assert.equal(check('--baseline', file).status, 1);
  });

  it('says what is gone, so that it can shrink', () => {
    check('--write-baseline', file);
    write('draft.md', 'She wrote “The wall was not built to last” [@wall, para. 1].\n');
    const { status, stderr, json } = check('--baseline', file, '--format', 'json');
    assert.equal(status, 0);
    assert.match(stderr, /^draft\.md: no longer found: altered-quotation: “The wall was built to last”$/m);
    assert.match(stderr, /1 finding of the baseline is gone: write it anew with --write-baseline/);
    assert.deepEqual(json().baseline, {
      known: 1,
      gone: [{ path: 'draft.md', code: 'altered-quotation', words: 'The wall was built to last' }],
    });
    assert.equal(check('--baseline', file, '--write-baseline', file).status, 0);
    assert.equal(JSON.parse(fs.readFileSync(file, 'utf8')).findings.length, 1);
  });

  it('misses nothing in drafts that were not checked', () => {
    check('--write-baseline', file);
    const { stderr } = check('--baseline', file, path.join(folder, 'draft.md'));
    assert.doesNotMatch(stderr, /gone|no longer/);
  });

  it('goes with a draft that was renamed', () => {
    check('--write-baseline', file);
    fs.renameSync(path.join(folder, 'draft.md'), path.join(folder, 'renamed.md'));
    assert.equal(check('--baseline', file).status, 0);
  });

  it('is an error where it is not there or is none', () => {
    assert.equal(check('--baseline', file).status, 2);
    for (const text of ['', '[]', '{"version":2,"findings":[]}', '{"version":1,"findings":[{"path":1}]}']) {
      fs.writeFileSync(file, text);
      const { status, stderr } = check('--baseline', file);
      assert.equal(status, 2, text);
      assert.match(stderr, /no baseline of this version/);
    }
    assert.equal(check('--write-baseline', path.join(folder, 'draft.md', 'x.json')).status, 2);
  });

  it('prefers the finding of the same file', () => {
    const twice = [findingOf({ path: 'b.md' }), findingOf({ path: 'a.md' })];
    const { fingerprint, code, words } = findingOf();
    const entry = { path: 'a.md', fingerprint, code, words };
    assert.deepEqual(
      findingsOf(compareWithBaseline(reportOf(twice), [entry], true)).map((one) => one.inBaseline),
      [false, true],
    );
  });

  it('takes spaces and composed letters for the same words', () => {
    assert.equal(fingerprintOf('x', 'a\n  caf\u00e9 ', ['k']), fingerprintOf('x', 'a cafe\u0301', ['k']));
    assert.notEqual(fingerprintOf('x', 'a b', ['k']), fingerprintOf('x', 'a b', ['l']));
  });
});

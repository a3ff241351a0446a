import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { sourcewright } from '../support/command-line';
import { repositoryRoot } from '../support/root';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const WALL =
  'The wall was not built to last. Everybody knew.\r\n\r\nThe *council* met twice in June, [sic] it said.\r\n';

describe('sourcewright verify', () => {
  let folder: string;
  before(() => {
    folder = temporaryFolder({
      'sources/wall.txt': WALL,
      'sources/tide.md': '# Tide\n\nIt **rose** on Sunday & fell.\n',
    });
  });
  after(() => {
    removeFolder(folder);
  });
  const verify = (...requests: object[]) => {
    const { stdout, status, stderr } = sourcewright(['verify', '--root', folder], {
      input: requests.map((one) => JSON.stringify(one)).join('\n'),
    });
    return {
      status,
      stderr,
      answers: stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    };
  };

  it('answers each line with its id, verdict and place', () => {
    const { status, answers } = verify(
      { id: 1, quote: 'The wall was not built to last', source: 'wall' },
      { id: 'b', quote: 'The wall was built to last', source: 'wall', locator: 'para. 1' },
    );
    assert.equal(status, 1);
    const [first, second] = answers;
    assert.deepEqual(
      [first.id, first.verdict, first.accepted, first.source, first.locator, first.start, first.end],
      [1, 'verbatim', true, 'wall', 'para. 1', 0, 30],
    );
    assert.deepEqual(
      [second.id, second.verdict, second.accepted, second.differences[0].kind],
      ['b', 'altered', false, 'negation'],
    );
  });

  it('reads the quotation as Markdown, and as it stands first', () => {
    const { answers } = verify(
      { id: 1, quote: 'The *council* met twice', source: 'wall' },
      { id: 2, quote: 'wall was **not** built', source: 'wall' },
      { id: 3, quote: 'It rose on Sunday &amp; fell.', source: 'tide' },
      { id: 4, quote: 'met twice in June, \\[sic\\] it said', source: 'wall' },
    );
    assert.deepEqual(
      answers.map(({ verdict }) => verdict),
      ['verbatim', 'verbatim', 'verbatim', 'verbatim'],
    );
  });

  it('finds the source where none is named', () => {
    const { answers } = verify({ id: 1, quote: 'rose on Sunday' });
    assert.deepEqual([answers[0].verdict, answers[0].source], ['verbatim', 'tide']);
  });

  it('suggests where words stand that another place is cited for', () => {
    const { answers } = verify(
      { id: 1, quote: 'The wall was not built to last', source: 'tide' },
      { id: 2, quote: 'The wall was not built to last', source: 'wall', locator: 'para. 2' },
      { id: 3, quote: 'Everybody knew', source: 'nobody' },
    );
    assert.deepEqual(
      answers.map(({ verdict, suggestion }) => [verdict, suggestion.source, suggestion.locator]),
      [
        ['elsewhere', 'wall', 'para. 1'],
        ['elsewhere', 'wall', 'para. 1'],
        ['unresolved', 'wall', 'para. 1'],
      ],
    );
  });

  it('calls an unknown paragraph and a page of an unpaged source unresolved', () => {
    const { answers } = verify(
      { id: 1, quote: 'Everybody knew', source: 'wall', locator: 'para. 7' },
      { id: 2, quote: 'Everybody knew', source: 'wall', locator: '1' },
    );
    assert.deepEqual(
      answers.map(({ verdict, reason }) => [verdict, reason]),
      [
        ['unresolved', 'unknown-locator'],
        ['unresolved', 'unknown-locator'],
      ],
    );
  });

  it('says of a line that is no request what is wrong with it, and goes on', () => {
    const { stdout, status } = sourcewright(['verify', '--root', folder], {
      input: 'no JSON\n{"id":2}\n{"id":3,"quote":"Everybody knew"}\n',
    });
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { verdict: string; error?: string });
    assert.equal(status, 2);
    assert.deepEqual(
      answers.map(({ verdict }) => verdict),
      ['unchecked', 'unchecked', 'verbatim'],
    );
    assert.match(answers[0]?.error ?? '', /line 1 is not JSON/);
  });

  const answersTo = (input: string) => {
    const { stdout, status } = sourcewright(['verify', '--root', folder], { input });
    return {
      status,
      answers: stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    };
  };

  it('takes an empty source or locator for a mistake, never for none', () => {
    const { status, answers } = verify(
      { id: 'a', quote: 'Everybody knew', source: '' },
      { id: 'b', quote: 'Everybody knew', source: ' ' },
      { id: 'c', quote: 'Everybody knew', source: 'wall', locator: '' },
      { id: 'd', quote: 'Everybody knew', source: null, locator: null },
    );
    assert.equal(status, 2);
    assert.deepEqual(
      answers.map(({ id, verdict, accepted }) => [id, verdict, accepted]),
      [
        ['a', 'unchecked', false],
        ['b', 'unchecked', false],
        ['c', 'unchecked', false],
        ['d', 'verbatim', true],
      ],
    );
    assert.match(answers[0].error, /has an empty "source"/);
  });

  it('answers a line that is no request with its id and every field', () => {
    const { answers } = verify({ id: [7], quote: 3 }, [1], { id: 9, quote: 'x', source: 4 });
    assert.deepEqual(answers[0], {
      id: [7],
      verdict: 'unchecked',
      accepted: false,
      source: null,
      locator: null,
      start: null,
      end: null,
      differences: [],
      risks: [],
      suggestion: null,
      error: 'line 1 has no "quote"',
    });
    assert.deepEqual(
      answers.slice(1).map(({ id, error }) => [id, error]),
      [
        [null, 'line 2 is not a JSON object'],
        [9, 'line 3 has a "source" that is not a string'],
      ],
    );
  });

  it('holds a locator without a source against the place found', () => {
    const { answers } = verify(
      { quote: 'Everybody knew', locator: 'para. 1' },
      { quote: 'Everybody knew', locator: 'para. 2' },
      { quote: 'Everybody knew', locator: 'para. 99' },
      { quote: 'Everybody knew', locator: 'p. 3' },
    );
    assert.deepEqual(
      answers.map(({ verdict, suggestion }) => [verdict, suggestion?.locator]),
      [
        ['verbatim', undefined],
        ['elsewhere', 'para. 1'],
        ['elsewhere', 'para. 1'],
        ['elsewhere', 'para. 1'],
      ],
    );
  });

  it('lets a locator choose between two places', () => {
    const twice = temporaryFolder({ 'sources/a.txt': 'The wall fell.\n\nIt rained.\n\nThe wall fell.\n' });
    const { json } = sourcewright(['verify', '--root', twice], {
      input: JSON.stringify({ quote: 'The wall fell', locator: 'para. 3' }),
    });
    assert.deepEqual([json().verdict, json().locator], ['verbatim', 'para. 3']);
    removeFolder(twice);
  });

  it('reads over a byte order mark', () => {
    const { status, answers } = answersTo('\uFEFF{"id":1,"quote":"Everybody knew"}\n');
    assert.deepEqual([status, answers[0].id, answers[0].verdict], [0, 1, 'verbatim']);
  });

  it('refuses what it cannot take: another format, words on the command line', () => {
    const statusOf = (...args: string[]) =>
      sourcewright(['verify', '--root', folder, ...args], { input: '{"quote":"Everybody knew"}' }).status;
    assert.deepEqual(
      [
        statusOf('--format', 'yaml'),
        statusOf('extra'),
        statusOf('--format', 'json'),
        statusOf('--format', 'text'),
      ],
      [2, 2, 0, 0],
    );
  });
});

describe('output that nobody reads to its end', () => {
  const run = (command: string, ...args: string[]) =>
    spawnSync('sh', ['-c', `${command} | head -1 >/dev/null`, process.execPath, CLI, ...args], {
      encoding: 'utf8',
      timeout: 20_000,
    });

  it('is no error', () => {
    const folder = temporaryFolder(
      Object.fromEntries(
        Array.from({ length: 400 }, (_, n) => [`sources/s${n}.txt`, 'It rose.\n\n'.repeat(90)]),
      ),
    );
    assert.equal(run('"$0" "$1" sources --format json --root "$2"', folder).stderr, '');
    const endless = run('yes \'{"quote":"It rose"}\' | "$0" "$1" verify --root "$2"', folder);
    assert.deepEqual([endless.stderr, endless.signal], ['', null]);
    removeFolder(folder);
  });
});

const CLI = path.join(repositoryRoot, 'dist/cli.js');

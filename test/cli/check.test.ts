import assert from 'node:assert/strict';
import { sourcewright } from '../support/command-line';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const WALL =
  'A Wall Too Low\n\nBy Ada Verne on March 24, 2014\n\nThe wall was not built to last. Everybody knew.\n\nThe council met twice in June.\n';

describe('sourcewright check', () => {
  let folder: string;
  before(() => {
    folder = temporaryFolder({
      'sources/wall.txt': WALL,
      'sources/tide.txt': 'The tide rose on Sunday and did not fall.\n\nNobody came.\n',
      'sources.yaml':
        'references:\n  - id: tide\n    file: sources/tide.txt\n  - id: book\n    title: A Book\n',
      'drafts/good.md':
        '# Report\n\nVerne wrote: “The wall was not built to last” [@verne2014, para. 1].\n\n> The council met twice in June. [@verne2014, para. 2]\n',
      'drafts/bad.md': [
        'She wrote “The wall was built to last” [@verne2014, para. 1].',
        'Also “The council met twice in June” [@verne2014, para. 1].',
        'See [@nobody] and [@verne2014, para. 9].',
        'He said “The tide rose on Monday and did not fall” [@tide].',
        'The book says “words that we do not have here” [@book].',
        'As “everybody here always says so” goes.',
      ].join('\n\n'),
    });
  });
  after(() => {
    removeFolder(folder);
  });
  const check = (...args: string[]) => sourcewright(['check', '--root', folder, ...args]);

  it('ends with 0 where every citation resolves and every quotation is true', () => {
    const { status, json } = check('--format', 'json', `${folder}/drafts/good.md`);
    const { drafts, summary, version } = json();
    assert.equal(version, 1);
    assert.equal(status, 0);
    assert.deepEqual(summary.verdicts, { verbatim: 2 });
    assert.deepEqual(drafts[0].problems, []);
    assert.equal(drafts[0].path, 'drafts/good.md');
  });

  it('ends with 1 and names each problem at its place', () => {
    const { status, json } = check('--format', 'json', `${folder}/drafts/bad.md`);
    assert.equal(status, 1);
    const [draft] = json().drafts;
    assert.deepEqual(
      draft.problems.map(({ code, severity, line }: { code: string; severity: string; line: number }) => [
        line,
        code,
        severity,
      ]),
      [
        [1, 'altered-quotation', 'error'],
        [3, 'misplaced-quotation', 'error'],
        [5, 'unknown-source', 'error'],
        [5, 'unknown-locator', 'error'],
        [7, 'altered-quotation', 'error'],
        [9, 'unchecked-quotation', 'warning'],
        [11, 'uncited-quotation', 'hint'],
      ],
    );
  });

  it('gives citations and quotations with their places', () => {
    const [draft] = check('--format', 'json', `${folder}/drafts/good.md`).json().drafts;
    const { key, label, locator, line, column, endLine, endColumn, resolved, suppressAuthor, inText } =
      draft.citations[0];
    assert.deepEqual(
      { key, label, locator, line, column, endLine, endColumn, resolved, suppressAuthor, inText },
      {
        key: 'verne2014',
        label: 'paragraph',
        locator: '1',
        line: 3,
        column: 48,
        endLine: 3,
        endColumn: 58,
        resolved: true,
        suppressAuthor: false,
        inText: false,
      },
    );
    const [inline, block] = draft.quotations;
    assert.deepEqual(
      [inline.text, inline.line, inline.column, inline.source],
      ['The wall was not built to last', 3, 15, 'verne2014'],
    );
    assert.equal(WALL.slice(inline.start, inline.end), 'The wall was not built to last');
    assert.deepEqual([block.text, block.line, block.column], ['The council met twice in June.', 5, 3]);
  });

  it('tells the difference with its kind and both places', () => {
    const [draft] = check('--format', 'json', `${folder}/drafts/bad.md`).json().drafts;
    const [difference] = draft.quotations[0].differences;
    assert.equal(difference.kind, 'negation');
    assert.equal(WALL.slice(...(difference.source as [number, number])), 'not');
  });

  it('looks at all Markdown of the folder that is no source where no draft is named', () => {
    assert.deepEqual(
      check('--format', 'json')
        .json()
        .drafts.map(({ path }: { path: string }) => path),
      ['drafts/bad.md', 'drafts/good.md'],
    );
  });

  it('writes findings for people, one a line', () => {
    const { stdout } = check(`${folder}/drafts/bad.md`);
    assert.match(
      stdout,
      /^drafts\/bad\.md:1:12: error altered-quotation: This is not what para\. 1 of Verne 2014 says: “not” is left out/m,
    );
  });

  it('fails where a record names a file that is not there or cannot be read', () => {
    for (const file of ['sources/gone.txt', 'sources/scan.rtf']) {
      const other = temporaryFolder({
        'sources/wall.txt': WALL,
        'sources/scan.rtf': '{\\rtf1 Words.}',
        'sources.yaml': `references:\n  - id: lost\n    file: ${file}\n`,
        'a.md': '# A\n\n“Words that nobody can read here” [@lost].\n',
      });
      const { status, json } = sourcewright(['check', '--root', other, '--format', 'json']);
      removeFolder(other);
      assert.equal(status, 1);
      const { code, severity } = json().drafts[0].problems[0];
      assert.deepEqual([code, severity], ['unchecked-quotation', 'error']);
      assert.deepEqual(
        json()
          .problems.filter(({ severity }: { severity: string }) => severity === 'error')
          .map(({ path, line, code }: { path: string; line: number; code: string }) => [path, line, code]),
        [['sources.yaml', 2, 'missing-file']],
      );
    }
  });

  it('does not fail for a file of a format that nothing reads, which nobody cites', () => {
    const other = temporaryFolder({ 'sources/scan.rtf': '{\\rtf1 Words.}', 'a.md': 'Words.\n' });
    const { status, stderr } = sourcewright(['check', '--root', other]);
    removeFolder(other);
    assert.equal(status, 0);
    assert.match(stderr, /sources\/scan\.rtf:1:1: information unreadable-source/);
  });

  it('names files from another folder than the root', () => {
    const { json } = sourcewright([
      ...['check', '--root', `${folder}/drafts/..`, '--relative-to', `${folder}/..`],
      ...['--format', 'sarif', `${folder}/drafts/bad.md`],
    ]);
    const { artifactLocation } = json().runs[0].results[0].locations[0].physicalLocation;
    assert.match(artifactLocation.uri, /^sourcewright-test-\w+\/drafts\/bad\.md$/);
  });

  it('counts one as one', () => {
    assert.match(
      check(`${folder}/drafts/good.md`).stdout,
      /^1 draft: 2 of 2 citations resolve, 2 of 2 quotations stand in their sources, 0 not checked; 0 errors, 0 warnings\.$/m,
    );
  });

  it('fails on what --fail-on names', () => {
    assert.equal(check('--fail-on', 'never', `${folder}/drafts/bad.md`).status, 0);
    assert.equal(check('--fail-on', 'hint', `${folder}/drafts/good.md`).status, 0);
  });

  it('ends with 2 and says why where it cannot run', () => {
    for (const args of [
      ['check', '--root', `${folder}/none`],
      ['check', '--root', folder, `${folder}/none.md`],
      ['chekc'],
      ['check', '--format', 'xml'],
      ['check', '--fail-on', 'x'],
    ]) {
      const { status, stderr, stdout } = sourcewright(args);
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, /^sourcewright: \S/m);
      assert.equal(stdout, '');
    }
  });

  it('reads a draft with 2,000 citations', () => {
    const many = temporaryFolder({
      'sources/wall.txt': WALL,
      'draft.md': Array.from(
        { length: 2000 },
        (_, at) => `Line ${at}: “The wall was not built to last” [@verne2014, para. 1].`,
      ).join('\n\n'),
    });
    const { summary } = sourcewright(['check', '--root', many, '--format', 'json']).json();
    removeFolder(many);
    assert.deepEqual([summary.resolved, summary.accepted], [2000, 2000]);
  });
});

describe('sourcewright check on a folder that is not in order', () => {
  it('names broken YAML by line and column, and uses the good records', () => {
    const folder = temporaryFolder({
      'sources/wall.txt': WALL,
      'sources.yaml':
        'references:\n  - id: wall\n    file: sources/wall.txt\n  - id: [broken\n  - id: tide\n',
      'a.md': '“The wall was not built to last” [@wall].\n',
    });
    const { stderr, json } = sourcewright(['check', '--root', folder, '--format', 'json']);
    removeFolder(folder);
    assert.match(stderr, /^sources\.yaml:\d+:\d+: error yaml-syntax: /m);
    assert.equal(json().drafts[0].quotations[0].verdict, 'verbatim');
  });

  it('says that two sources have one key', () => {
    const folder = temporaryFolder({
      'sources/a.md': '---\ncitekey: tide\n---\n\nOne is here.\n',
      'sources/b.md': '---\ncitekey: tide\n---\n\nTwo is here.\n',
    });
    const { stderr, status } = sourcewright(['check', '--root', folder]);
    removeFolder(folder);
    assert.match(stderr, /duplicate-key: Two sources have the key "tide"/);
    assert.equal(status, 1);
  });

  it('says that there are no sources', () => {
    const folder = temporaryFolder({ 'a.md': 'Words.\n' });
    const { stderr, status } = sourcewright(['check', '--root', folder]);
    removeFolder(folder);
    assert.match(stderr, /No sources found/);
    assert.equal(status, 0);
  });
});

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { readLock } from '#corpus-index';
import { LOCK_FILE } from '../../src/ingest/lock-file';
import { sourcewright } from '../support/command-line';
import { repositoryRoot } from '../support/root';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const WALL = 'The wall was not built to last. Everybody knew.\n\nThe council met twice in June.\n';

describe('sourcewright lock', () => {
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder({
      'sources/wall.txt': WALL,
      'drafts/a.md': 'It “was not built to last” [@wall, para. 1]. “The wall was built” [@wall].\n',
      'drafts/b.md': '> The council met twice in June. [@wall, para. 2]\n',
    });
  });
  afterEach(() => {
    removeFolder(folder);
  });
  const at = (name: string) => path.join(folder, name);
  const write = (name: string, text: string) => {
    fs.writeFileSync(at(name), text);
  };
  const lockText = () => fs.readFileSync(at(LOCK_FILE), 'utf8');
  const locked = () =>
    readLock(lockText()).lock.quotations.map(({ draft, quotation }) => `${draft}: ${quotation}`);
  const run = (...args: string[]) => sourcewright(['lock', '--root', folder, ...args]);

  it('locks all drafts of the folder where none is named, and says what it did', () => {
    const { status, stdout } = run();
    assert.equal(status, 0);
    assert.equal(
      stdout,
      'drafts/a.md: 1 locked, 1 of them new, 1 not accepted\ndrafts/b.md: 1 locked, 1 of them new\n',
    );
    assert.deepEqual(locked(), [
      'drafts/a.md: was not built to last',
      'drafts/b.md: The council met twice in June.',
    ]);
  });

  it('locks the drafts that are named, and leaves the others', () => {
    run();
    write('sources/wall.txt', `Added.\n\n${WALL}`);
    write('drafts/b.md', 'Nothing is quoted.\n');
    const { status, json } = run('--format', 'json', at('drafts/a.md'));
    assert.equal(status, 0);
    assert.deepEqual(json().drafts, [
      { path: 'drafts/a.md', locked: 0, added: 0, kept: 1, dropped: 0, notAccepted: 2 },
    ]);
    assert.equal(locked().length, 2);
  });

  it('writes the same bytes again, or nothing', () => {
    run();
    const before = lockText();
    const { status, stderr } = run();
    assert.equal(status, 0);
    assert.match(stderr, /anchors\.json is as it was/);
    assert.equal(lockText(), before);
  });

  it('writes the same lock on a system with other line ends', () => {
    run();
    const before = lockText();
    for (const name of ['sources/wall.txt', 'drafts/a.md', 'drafts/b.md'])
      write(name, fs.readFileSync(at(name), 'utf8').replace(/\n/g, '\r\n'));
    assert.equal(run('--check').status, 0);
    run();
    assert.equal(lockText(), before);
  });

  it('forgets a draft that is there no more when all are locked', () => {
    run();
    fs.rmSync(at('drafts/b.md'));
    assert.match(run().stdout, /drafts\/b\.md: is there no more/);
    assert.deepEqual(locked(), ['drafts/a.md: was not built to last']);
  });

  it('makes no file where there is nothing to lock', () => {
    write('drafts/a.md', 'Nothing.\n');
    write('drafts/b.md', 'Nothing.\n');
    assert.equal(run().status, 0);
    assert.equal(fs.existsSync(at('.sourcewright')), false);
  });

  it('keeps a broken lock aside', () => {
    run();
    write(LOCK_FILE, `${lockText()}}`);
    const { stderr, status } = run();
    assert.equal(status, 0);
    assert.match(stderr, /anchors\.json:1:1: warning broken-lock: .*not valid JSON/);
    assert.match(stderr, /kept aside as anchors\.broken-1\.json/);
    assert.equal(locked().length, 2);
  });

  it('ends with 2 where the lock cannot be written', () => {
    write('.sourcewright', 'a file where the folder should be');
    const { status, stderr, stdout } = run();
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /Nothing was locked: .* could not be written/);
  });

  describe('--check', () => {
    it('says that nothing is locked', () => {
      const { status, stderr } = run('--check');
      assert.equal(status, 0);
      assert.match(stderr, /Nothing is locked/);
      assert.equal(fs.existsSync(at('.sourcewright')), false);
    });

    it('ends with 0 while all is as it was locked', () => {
      run();
      const { status, stdout } = run('--check');
      assert.equal(status, 0);
      assert.equal(
        stdout,
        '2 drafts: 2 locked quotations, 2 still there, 0 moved, 0 changed, 0 gone; 0 accepted ones not locked, 0 locked ones no longer in their draft.\n',
      );
    });

    it('ends with 1 and names what became of each, and writes nothing', () => {
      run();
      const before = lockText();
      write('sources/wall.txt', `Added.\n\n${WALL.replace('not', 'hardly')}`);
      write(
        'drafts/b.md',
        '> The council met twice in June. [@wall, para. 2]\n\n“Everybody knew” [@wall].\n',
      );
      const { status, json } = run('--check', '--format', 'json');
      assert.equal(status, 1);
      const { drafts, summary, version } = json();
      assert.equal(version, 1);
      assert.deepEqual(
        drafts.map(({ quotations }: { quotations: { state: string }[] }) =>
          quotations.map(({ state }) => state),
        ),
        [['changed'], ['moved']],
      );
      const [changed] = drafts[0].quotations;
      assert.deepEqual(
        [changed.locator, changed.place.locator, changed.place.text, changed.line, changed.column],
        ['para. 1', 'para. 2', 'was hardly built to last', 1, 5],
      );
      assert.deepEqual(
        drafts.flatMap(({ problems }: { problems: { code: string }[] }) => problems.map(({ code }) => code)),
        ['changed-source', 'moved-quotation'],
      );
      assert.deepEqual(summary, {
        quotations: 2,
        stillThere: 0,
        moved: 1,
        changed: 1,
        gone: 0,
        notLocked: 1,
        dropped: 0,
      });
      assert.equal(lockText(), before);
    });

    it('ends with 1 where the lock is broken', () => {
      run();
      write(LOCK_FILE, '{');
      assert.equal(run('--check').status, 1);
      assert.deepEqual(fs.readdirSync(at('.sourcewright')), ['anchors.json']);
    });
  });
});

describe('sourcewright lock on the examples', () => {
  it('locks all accepted quotations and finds each again', () => {
    const folder = temporaryFolder({});
    fs.cpSync(path.join(repositoryRoot, 'examples'), folder, { recursive: true });
    const run = (...args: string[]) => sourcewright(['lock', '--root', folder, '--format', 'json', ...args]);
    const locked: number[] = run()
      .json()
      .drafts.map((draft: { locked: number }) => draft.locked);
    const { status, json } = run('--check');
    removeFolder(folder);
    const { quotations, stillThere, notLocked } = json().summary;
    assert.ok(quotations > 10);
    assert.deepEqual([status, stillThere, notLocked], [0, quotations, 0]);
    assert.equal(
      locked.reduce((sum, count) => sum + count),
      quotations,
    );
  });
});

describe('sourcewright check beside a lock', () => {
  it('tells what became of locked quotations, and is silent on acknowledged risks', () => {
    const folder = temporaryFolder({
      'sources/wall.txt': WALL,
      'a.md': '“The wall was […] built to last” [@wall].\n',
    });
    const codes = () =>
      sourcewright(['check', '--root', folder, '--format', 'json'])
        .json()
        .drafts[0].problems.map(({ code }: { code: string }) => code);
    sourcewright(['lock', '--root', folder]);
    assert.deepEqual(codes(), ['editorial-risk']);
    const file = path.join(folder, LOCK_FILE);
    const json = JSON.parse(fs.readFileSync(file, 'utf8'));
    const [item] = json.first.items;
    const sha256: string = item.target['sourcewright:sha256'];
    item['sourcewright:acknowledged'] = [
      { 'sourcewright:risk': 'negation', 'sourcewright:words': 'not', 'sourcewright:sha256': sha256 },
    ];
    fs.writeFileSync(file, JSON.stringify(json));
    assert.deepEqual(codes(), []);
    fs.writeFileSync(path.join(folder, 'sources/wall.txt'), WALL.replace('not', 'never'));
    assert.deepEqual(codes(), ['editorial-risk', 'changed-source']);
    removeFolder(folder);
  });
});

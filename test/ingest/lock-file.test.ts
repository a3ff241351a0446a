import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { readLock, withDraft, writeLock, type Lock } from '#corpus-index';
import { describeLockProblem, LOCK_FILE, readLockFile, updateLockFile } from '../../src/ingest/lock-file';
import { lockOf, lockWords, sourceOf } from '../support/lock-of';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const source = sourceOf('The wall was not built to last.\n\nThe council met twice in June.\n');
const locked = (draft: string) => lockWords(source, 'not built to last', draft);
const put = (draft: string) => (lock: Lock) => withDraft(lock, draft, [locked(draft)]);
const draftsOf = (lock: Lock) => lock.quotations.map(({ draft }) => draft);

describe('the lock on disk', () => {
  let folder: string;
  const at = (name: string) => path.join(folder, '.sourcewright', name);
  const text = () => fs.readFileSync(path.join(folder, LOCK_FILE), 'utf8');
  beforeEach(() => {
    folder = temporaryFolder({});
  });
  afterEach(() => {
    removeFolder(folder);
  });

  it('is empty where there is no file, and no file is made of nothing', async () => {
    assert.deepEqual((await readLockFile(folder)).lock.quotations, []);
    assert.equal((await updateLockFile(folder, (lock) => lock)).written, false);
    assert.deepEqual(fs.readdirSync(folder), []);
  });

  it('is written as a whole, and nothing else is left in the folder', async () => {
    const { written } = await updateLockFile(folder, put('a.md'));
    assert.equal(written, true);
    assert.equal(text(), writeLock(lockOf(locked('a.md'))));
    assert.deepEqual(fs.readdirSync(at('')), ['anchors.json']);
  });

  it('is left alone where nothing changes', async () => {
    await updateLockFile(folder, put('a.md'));
    const { mtimeMs, ino } = fs.statSync(at('anchors.json'));
    assert.equal((await updateLockFile(folder, put('a.md'))).written, false);
    const after = fs.statSync(at('anchors.json'));
    assert.deepEqual([after.mtimeMs, after.ino], [mtimeMs, ino]);
  });

  it('keeps what another window has locked meanwhile', async () => {
    await updateLockFile(folder, put('a.md'));
    fs.writeFileSync(at('anchors.json'), writeLock(lockOf(locked('a.md'), locked('b.md'))));
    const { lock } = await updateLockFile(folder, put('c.md'));
    assert.deepEqual(draftsOf(lock), ['a.md', 'b.md', 'c.md']);
  });

  it('loses nothing where many write at once', async () => {
    const drafts = Array.from({ length: 20 }, (_, n) => `${String(n).padStart(2, '0')}.md`);
    await Promise.all(drafts.map((draft) => updateLockFile(folder, put(draft))));
    assert.deepEqual(draftsOf(readLock(text()).lock), drafts);
  });

  it('is never read in part while others write', async () => {
    await updateLockFile(folder, put('a.md'));
    let writing = true as boolean;
    const reader = (async () => {
      let reads = 0;
      for (; writing; reads++) assert.equal((await readLockFile(folder)).broken, undefined);
      return reads;
    })();
    for (let n = 0; n < 50; n++) await updateLockFile(folder, put(`${n}.md`));
    writing = false;
    assert.ok((await reader) > 0);
  });

  it('is kept aside and written anew where it is broken, with what can be read of it', async () => {
    const broken = writeLock(lockOf(locked('a.md'), locked('b.md'))).slice(0, -12);
    fs.mkdirSync(at(''));
    for (const [n, content] of [broken, 'no JSON', '{}'].entries()) {
      fs.writeFileSync(at('anchors.json'), content);
      const { keptAside, lock } = await updateLockFile(folder, put('c.md'));
      assert.equal(keptAside, `anchors.broken-${n + 1}.json`);
      assert.equal(fs.readFileSync(at(keptAside), 'utf8'), content);
      assert.deepEqual(draftsOf(lock), n === 0 ? ['a.md', 'b.md', 'c.md'] : ['c.md']);
      assert.equal((await readLockFile(folder)).broken, undefined);
    }
  });

  it('stays as it is, broken or not, where there is nothing to change', async () => {
    fs.mkdirSync(at(''));
    fs.writeFileSync(at('anchors.json'), 'no JSON');
    assert.equal((await updateLockFile(folder, () => undefined)).written, false);
    assert.equal(text(), 'no JSON');
    assert.deepEqual(fs.readdirSync(at('')), ['anchors.json']);
  });

  it('says what is wrong with it', async () => {
    fs.mkdirSync(at(''));
    fs.writeFileSync(at('anchors.json'), '<<<<<<< HEAD\n');
    assert.match(
      describeLockProblem(await readLockFile(folder)) ?? '',
      /This is no lock of quotations \(a merge has left its marks in it\)/,
    );
    fs.rmSync(at('anchors.json'));
    fs.mkdirSync(at('anchors.json'));
    assert.match(describeLockProblem(await readLockFile(folder)) ?? '', /cannot be read \(EISDIR\)/);
    await assert.rejects(updateLockFile(folder, put('a.md')), /EISDIR/);
    assert.deepEqual(fs.readdirSync(at('')), ['anchors.json']);
  });

  it('is not read, copied or written behind a link', async () => {
    const secret = temporaryFolder({
      'anchors.json': writeLock(lockOf(locked('a.md'))),
      'own.txt': 'own words',
    });
    fs.symlinkSync(secret, at(''));
    const linked = async () => {
      assert.match(describeLockProblem(await readLockFile(folder)) ?? '', /it is a link/);
      await assert.rejects(updateLockFile(folder, put('b.md')), /it is a link/);
    };
    await linked();
    assert.deepEqual(fs.readdirSync(secret), ['anchors.json', 'own.txt']);
    fs.rmSync(path.join(folder, '.sourcewright'));
    fs.mkdirSync(at(''));
    fs.symlinkSync(path.join(secret, 'own.txt'), at('anchors.json'));
    await linked();
    assert.deepEqual(fs.readdirSync(at('')), ['anchors.json']);
    removeFolder(secret);
  });

  it('goes on after a writer that died', async () => {
    fs.mkdirSync(at(''));
    fs.writeFileSync(at('anchors.json.new'), 'half');
    const long = new Date(Date.now() - 60_000);
    fs.utimesSync(at('anchors.json.new'), long, long);
    assert.deepEqual(draftsOf((await updateLockFile(folder, put('a.md'))).lock), ['a.md']);
    assert.deepEqual(fs.readdirSync(at('')), ['anchors.json']);
  });

  it('is left as it was where the change fails', async () => {
    await updateLockFile(folder, put('a.md'));
    const before = text();
    await assert.rejects(
      updateLockFile(folder, () => {
        throw new Error('no');
      }),
      /^Error: no$/,
    );
    assert.equal(text(), before);
    assert.deepEqual(fs.readdirSync(at('')), ['anchors.json']);
  });
});

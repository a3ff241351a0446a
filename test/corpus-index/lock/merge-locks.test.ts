import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { mergeLocks, readLock, withDraft, writeLock, type Lock } from '#corpus-index';
import { lockOf, lockWords, sourceOf } from '../../support/lock-of';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder';

const source = sourceOf(
  'The wall was not built to last.\n\nThe council met twice in June.\n\nNobody came to see it.\n',
);
const edited = sourceOf(`Added.\n\n${source.text}`);
const WORDS = [
  'The wall',
  'not built',
  'to last',
  'The council',
  'met twice',
  'in June',
  'Nobody came',
  'to see it',
];
const DRAFTS = ['a.md', 'b.md', 'c.md'];
const base = lockOf(
  ...DRAFTS.flatMap((draft) => WORDS.slice(0, 4).map((words) => lockWords(source, words, draft))),
);

/** The draft locked anew: some words of it, in an edited source. */
const relocked = (draft: string, words: readonly string[]) =>
  withDraft(
    base,
    draft,
    words.map((one) => lockWords(edited, one, draft)),
  );
const textsOf = (lock: Lock) => lock.quotations.map(({ draft, quotation }) => `${draft}: ${quotation}`);

describe('locks of two people', () => {
  it('become one in which each has what they locked', () => {
    const merged = mergeLocks(
      lockOf(lockWords(source, 'in June', 'b.md')),
      lockOf(lockWords(source, 'to last', 'a.md')),
    );
    assert.deepEqual(textsOf(merged), ['a.md: to last', 'b.md: in June']);
  });

  it('are merged by git where they locked different drafts', function () {
    const ours = relocked('a.md', WORDS);
    const theirs = relocked('c.md', WORDS.slice(1, 3));
    const folder = temporaryFolder({
      base: writeLock(base),
      ours: writeLock(ours),
      theirs: writeLock(theirs),
    });
    const at = (name: string) => path.join(folder, name);
    const git = spawnSync('git', ['merge-file', '-p', at('ours'), at('base'), at('theirs')], {
      encoding: 'utf8',
    });
    removeFolder(folder);
    if (git.error) this.skip();
    assert.equal(git.status, 0, 'no conflicts');
    const { lock, broken } = readLock(git.stdout);
    assert.equal(broken, undefined);
    const expected = withDraft(
      ours,
      'c.md',
      theirs.quotations.filter(({ draft }) => draft === 'c.md'),
    );
    assert.equal(git.stdout, writeLock(expected));
    assert.deepEqual(textsOf(lock), textsOf(expected));
  });

  it('show one changed quotation as a few changed lines', () => {
    const changed = relocked('b.md', WORDS.slice(0, 4));
    const lines = (lock: Lock) => writeLock(lock).split('\n');
    const different = lines(changed).filter((line, at) => line !== lines(base)[at]);
    assert.equal(lines(changed).length, lines(base).length);
    // Of each quotation its prefix, start, end, paragraph and the source's hash.
    assert.ok(different.length <= 4 * 5, different.join('\n'));
  });
});

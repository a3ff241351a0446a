import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { readReviews } from '#corpus-index';
import { BrokenReviewError, reviewPath, updateReviewFile } from '../../../src/ingest/review-file';
import { hashing } from '../../../src/ingest/sha256';
import { judgeDraft } from '../../../src/language/judge-draft';
import { parseDraft } from '../../../src/language/parse-draft';
import { reviewDraft } from '../../../src/language/review/decide';
import { corpusOf } from '../../support/corpus-of';
import { decided } from '../../support/reviewed';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder';

const FILES = { 'wall.txt': 'The wall fell.\n\nThe council met twice in June.\n' };
const CLAIMS = ['It fell', 'They met', 'It was June', 'It was twice', 'It was a wall'];
const DRAFT = CLAIMS.map((claim) => `${claim} [@wall, para. 1].\n`).join('\n');

const decide = (text: string, citation: number, decision: 'accepted' | 'rejected' = 'accepted'): string =>
  decided(FILES, text, DRAFT, { citation, decision }) ?? assert.fail();

const states = (text: string): string[] =>
  reviewDraft(judgeDraft(corpusOf(FILES), parseDraft(DRAFT)), readReviews(text).reviews, hashing).items.map(
    ({ state }) => (state.kind === 'decided' ? state.review.decision : state.kind),
  );

/** What git makes of two branches; undefined without git. */
function merged(base: string, ours: string, theirs: string) {
  const folder = temporaryFolder({ base, ours, theirs });
  const [one, two, three] = ['ours', 'base', 'theirs'].map((name) => path.join(folder, name));
  const git = spawnSync('git', ['merge-file', '-p', one ?? '', two ?? '', three ?? ''], { encoding: 'utf8' });
  removeFolder(folder);
  return git.error ? undefined : { text: git.stdout, conflicts: git.status };
}

describe('reviews on two branches', () => {
  const base = [1, 3].reduce((text, citation) => decide(text, citation), '');

  it('are merged by git where they decided on citations with another decision between', function () {
    const result = merged(base, decide(base, 0), decide(decide(base, 4), 3, 'rejected'));
    if (!result) this.skip();
    assert.equal(result.conflicts, 0);
    assert.deepEqual(states(result.text), ['accepted', 'accepted', 'undecided', 'rejected', 'accepted']);
  });

  it('conflict where both decided on one citation; that is told with its line, and nothing is written over it', async function () {
    const result = merged(base, decide(base, 2), decide(base, 2, 'rejected'));
    if (!result) this.skip();
    assert.ok(result.conflicts !== 0);
    const { broken, brokenLine = 0, reviews } = readReviews(result.text);
    assert.match(broken ?? '', /^a merge has left its marks in it, line \d+$/);
    assert.match(result.text.split('\n')[brokenLine - 1] ?? '', /^<{7}/);
    assert.deepEqual(reviews, []);
    const folder = temporaryFolder({ [reviewPath('a.md')]: result.text });
    await assert.rejects(
      updateReviewFile(folder, 'a.md', () => 'reviews: []\n'),
      BrokenReviewError,
    );
    assert.equal(fs.readFileSync(path.join(folder, reviewPath('a.md')), 'utf8'), result.text);
    removeFolder(folder);
  });

  it('are broken as long as any mark of the conflict is left', () => {
    const [head = '', first = '', second = ''] = base.split(/(?= {2}- key)/);
    for (const mark of ['<<<<<<< ours', '||||||| base', '=======', '>>>>>>> theirs'])
      assert.match(readReviews(`${head}${first}${mark}\n${second}`).broken ?? '', /merge/, mark);
  });

  it('hold with the entries of both, as docs/reviews-yaml.md says to keep them', () => {
    const [ours, theirs] = [decide('', 0), decide('', 1, 'rejected')];
    const entries = theirs.slice(theirs.indexOf('  - key'));
    assert.deepEqual(states(ours + entries).slice(0, 2), ['accepted', 'rejected']);
  });
});

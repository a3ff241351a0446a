import assert from 'node:assert/strict';
import { reviewPath } from '../../src/ingest/review-file';
import { sourcewright } from '../support/command-line';
import { reviewOfAll } from '../support/reviewed';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const WALL = 'The wall fell.\n\nThe council met twice in June.\n';
const DRAFT = 'It fell [@wall, para. 1]. They met [@wall, para. 2].\n';
const accepted = { decision: 'accepted' } as const;

/** How `check` ends for the draft beside a review, and the codes of what it finds; the source may have changed since. */
function check(review: string, wall = WALL, flags: readonly string[] = ['--require-review']) {
  const folder = temporaryFolder({
    'sources/wall.txt': wall,
    'drafts/a.md': DRAFT,
    ...(review !== '' && { [reviewPath('drafts/a.md')]: review }),
  });
  try {
    const { status, json } = sourcewright(['check', '--root', folder, '--format', 'json', ...flags]);
    const report = json() as Record<'problems', { code: string; line: number }[]> & {
      drafts: { problems: { code: string }[] }[];
    };
    const found = [...report.drafts.flatMap(({ problems }) => problems), ...report.problems];
    return { status, codes: found.map(({ code }) => code), lines: report.problems.map(({ line }) => line) };
  } finally {
    removeFolder(folder);
  }
}

const reviewOf = (...decisions: Parameters<typeof reviewOfAll>[2]) =>
  reviewOfAll({ 'wall.txt': WALL }, DRAFT, decisions);

describe('sourcewright check --require-review', () => {
  it('ends with 0 where every citation was accepted or queried', () => {
    assert.deepEqual(check(reviewOf(accepted, accepted)), { status: 0, codes: [], lines: [] });
    const queried = check(reviewOf(accepted, { decision: 'queried', note: 'When?' }));
    assert.deepEqual([queried.status, queried.codes], [0, ['queried-citation']]);
  });

  it('ends with 1 where one is undecided, was rejected, or its decision is stale', () => {
    const undecided = check(reviewOf(accepted, undefined));
    assert.deepEqual([undecided.status, undecided.codes], [1, ['undecided-citation']]);
    const rejected = check(reviewOf(accepted, { decision: 'rejected' }));
    assert.deepEqual([rejected.status, rejected.codes], [1, ['rejected-citation']]);
    const stale = check(reviewOf(accepted, accepted), WALL.replace('twice', 'once'));
    assert.deepEqual([stale.status, stale.codes], [1, ['stale-review']]);
    assert.equal(check('').status, 1);
  });

  it('ends with 1 and names the line where a merge has left its marks', () => {
    const broken = check(`${reviewOf(accepted, accepted)}<<<<<<< ours\n`);
    assert.equal(broken.status, 1);
    assert.ok(broken.codes.includes('broken-review'));
    assert.ok((broken.lines[0] ?? 0) > 20, String(broken.lines));
  });

  it('asks for nothing where it is not given', () => {
    assert.deepEqual(check('', WALL, []), { status: 0, codes: [], lines: [] });
  });
});

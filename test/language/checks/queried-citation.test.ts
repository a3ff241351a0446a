import assert from 'node:assert/strict';
import { reviewOfAll, reviewProblems } from '../../support/reviewed';

const FILES = { 'wall.txt': 'The wall fell.\n\nThe council met twice in June.\n' };
const DRAFT = 'It fell [@wall, para. 1]. They met [@wall, para. 2].';

describe('queried-citation', () => {
  it('says who decided so, and the note', () => {
    const review = reviewOfAll(FILES, DRAFT, [{ decision: 'queried', note: 'Which wall?' }]);
    assert.deepEqual(reviewProblems(FILES, DRAFT, review), [
      'information queried-citation: A reviewer has a question about this citation (Reviewer <r@example.org>): Which wall?',
    ]);
  });

  it('is graver where a review is required', () => {
    const review = reviewOfAll(FILES, DRAFT, [{ decision: 'queried' }, { decision: 'accepted' }]);
    assert.deepEqual(reviewProblems(FILES, DRAFT, review, true), [
      'warning queried-citation: A reviewer has a question about this citation (Reviewer <r@example.org>).',
    ]);
  });
});

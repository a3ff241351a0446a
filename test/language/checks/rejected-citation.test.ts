import assert from 'node:assert/strict';
import { reviewOfAll, reviewProblems } from '../../support/reviewed';

const FILES = { 'wall.txt': 'The wall fell.\n\nThe council met twice in June.\n' };
const DRAFT = 'It fell [@wall, para. 1]. They met [@wall, para. 2].';

describe('rejected-citation', () => {
  it('says who decided so, and the note', () => {
    const review = reviewOfAll(FILES, DRAFT, [{ decision: 'rejected', note: 'Which wall?' }]);
    assert.deepEqual(reviewProblems(FILES, DRAFT, review), [
      'warning rejected-citation: A reviewer rejected this citation (Reviewer <r@example.org>): Which wall?',
    ]);
  });

  it('is graver where a review is required', () => {
    const review = reviewOfAll(FILES, DRAFT, [{ decision: 'rejected' }, { decision: 'accepted' }]);
    assert.deepEqual(reviewProblems(FILES, DRAFT, review, true), [
      'error rejected-citation: A reviewer rejected this citation (Reviewer <r@example.org>).',
    ]);
  });
});

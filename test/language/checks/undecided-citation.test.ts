import assert from 'node:assert/strict';
import { reviewOfAll, reviewProblems } from '../../support/reviewed';

const FILES = { 'wall.txt': 'The wall fell.\n\nThe council met twice in June.\n' };
const DRAFT = 'It fell [@wall, para. 1]. They met [@wall, para. 2].';

describe('undecided-citation', () => {
  it('is told of each citation that nobody decided on, where a review is required', () => {
    const review = reviewOfAll(FILES, DRAFT, [{ decision: 'accepted' }]);
    assert.deepEqual(reviewProblems(FILES, DRAFT, review, true), [
      'error undecided-citation: Nobody has reviewed this citation of @wall: accept, query or reject it.',
    ]);
  });

  it('is nobody’s business otherwise', () => {
    assert.deepEqual(reviewProblems(FILES, DRAFT, reviewOfAll(FILES, DRAFT, [{ decision: 'accepted' }])), []);
  });
});

import assert from 'node:assert/strict';
import { reviewOfAll, reviewProblems } from '../../support/reviewed';

const FILES = { 'wall.txt': 'The wall fell.\n\nThe council met twice in June.\n' };
const DRAFT = 'It fell [@wall, para. 1]. They met [@wall, para. 2].';
const REVIEW = reviewOfAll(FILES, DRAFT, [{ decision: 'accepted' }, { decision: 'rejected', note: 'No.' }]);

describe('stale-review', () => {
  it('says who decided what, and what has changed since', () => {
    const files = { 'wall.txt': FILES['wall.txt'].replace('twice', 'once') };
    const draft = DRAFT.replace('They met', 'They never met');
    assert.deepEqual(reviewProblems(files, draft, REVIEW), [
      'hint stale-review: This citation was rejected by Reviewer <r@example.org>, but the sentence that stands on it and ' +
        'the cited passage have changed since: look at it again.',
    ]);
  });

  it('is an error where a review is required', () => {
    const [problem] = reviewProblems(FILES, DRAFT.replace('It fell', 'It stood'), REVIEW, true);
    assert.match(
      problem ?? '',
      /^error stale-review: .* but the sentence that stands on it has changed since/,
    );
  });

  it('takes the place of what was decided', () => {
    const problems = reviewProblems(FILES, DRAFT.replace('They met', 'Who met'), REVIEW);
    assert.equal(problems.length, 1);
  });
});

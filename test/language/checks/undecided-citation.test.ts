import assert from 'node:assert/strict';
import { decided, reviewOfAll, reviewProblems } from '../../support/reviewed';

const FILES = { 'wall.txt': 'The wall fell.\n\nThe council met twice in June.\n' };
const DRAFT = 'It fell [@wall, para. 1]. They met [@wall, para. 2].';

describe('undecided-citation', () => {
  it('is told of each citation that nobody decided on, where a review is required', () => {
    const review = reviewOfAll(FILES, DRAFT, [{ decision: 'accepted' }]);
    assert.deepEqual(reviewProblems(FILES, DRAFT, review, true), [
      'error undecided-citation: Nobody has reviewed this citation of @wall: accept, query or reject it.',
    ]);
  });

  it('passes over what refers to a figure or section of the draft, which is no citation to be decided on', () => {
    const kinds = 'fig tbl sec eq lst thm lem cor prp cnj def exm exr sol rem'.split(' ');
    const draft = `${kinds.map((kind) => `As @${kind}-wall shows.`).join(' ')} ${DRAFT}`;
    const first = decided(FILES, '', draft, { citation: 0 }) ?? '';
    assert.deepEqual(reviewProblems(FILES, draft, first, true), [
      'error undecided-citation: Nobody has reviewed this citation of @wall: accept, query or reject it.',
    ]);
    const both = decided(FILES, first, draft, { citation: 1 }) ?? '';
    assert.deepEqual(reviewProblems(FILES, draft, both, true), []);
  });

  it('is nobody’s business otherwise', () => {
    assert.deepEqual(reviewProblems(FILES, DRAFT, reviewOfAll(FILES, DRAFT, [{ decision: 'accepted' }])), []);
  });
});

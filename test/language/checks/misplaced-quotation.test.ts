import assert from 'node:assert/strict';
import { problemsOf } from '../../support/problems-of';

describe('misplaced-quotation', () => {
  it('names the paragraph that the words stand in', () => {
    const [problem] = problemsOf('“Nobody came” [@tide, para. 1].');
    assert.equal(problem?.code, 'misplaced-quotation');
    assert.match(problem.message, /in para\. 2 of Verne 2014 \(@tide\)/);
  });

  it('names the source that the words stand in', () => {
    assert.match(
      problemsOf('“The council met twice in June” [@tide].')[0]?.message ?? '',
      /in para\. 2 of wall \(@wall\)/,
    );
  });
});

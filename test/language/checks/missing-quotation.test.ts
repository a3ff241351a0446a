import assert from 'node:assert/strict';
import { problemsOf } from '../../support/problems-of';

describe('missing-quotation', () => {
  it('says that the words stand in no source', () => {
    const [problem] = problemsOf('“Never have I seen so many yellow birds here” [@tide].');
    assert.equal(problem?.code, 'missing-quotation');
    assert.match(problem.message, /none of the sources, @tide included/);
  });

  it('points to similar words in another source', () => {
    assert.match(
      problemsOf('“The wall was not really built to last” [@tide].')[0]?.message ?? '',
      /Similar words stand in para\. 1 of wall/,
    );
  });

  it('says that too few words cannot be placed', () => {
    assert.match(
      problemsOf('“yellow birds came” [@tide].')[0]?.message ?? '',
      /as they are written here.*too few/,
    );
  });
});

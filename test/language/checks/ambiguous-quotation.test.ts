import assert from 'node:assert/strict';
import { codesOf, problemsOf } from '../../support/problems-of';

describe('ambiguous-quotation', () => {
  it('asks for the paragraph where the words stand in several', () => {
    assert.deepEqual(codesOf('“Everybody knew that” [@wall].'), ['ambiguous-quotation: Everybody knew that']);
  });

  it('is content once the paragraph is named', () => {
    assert.deepEqual(codesOf('“Everybody knew that” [@wall, para. 3].'), []);
    assert.equal(problemsOf('“Everybody knew that” [@wall, para. 1].').length, 0);
  });
});

import assert from 'node:assert/strict';
import { codesOf, problemsOf } from '../../support/problems-of';

describe('unchecked-quotation', () => {
  it('says that a quotation from a source without text was not checked', () => {
    const [problem] = problemsOf('“Words of a book that is not here” [@book].');
    assert.deepEqual([problem?.code, problem?.severity], ['unchecked-quotation', 'warning']);
  });

  it('says nothing of a citation without a quotation', () => {
    assert.deepEqual(codesOf('As the book says [@book].'), []);
  });
});

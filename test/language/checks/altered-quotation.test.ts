import assert from 'node:assert/strict';
import { codesOf, problemsOf } from '../../support/problems-of';

describe('altered-quotation', () => {
  it('tells which words differ and where the source has them', () => {
    const [problem] = problemsOf('“The wall was built to last” [@wall].');
    assert.deepEqual([problem?.code, problem?.on], ['altered-quotation', 'The wall was built to last']);
    assert.match(problem?.message ?? '', /“not” is left out without a mark/);
    assert.equal(problem?.place?.source, 'wall');
  });

  it('is content with a marked omission', () => {
    assert.deepEqual(codesOf('“The council met twice […] according to the clerk” [@wall].'), []);
  });
});

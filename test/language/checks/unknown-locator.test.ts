import assert from 'node:assert/strict';
import { codesOf, problemsOf } from '../../support/problems-of';

describe('unknown-locator', () => {
  it('is shown on a paragraph that the source does not have', () => {
    const [problem] = problemsOf('See [@tide, para. 3].');
    assert.deepEqual([problem?.code, problem?.on], ['unknown-locator', 'para. 3']);
    assert.match(problem?.message ?? '', /Verne 2014 has no paragraph 3: its paragraphs are 1 to 2/);
  });

  it('says that a number without a term is a page', () => {
    assert.match(problemsOf('See [@tide, 2].')[0]?.message ?? '', /A number without a term means a page/);
  });

  for (const locator of ['para. 1', 'paras. 1-2', 'paras. 1, 2', '¶ 2']) {
    it(`is content with ${locator}`, () => {
      assert.deepEqual(codesOf(`See [@tide, ${locator}].`), []);
    });
  }
});

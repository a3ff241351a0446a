import assert from 'node:assert/strict';
import { codesOf, problemsOf } from '../../support/problems-of';

describe('uncited-quotation', () => {
  it('is a hint', () => {
    const [problem] = problemsOf('They say “everybody here knows that” often.');
    assert.deepEqual(
      [problem?.code, problem?.severity, problem?.on],
      ['uncited-quotation', 'hint', 'everybody here knows that'],
    );
  });

  it('leaves scare quotes of one or two words alone', () => {
    assert.deepEqual(codesOf('The “so-called wall” fell.'), []);
  });
});

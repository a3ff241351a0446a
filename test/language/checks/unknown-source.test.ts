import assert from 'node:assert/strict';
import { codesOf, problemsOf } from '../../support/problems-of';

describe('unknown-source', () => {
  it('is shown on the key and names a near one', () => {
    const [problem] = problemsOf('See [@tid, para. 1].');
    assert.deepEqual([problem?.code, problem?.on], ['unknown-source', '@tid']);
    assert.match(problem?.message ?? '', /Did you mean "tide"\?/);
  });

  it('names no key that is nothing like it', () => {
    assert.doesNotMatch(problemsOf('See [@somebody2019].')[0]?.message ?? '', /Did you mean/);
  });

  it('names the way for who has a bibliography of another program', () => {
    const { message } = problemsOf('---\nbibliography: references.bib\n---\n\nSee [@somebody2019].')[0]!;
    assert.match(message, /bibliography of your own, Import References… takes in\.$/);
  });

  it('is content with a record that has no text', () => {
    assert.deepEqual(codesOf('See [@book].'), []);
  });

  it('is said once for a quotation that the key is cited for', () => {
    assert.deepEqual(codesOf('“The tide rose on Sunday” [@nobody].'), ['unknown-source: @nobody']);
  });

  it('passes over cross-references of Quarto', () => {
    for (const key of ['fig-x', 'tbl-x', 'sec-x', 'eq-x', 'lst-x', 'thm-x', 'nte-x'])
      assert.deepEqual(codesOf(`See @${key} and [@${key}].`), [], key);
    assert.deepEqual(codesOf('See @figure-x and @fig.'), [
      'unknown-source: @figure-x',
      'unknown-source: @fig',
    ]);
  });
});

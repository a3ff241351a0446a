import assert from 'node:assert/strict';
import { codesOf, problemsOf } from '../../support/problems-of';

describe('altered-quotation', () => {
  it('tells which words differ and where the source has them', () => {
    const [problem] = problemsOf('“The wall was built to last” [@wall].');
    assert.deepEqual([problem?.code, problem?.on], ['altered-quotation', 'The wall was built to last']);
    assert.match(problem?.message ?? '', /“not” is left out without a mark/);
    assert.equal(problem?.place?.source, 'wall');
  });

  it('names what nobody would see', () => {
    const told = (draft: string) => problemsOf(draft)[0]?.message.replace(/^.*says: |\. Restore.*$/g, '');
    assert.equal(
      told('“The wаll was not built to last” [@wall].'),
      '“wаll”, with letters of another alphabet, stands for “wall”',
    );
    assert.equal(
      told('“The wall was \u202Enot\u202C built to last” [@wall].'),
      '“[U+202E]” is added; “[U+202C]” is added',
    );
    assert.equal(
      told('“The wall was not b\u3164uilt to last” [@wall].'),
      '“b[U+3164]uilt” stands for “built”',
    );
    assert.equal(told('“The wall was not "built to last” [@wall].'), 'a quotation mark is added');
  });

  it('is content with a marked omission', () => {
    assert.deepEqual(codesOf('“The council met twice […] according to the clerk” [@wall].'), []);
  });
});

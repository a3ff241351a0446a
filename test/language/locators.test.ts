import assert from 'node:assert/strict';
import { codesOf } from '../support/problems-of';
import { parseDraft } from '../../src/language/parse-draft';

describe('a locator of several paragraphs', () => {
  it('counts all its numbers, those too that pandoc leaves to the suffix', () => {
    for (const locator of ['paras. 1 & 2', 'paras. 1 and 2', 'paras. 1, 2', 'paras. 1-2', 'Paras. 1 und 2'])
      for (const words of ['The tide rose on Sunday', 'Nobody came'])
        assert.deepEqual(codesOf(`It is “${words}” [@tide, ${locator}].`), [], `${words} ${locator}`);
    assert.deepEqual(codesOf('It is “Nobody came” [@tide, para. 1].'), ['misplaced-quotation: Nobody came']);
    assert.deepEqual(codesOf('See [@tide, paras. 1 and 7].'), ['unknown-locator: paras. 1']);
  });
  it('counts no number that the suffix speaks of', () => {
    assert.deepEqual(codesOf('See [@tide, para. 1 and 40 others].'), []);
    assert.deepEqual(codesOf('See [@tide, para. 1, and 3 more].'), []);
  });
  it('is left to pandoc as it reads it', () => {
    const [citation] = parseDraft('[@tide, paras. 1 & 2]').citations;
    assert.deepEqual([citation?.locator?.value, citation?.suffix], ['1', '& 2']);
  });
});

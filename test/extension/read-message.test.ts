import assert from 'node:assert/strict';
import { readMessage } from '../../src/extension/review/read-message';

describe('what the page of a review says', () => {
  const decide = { type: 'decide', version: 1, citation: 0, seen: 'abc', decision: 'accepted' };

  it('is a decision only with what was looked at', () => {
    assert.deepEqual(readMessage({ ...decide, more: 'x' }), decide);
    assert.deepEqual(readMessage({ ...decide, note: 'Why?' }), { ...decide, note: 'Why?' });
    for (const seen of [undefined, 1, 'x'.repeat(101)])
      assert.equal(readMessage({ ...decide, seen }), undefined);
  });
});

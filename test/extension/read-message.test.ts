import assert from 'node:assert/strict';
import { readMessage } from '../../src/extension/review/read-message';
import { LONGEST_NOTE } from '../../src/protocol/review-page';

describe('what the page of a review says', () => {
  const decide = { type: 'decide', version: 1, citation: 0, seen: 'abc', decision: 'accepted' };

  it('is a decision only with what was looked at', () => {
    assert.deepEqual(readMessage({ ...decide, more: 'x' }), decide);
    assert.deepEqual(readMessage({ ...decide, note: 'Why?' }), { ...decide, note: 'Why?' });
    for (const seen of [undefined, 1, 'x'.repeat(101)])
      assert.equal(readMessage({ ...decide, seen }), undefined);
  });

  it('is told apart where a note is too long, so that the page hears that nothing was kept', () => {
    const longest = { ...decide, note: 'x'.repeat(LONGEST_NOTE) };
    assert.deepEqual(readMessage(longest), longest);
    assert.deepEqual(readMessage({ ...decide, note: `${longest.note}x` }), {
      type: 'note-too-long',
      version: 1,
      citation: 0,
    });
  });
});

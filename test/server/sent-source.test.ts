import assert from 'node:assert/strict';
import { serialize } from 'node:v8';
import { readSourceText } from '../../src/ingest/read-source';
import { received, toSend } from '../../src/server/sent-source';

describe('a source that is sent between threads', () => {
  for (const path of ['a.txt', 'a.md'])
    it(`arrives as it was: ${path}`, () => {
      const source = readSourceText(path, '# The wall\n\nIt was *low*.\n\nNobody knew.\n');
      assert.deepEqual(received(structuredClone(toSend(source))), source);
    });

  it('carries the words of a plain text once', () => {
    const text = 'The wall was low. '.repeat(5000);
    const source = readSourceText('a.txt', text);
    assert.ok(serialize(toSend(source)).length < 1.5 * text.length);
    assert.ok(serialize(source).length > 1.9 * text.length, 'which it would carry twice');
  });
});

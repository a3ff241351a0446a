import assert from 'node:assert/strict';
import { codesOf, problemsOf } from '../../support/problems-of';

describe('editorial-risk', () => {
  for (const [name, draft, words] of [
    [
      'an omission that swallows a negation',
      '“The wall was … built to last” [@wall].',
      /denies something: “not”/,
    ],
    [
      'an omission that swallows an attribution',
      '“met twice in June … the clerk” [@wall].',
      /whose statement/,
    ],
    [
      'a full stop where the sentence goes on',
      '“The tide rose on Sunday and did not.” [@tide]',
      /that of its source goes on/,
    ],
    ['fragments of two paragraphs', '“Everybody knew that. […] The council met twice” [@wall].', undefined],
    [
      'fragments far apart',
      '“The wall was not built […] met twice in June” [@wall].',
      /different paragraphs/,
    ],
  ] as const) {
    it(`names ${name}`, () => {
      const messages = problemsOf(draft).map(({ code, message }) => `${code} ${message}`);
      if (words)
        assert.ok(
          messages.some((message) => message.startsWith('editorial-risk') && words.test(message)),
          messages.join('\n'),
        );
      else
        assert.ok(
          messages.every((message) => message.startsWith('editorial-risk')),
          messages.join('\n'),
        );
    });
  }

  it('says nothing of a harmless omission', () => {
    assert.deepEqual(codesOf('“The tide rose […] and did not fall” [@tide].'), []);
  });
});

import assert from 'node:assert/strict';
import { lockWords, sourceOf } from '../../support/lock-of';

const TEXT = '😀 First came the flood.\n\nThen 𝒜da Verne said: “It was not\nbuilt to last.” Nobody heard.\n';
const WORDS = 'It was not\nbuilt to last.';

describe('an anchor', () => {
  it('has the words, what stands around them, and their place in code points', () => {
    const { anchor } = lockWords(sourceOf(TEXT), WORDS);
    const start = Array.from(TEXT.slice(0, TEXT.indexOf(WORDS))).length;
    assert.deepEqual(anchor, {
      exact: WORDS,
      prefix: Array.from(TEXT)
        .slice(start - 32, start)
        .join(''),
      suffix: '” Nobody heard.\n',
      start,
      end: start + Array.from(WORDS).length,
    });
    assert.equal(Array.from(anchor.prefix).length, 32);
  });

  it('is the same whatever ends the lines', () => {
    const unix = lockWords(sourceOf(TEXT), WORDS);
    const windows = lockWords(sourceOf(TEXT.replace(/\n/g, '\r\n')), WORDS.replace(/\n/g, '\r\n'));
    assert.deepEqual(windows, unix);
  });

  it('begins no context with a mark that belonged to the letter before', () => {
    const text = `${'x'.repeat(10)}e\u0301${'y'.repeat(30)} Here are the words. So.`;
    assert.equal(lockWords(sourceOf(text), 'Here are the words').anchor.prefix, `${'y'.repeat(30)} `);
  });

  it('names the paragraph, and none for a heading', () => {
    const source = sourceOf('# The Great Flood\n\nOne.\n\nIt was wide and deep.\n', 'sources/s.md');
    assert.equal(lockWords(source, 'wide and deep').n, 2);
    assert.equal(lockWords(source, 'The Great Flood').n, undefined);
  });
});

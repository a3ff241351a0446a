import assert from 'node:assert/strict';
import type { ReviewEntry } from '../../src/protocol/review';
import { added, kept, unkept, withPending } from '../../src/webview/review/pending';
import { beginning, movedTo, nextOpen, step } from '../../src/webview/review/walk';

const entry = (citation: number, given: Partial<ReviewEntry> = {}): ReviewEntry => ({
  citation,
  key: 'wall',
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } },
  resolved: true,
  sentence: `Sentence ${citation}.`,
  quotations: [],
  reference: 'A Wall',
  passages: [],
  state: 'undecided',
  ...given,
});

/** One letter a citation: `u`ndecided, `s`tale, `a`ccepted, `q`ueried. */
const entries = (states: string): ReviewEntry[] =>
  states.split('').map((letter, at) => {
    if (letter === 'u') return entry(at);
    if (letter === 's') return entry(at, { state: 'stale', decision: 'accepted' });
    return entry(at, { state: 'decided', decision: letter === 'q' ? 'queried' : 'accepted' });
  });

describe('walking through a review', () => {
  it('goes to the next open one, and from the end to the first', () => {
    assert.equal(nextOpen(entries('uaasa'), 0), 3);
    assert.equal(nextOpen(entries('uaasa'), 3), 0);
    assert.equal(nextOpen(entries('aaa'), 1), undefined);
    assert.equal(nextOpen(entries('asa'), 1), 1);
  });

  it('goes by the filter in either direction, and stops at the ends', () => {
    assert.equal(step(entries('aqaqa'), 'objected', 1, 1), 3);
    assert.equal(step(entries('aqaqa'), 'objected', 3, -1), 1);
    assert.equal(step(entries('aqaqa'), 'objected', 3, 1), undefined);
  });

  it('begins at the first open one from where a person left off', () => {
    assert.equal(beginning(entries('uaau'), 1), 3);
    assert.equal(beginning(entries('uaaa'), 2), 0);
    assert.equal(beginning(entries('aaa'), 2), 2);
    assert.equal(beginning([], 5), 0);
  });

  it('stays with its citation when others come in before it', () => {
    const before = entry(1);
    const after = [
      entry(0),
      entry(1, { sentence: 'New.' }),
      entry(2, { sentence: before.sentence }),
      entry(3, { key: 'other', sentence: before.sentence }),
    ];
    assert.equal(movedTo(before, after), 2);
    assert.equal(movedTo(entry(9, { sentence: 'Gone.' }), after), 2);
    assert.equal(movedTo(entry(9, { key: 'gone' }), after), 3);
  });
});

describe('decisions on their way', () => {
  it('are shown at once, and given up for what the file says', () => {
    const pending = added(new Map(), 1, { decision: 'queried', note: 'Why?' });
    const [first, second] = withPending(entries('us'), pending);
    assert.equal(first?.state, 'undecided');
    assert.deepEqual([second?.state, second?.decision, second?.note], ['decided', 'queried', 'Why?']);
    assert.equal(unkept(pending).size, 1);
    assert.equal(unkept(kept(pending, 1)).size, 0);
  });

  it('leave nothing of a decision that was taken back', () => {
    const [taken] = withPending(entries('q'), added(new Map(), 0, { decision: null }));
    assert.deepEqual([taken?.state, taken?.decision], ['undecided', undefined]);
  });
});

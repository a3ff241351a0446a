import assert from 'node:assert/strict';
import type { ReviewEntry } from '../../src/protocol/review';
import { added, kept, unkept, withPending } from '../../src/webview/review/pending';
import { verdictOf, writtenCitation } from '../../src/webview/review/card';
import { keyAction } from '../../src/webview/review/actions';
import {
  beginning,
  isComplete,
  movedTo,
  nextOpen,
  placeIn,
  sameAs,
  step,
} from '../../src/webview/review/walk';

const entry = (citation: number, given: Partial<ReviewEntry> = {}): ReviewEntry => ({
  citation,
  seen: `seen ${citation}`,
  key: 'wall',
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } },
  resolved: true,
  ...{ outcome: 'unquoted', tone: 'plain' },
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

describe('the place in a review', () => {
  const reviewed = (entries: ReviewEntry[], problem?: string) => ({
    ...{ version: 1, entries, dropped: 0 },
    ...(problem === undefined ? {} : { problem }),
  });

  it('is not looked for where sources are still read', () => {
    assert.equal(isComplete(reviewed([], 'Not all sources have been read yet.')), false);
    assert.equal(isComplete(reviewed([])), true);
    assert.equal(isComplete(reviewed(entries('u'), 'The review is broken.')), true);
  });

  it('is where it was in an earlier page, and by its words once the draft was told', () => {
    assert.equal(placeIn(entries('uuuu'), 2, undefined, 0), 2);
    assert.equal(placeIn(entries('uuuu'), 9, undefined, 1), 1);
    assert.equal(placeIn(entries('auuu'), undefined, undefined, 0), 1);
    const before = entries('uu');
    assert.equal(placeIn([entry(0, { sentence: 'New.' }), { ...before[1]!, citation: 1 }], 1, before, 0), 1);
    assert.equal(
      placeIn(
        [before[1]!, before[0]!].map((one, citation) => ({ ...one, citation })),
        1,
        before,
        0,
      ),
      0,
    );
  });
});

describe('a note that is written while the draft changes', () => {
  const about = entry(1, { state: 'decided', decision: 'accepted' });

  it('goes with its citation, whoever the decision was told by', () => {
    const moved = { ...about, citation: 2, seen: 'told since', by: 'Reviewer', at: '2026-03-04T05:06:07Z' };
    assert.equal(sameAs(about, [entry(0), entry(1), moved]), moved);
  });

  it('is on nothing where the words or the decision are others', () => {
    const others = [
      { ...about, sentence: 'Edited.' },
      { ...about, decision: 'rejected' as const },
      { ...about, key: 'other' },
    ];
    assert.equal(sameAs(about, others), undefined);
  });
});

describe('a key', () => {
  const pressed = (given: Partial<Parameters<typeof keyAction>[0]>) =>
    keyAction({
      ...{ key: '', code: '', repeat: false },
      ...{ shiftKey: false, ctrlKey: false, altKey: false, metaKey: false },
      ...given,
    });

  it('decides once, however long it is held; only going on repeats', () => {
    assert.equal(pressed({ key: 'a' }), 'accept');
    for (const key of ['a', 'q', 'r', 'u', 'n', 'd', 's'])
      assert.equal(pressed({ key, repeat: true }), undefined);
    assert.equal(pressed({ key: 'j', repeat: true }), 'next');
    assert.equal(pressed({ key: 'ArrowLeft', repeat: true }), 'previous');
  });

  it('means the same with Caps Lock, and another thing with Shift only', () => {
    assert.equal(pressed({ key: 'A' }), 'accept');
    assert.equal(pressed({ key: 'D' }), 'openDraft');
    assert.equal(pressed({ key: 'D', shiftKey: true }), 'enterDraft');
    assert.equal(pressed({ key: 's', shiftKey: true }), 'enterSource');
    assert.equal(pressed({ key: 'A', shiftKey: true }), undefined);
  });

  it('is found by its place where a layout has no Latin letters, and by its letter where it has', () => {
    assert.equal(pressed({ key: 'ф', code: 'KeyA' }), 'accept');
    assert.equal(pressed({ key: 'Α', code: 'KeyA' }), 'accept');
    assert.equal(pressed({ key: 'a', code: 'KeyQ' }), 'accept');
    assert.equal(pressed({ key: 'é', code: 'KeyA' }), undefined);
    assert.equal(pressed({ key: "'", code: 'KeyQ' }), undefined);
  });

  it('is the editor’s with Ctrl, Alt or Meta', () => {
    assert.equal(pressed({ key: 'a', ctrlKey: true }), undefined);
    assert.equal(pressed({ key: 'ф', code: 'KeyA', altKey: true }), undefined);
  });
});

describe('the verdict on a card', () => {
  it('is what the server says of the citation', () => {
    assert.equal(verdictOf({ outcome: 'unquoted' }, { verdicts: { unquoted: 'nichts' } }), 'nichts');
    assert.equal(verdictOf({ outcome: 'altered' }, { verdicts: {} }), 'altered');
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

describe('a citation as the review heads its card', () => {
  it('has the words beside its key, which may turn round what it is cited for', () => {
    assert.equal(writtenCitation(entry(0)), '@wall');
    assert.equal(
      writtenCitation(entry(0, { prefix: 'but contra', locator: 'p. 12', suffix: 'who denies it' })),
      'but contra @wall, p. 12, who denies it',
    );
  });
});

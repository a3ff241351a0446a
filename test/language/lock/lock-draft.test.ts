import assert from 'node:assert/strict';
import type { Lock, Risk } from '#corpus-index';
import { acknowledgeRisk } from '../../../src/language/lock/lock-draft';
import { checkDraft } from '../../../src/language/checks/check-draft';
import { emptyLock, withDraft } from '#corpus-index';
import { corpusOf } from '../../support/corpus-of';
import { DRAFT, judgedWith, LOCK_OPTIONS, lockedDraft, told } from '../../support/locked-draft';

const FILES = {
  'wall.txt':
    'The wall was not built to last. Everybody knew that.\n\nThe council met twice in June, according to the clerk.\n',
  'tide.txt': 'The tide rose on Sunday and did not fall.\n',
};
const corpus = corpusOf(FILES);
const without = (words: string) => corpusOf({ ...FILES, 'wall.txt': FILES['wall.txt'].replace(words, '') });

const THREE = '“The wall was not built” [@wall]. “The council met twice” [@wall]. “The tide rose” [@tide].';
const quoted = (lock: Lock) => lock.quotations.map(({ quotation }) => quotation);

describe('locking a draft', () => {
  it('locks what is accepted, in its order, and counts what is not', () => {
    const { lock, summary } = lockedDraft(
      corpus,
      `${THREE} “The wall was built” [@wall]. “Not cited words here”.`,
    );
    assert.deepEqual(quoted(lock), ['The wall was not built', 'The council met twice', 'The tide rose']);
    assert.deepEqual(summary, { locked: 3, added: 3, kept: 0, dropped: 0, notAccepted: 1, unsaved: [] });
  });

  it('locks the same words twice where the draft quotes them twice', () => {
    const { lock } = lockedDraft(corpus, '“The tide rose” [@tide]. Again: “The tide rose” [@tide].');
    assert.equal(new Set(lock.quotations.map(({ id }) => id)).size, 2);
  });

  it('follows the draft: new quotations, others gone, another order', () => {
    const { lock } = lockedDraft(corpus, THREE);
    const next = '“The tide rose” [@tide]. “Everybody knew that” [@wall]. “The wall was not built” [@wall].';
    const again = lockedDraft(corpus, next, lock);
    assert.deepEqual(quoted(again.lock), ['The tide rose', 'Everybody knew that', 'The wall was not built']);
    assert.deepEqual(again.summary, {
      locked: 3,
      added: 1,
      kept: 0,
      dropped: 1,
      notAccepted: 0,
      unsaved: [],
    });
  });

  it('changes nothing where nothing changed', () => {
    const { lock } = lockedDraft(corpus, THREE);
    assert.deepEqual(lockedDraft(corpusOf(FILES), THREE, lock).lock, lock);
  });

  it('is content with a quotation that was wrapped otherwise', () => {
    const { lock } = lockedDraft(
      corpus,
      '> The council met twice in June, according to the clerk. [@wall]\n',
    );
    const again = lockedDraft(
      corpus,
      '> The council met twice\n> in June, according to the clerk. [@wall]\n',
      lock,
    );
    const [before, now] = [lock, again.lock].map(({ quotations: [one] }) => [
      one?.id,
      one?.quotation,
      one?.anchor,
    ]);
    assert.deepEqual(now, before);
  });

  it('keeps what was locked while the quotation is not accepted, so that it can still be told what it was', () => {
    const { lock } = lockedDraft(corpus, THREE);
    const again = lockedDraft(without('not '), THREE, lock);
    assert.deepEqual(again.lock.quotations[0], lock.quotations[0]);
    assert.deepEqual([again.summary.locked, again.summary.kept], [2, 1]);
  });

  it('moves an anchor when a person asks, and on save leaves it', () => {
    const { lock } = lockedDraft(corpus, THREE);
    const later = corpusOf({ ...FILES, 'wall.txt': `First.\n\n${FILES['wall.txt']}` });
    const [saved, asked] = [true, false].map((onSave) =>
      lockedDraft(later, `${THREE} “First” [@wall].`, lock, { onSave }),
    );
    assert.deepEqual(saved!.lock.quotations.slice(0, 3), lock.quotations);
    assert.deepEqual([saved!.summary.added, saved!.summary.kept], [1, 2]);
    assert.equal(asked!.lock.quotations[0]?.anchor.start, lock.quotations[0]!.anchor.start + 8);
  });

  it('locks nothing to a source that is not saved', () => {
    const isSaved = ({ path }: { path: string }) => path !== 'wall.txt';
    const { lock, summary } = lockedDraft(corpus, THREE, emptyLock, { isSaved });
    assert.deepEqual(quoted(lock), ['The tide rose']);
    assert.deepEqual(summary.unsaved, ['wall.txt']);
  });

  it('keeps what other tools wrote to a quotation', () => {
    const { lock } = lockedDraft(corpus, THREE);
    const starred = {
      ...lock,
      quotations: lock.quotations.map((one) => ({ ...one, json: { ...one.json, 'x:star': 1 } })),
    };
    const again = lockedDraft(without('Everybody knew that.'), THREE, starred);
    assert.deepEqual(
      again.lock.quotations.map(({ json }) => json['x:star']),
      [1, 1, 1],
    );
  });
});

describe('acknowledging a risk', () => {
  const RISKY = '“The wall was […] built to last” [@wall]. “met twice in June […] the clerk” [@wall].';
  const acknowledged = (draft: string, at: number, lock: Lock = emptyLock, of = corpus) => {
    const judged = judgedWith(of, draft, lock);
    const risk = judged.quotations[at]!.judgement.risks[0] as Risk;
    return withDraft(lock, DRAFT, acknowledgeRisk(judged, at, risk, LOCK_OPTIONS)!);
  };
  const problems = (draft: string, lock: Lock, of = corpus) => told(checkDraft(judgedWith(of, draft, lock)));

  it('silences this risk of this quotation alone', () => {
    assert.deepEqual(problems(RISKY, emptyLock), ['warning editorial-risk', 'warning editorial-risk']);
    const lock = acknowledged(RISKY, 0);
    assert.deepEqual(quoted(lock), ['The wall was […] built to last']);
    assert.deepEqual(lock.quotations[0]?.acknowledged, [
      { kind: 'negation', text: 'not', sha256: lock.quotations[0]!.source.sha256 },
    ]);
    assert.deepEqual(problems(RISKY, lock), ['warning editorial-risk']);
    assert.deepEqual(problems(RISKY, acknowledged(RISKY, 1, lock)), []);
  });

  it('puts the quotation in its order among what is locked, and leaves the rest', () => {
    const draft = `${THREE.split('. ')[0]}. ${RISKY} “The tide rose” [@tide].`;
    const { lock } = lockedDraft(corpus, '“The wall was not built” [@wall]. “The tide rose” [@tide].');
    const next = acknowledged(draft, 2, lock);
    assert.deepEqual(quoted(next), [
      'The wall was not built',
      'met twice in June […] the clerk',
      'The tide rose',
    ]);
    assert.deepEqual([next.quotations[0], next.quotations[2]], lock.quotations);
  });

  it('is kept when the draft is locked again', () => {
    const lock = acknowledged(RISKY, 0);
    assert.deepEqual(problems(RISKY, lockedDraft(corpus, RISKY, lock).lock), ['warning editorial-risk']);
  });

  it('holds no longer when the source changes, anywhere, or the quotation', () => {
    const lock = acknowledged(RISKY, 1, acknowledged(RISKY, 0));
    const edited = without(' Everybody knew that.');
    assert.equal(problems(RISKY, lock, edited).length, 2);
    assert.equal(problems(RISKY, lockedDraft(edited, RISKY, lock).lock, edited).length, 2);
    assert.deepEqual(problems(RISKY.replace('to last', 'to'), lock), ['warning editorial-risk']);
  });

  it('holds for the source as it is now without moving the anchor', () => {
    const { lock } = lockedDraft(corpus, RISKY);
    const later = corpusOf({ ...FILES, 'wall.txt': `First.\n\n${FILES['wall.txt']}` });
    const next = acknowledged(RISKY, 0, lock, later);
    assert.deepEqual(next.quotations[0]?.anchor, lock.quotations[0]?.anchor);
    assert.deepEqual(problems(RISKY, next, later), ['warning editorial-risk']);
  });
});

import assert from 'node:assert/strict';
import { OwnDecisions } from '../../src/extension/review/own-decisions';

describe('a page’s own decisions', () => {
  it('have been seen by who decides again before the page is told anew', () => {
    const own = new OwnDecisions();
    assert.equal(own.seen(3, 'undecided'), 'undecided');
    own.kept(3, 'undecided', 'accepted');
    assert.equal(own.seen(3, 'undecided'), 'accepted');
    assert.equal(own.seen(4, 'undecided'), 'undecided');
    own.kept(3, 'undecided', 'undecided');
    assert.equal(own.seen(3, 'undecided'), 'undecided');
  });

  it('have been seen also where the news of the first reaches the page after the second', () => {
    const own = new OwnDecisions();
    own.kept(3, 'undecided', 'accepted');
    own.told([{ citation: 3, seen: 'accepted' }]);
    own.kept(3, 'undecided', 'taken back');
    assert.equal(own.seen(3, 'accepted'), 'taken back');
    own.kept(3, 'accepted', 'accepted anew');
    assert.deepEqual(
      ['undecided', 'accepted', 'taken back'].map((told) => own.seen(3, told)),
      ['accepted anew', 'accepted anew', 'accepted anew'],
    );
    own.told([{ citation: 3, seen: 'rejected by another' }]);
    assert.equal(own.seen(3, 'accepted'), 'accepted');
  });

  it('stand for nothing that somebody else has decided since', () => {
    const own = new OwnDecisions();
    own.kept(3, 'undecided', 'accepted');
    own.told([{ citation: 3, seen: 'accepted' }]);
    assert.equal(own.seen(3, 'undecided'), 'accepted');
    own.told([{ citation: 3, seen: 'rejected by another' }]);
    assert.equal(own.seen(3, 'undecided'), 'undecided');
  });
});

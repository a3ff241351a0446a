import assert from 'node:assert/strict';
import { problemsSince, told } from '../../support/locked-draft';

const TIDE =
  'The tide rose on Sunday and did not fall.\n\nNobody came.\n\nThe clerk wrote it down. Nobody came.\n';
const now = (text: string) => ({ 'tide.txt': text });
const LOCATED = 'It “rose on Sunday and did not fall” [@tide, para. 1].';

describe('moved-quotation', () => {
  it('says into which paragraph the words moved, beside the error that the citation is wrong', () => {
    const problems = problemsSince(now(TIDE), now(`It began so.\n\n${TIDE}`), LOCATED);
    assert.deepEqual(told(problems), ['error misplaced-quotation', 'information moved-quotation']);
    const { message, place } = problems[1]!;
    assert.match(message, /^tide \(@tide\) has changed since this quotation was locked\./);
    assert.match(message, /locked in para\. 1 stand in para\. 2 now\. Correct the locator/);
    assert.equal(place?.start, 'It began so.\n\nThe tide '.length);
  });

  it('warns where other words alike now stand in the paragraph that the citation names', () => {
    const draft = 'It says “Nobody came” [@tide, para. 2].';
    const problems = problemsSince(
      now(TIDE),
      now(`Who was there? Nobody came. So it was.\n\n${TIDE}`),
      draft,
    );
    assert.deepEqual(told(problems), ['error misplaced-quotation', 'information moved-quotation']);
    const alike = problemsSince(
      now(TIDE),
      now(`It began so.\n\nThen, we hear, Nobody came. So it was.\n\n${TIDE}`),
      draft,
    );
    assert.deepEqual(told(alike), ['warning moved-quotation']);
    assert.match(alike[0]!.message, /locked in para\. 2 stand in para\. 4 now; the same words .* are others/);
  });

  it('says nothing where the citation names no paragraph, or names the new one', () => {
    const later = now(`It began so.\n\n${TIDE}`);
    assert.deepEqual(problemsSince(now(TIDE), later, LOCATED.replace(', para. 1', '')), []);
    assert.deepEqual(problemsSince(now(TIDE), later, LOCATED, LOCATED.replace('para. 1', 'para. 2')), []);
    assert.deepEqual(problemsSince(now(TIDE), now(`${TIDE}\n\nAdded.`), LOCATED), []);
  });

  it('leaves a citation that was wrong without any change to the error for it', () => {
    assert.deepEqual(
      told(problemsSince(now(TIDE), now(TIDE), LOCATED, LOCATED.replace('para. 1', 'para. 2'))),
      ['error misplaced-quotation'],
    );
  });

  it('says that two places fit equally well', () => {
    const other =
      'New words, “Nobody came”, and others.\n\nMore new words, “Nobody came”, and others.\n\nEnd.\n';
    const problems = problemsSince(now(TIDE), now(other), 'It says “Nobody came” [@tide, para. 2].');
    assert.deepEqual(told(problems), ['warning moved-quotation']);
    assert.match(problems[0]!.message, /stand in para\. [12] and para\. [12], and which .* cannot be told/);
  });

  it('says that a few words among others may be another place', () => {
    const other = 'New words came.\n\nThen, they say, Nobody came any more to it.\n';
    const problems = problemsSince(now(TIDE), now(other), 'It says “Nobody came” [@tide, para. 2].');
    assert.deepEqual(told(problems), ['warning moved-quotation']);
    assert.match(problems[0]!.message, /among other words than before/);
  });
});

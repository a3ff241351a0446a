import assert from 'node:assert/strict';
import { problemsSince, told } from '../../support/locked-draft';

const WALL =
  'The wall was not built to last, they said in spring. Everybody knew that.\n\nThe council met twice.\n';
const now = (text: string) => ({ 'wall.txt': text });
const changed = now(WALL.replace('not built', 'hardly built'));

describe('changed-source', () => {
  it('tells what was locked and what stands there now, beside the error that the quotation is altered', () => {
    const draft = 'It “was not built to last” [@wall].';
    const problems = problemsSince(now(WALL), changed, draft);
    assert.deepEqual(told(problems), ['error altered-quotation', 'error changed-source']);
    const { message, place } = problems[1]!;
    assert.match(message, /Locked, and in the draft: “was not built to last”\./);
    assert.match(message, /In the source now: “was hardly built to last”\./);
    assert.equal(changed['wall.txt'].slice(place?.start, place?.end), 'was hardly built to last');
  });

  it('tells three ways where the draft was edited too', () => {
    const draft = 'It “was not built to last, they said” [@wall].';
    const problems = problemsSince(now(WALL), changed, draft, draft.replace('was not', 'was never'));
    assert.deepEqual(told(problems), ['error altered-quotation', 'error changed-source']);
    assert.match(
      problems[1]!.message,
      /Locked: “was not built to last, they said”\. In the source now: “was hardly built to last, they said”\. In the draft: “was never built to last, they said”\. The quotation was edited too/,
    );
  });

  it('warns where the quotation is still acceptable, but what it leaves out has changed', () => {
    const draft = '“The wall was […] built to last” [@wall].';
    const problems = problemsSince(now(WALL), changed, draft);
    assert.deepEqual(told(problems).slice(-1), ['warning changed-source']);
    assert.match(
      problems.at(-1)!.message,
      /In the source now: “The wall was hardly built to last”\. In the draft: “The wall was \[…\]/,
    );
  });

  it('shows of long words what differs', () => {
    const long = `${'Many words stand before it, so that it is long. '.repeat(4)}It fell in May. ${'And many behind it. '.repeat(6)}`;
    const problems = problemsSince(now(long), now(long.replace('May', 'June')), `> ${long.trim()} [@wall]\n`);
    const { message } = problems.find(({ code }) => code === 'changed-source')!;
    assert.match(message, /“… long\. It fell in May\. And many behind it\. …”.* “… long\. It fell in June\./);
    assert.ok(message.length < 700, message);
  });

  it('says nothing of a source that changed somewhere else, or of a quotation that the writer has corrected', () => {
    const draft = 'It “was not built to last” [@wall].';
    assert.deepEqual(problemsSince(now(WALL), now(WALL.replace('twice', 'once')), draft), []);
    assert.deepEqual(problemsSince(now(WALL), changed, draft, draft.replace('was not', 'was hardly')), []);
  });

  it('says nothing where only line ends and typography changed', () => {
    const draft = 'It “was not built to last, they said in spring” [@wall].';
    const other = WALL.replace('last, they', 'last,\nthey').replace(/\n/g, '\r\n');
    assert.deepEqual(problemsSince(now(WALL), now(other), draft), []);
  });
});

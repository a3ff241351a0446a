import assert from 'node:assert/strict';
import { problemsSince, told } from '../../support/locked-draft';

const WALL =
  'The wall was not built to last, they said in spring.\n\nThe council met twice and did nothing.\n';
const DRAFT = 'It “was not built to last” [@wall].';

describe('lost-quotation', () => {
  it('says that the locked words are gone from the source', () => {
    const problems = problemsSince({ 'wall.txt': WALL }, { 'wall.txt': WALL.split('\n\n')[1]! }, DRAFT);
    assert.deepEqual(told(problems), ['error missing-quotation', 'error lost-quotation']);
    assert.match(problems[1]!.message, /what stood in para\. 1 is gone, “was not built to last”\./);
  });

  it('says where the words stand instead', () => {
    const problems = problemsSince(
      { 'wall.txt': WALL },
      { 'wall.txt': 'The council met twice and did nothing.', 'other.txt': WALL },
      DRAFT,
    );
    assert.deepEqual(told(problems), ['error misplaced-quotation', 'error lost-quotation']);
    assert.match(problems[1]!.message, /The same words stand in para\. 1 of other\.txt \(@other\)\./);
  });

  it('says that the source itself is gone', () => {
    const problems = problemsSince({ 'wall.txt': WALL }, { 'other.txt': 'Nothing of it.' }, DRAFT);
    assert.deepEqual(told(problems), ['error lost-quotation', 'error unknown-source']);
    assert.match(problems[0]!.message, /locked to, @wall \(wall\.txt\), is not among the sources/);
  });

  it('says nothing of what the writer took out or cites from another source', () => {
    const files = { 'wall.txt': WALL, 'other.txt': WALL };
    assert.deepEqual(problemsSince(files, { 'other.txt': WALL }, DRAFT, 'Nothing is quoted here.'), []);
    assert.deepEqual(
      problemsSince(files, { 'other.txt': WALL }, DRAFT, DRAFT.replace('@wall', '@other')),
      [],
    );
  });
});

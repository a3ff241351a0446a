import assert from 'node:assert/strict';
import { outcomeOf } from '../../../src/language/cited/outcome';
import { judgeDraft } from '../../../src/language/judge-draft';
import { parseDraft } from '../../../src/language/parse-draft';
import { reviewItems } from '../../../src/language/review/review-items';
import { checkedCorpus, codesOf, problemsOf } from '../../support/problems-of';

describe('unchecked-locator', () => {
  it('hints that nobody has looked up a page of a source without text', () => {
    const [problem, other] = problemsOf('As the book says [@book, p. 12].');
    assert.deepEqual(
      [problem?.code, problem?.severity, problem?.on, other],
      ['unchecked-locator', 'hint', 'p. 12', undefined],
    );
  });

  it('says nothing where the quotation is said to be unchecked, or no place is named', () => {
    assert.deepEqual(codesOf('“Words of a book that is not here” [@book, p. 12].'), [
      'unchecked-quotation: Words of a book that is not here',
    ]);
    assert.deepEqual(codesOf('As the book says [@book].'), []);
  });

  it('is no word against the citation: its outcome is unchecked, that of a place that is not there unresolved', () => {
    const draft = parseDraft('See [@book, p. 12], [@tide, para. 9], [@nobody, p. 1] and [@book].');
    assert.deepEqual(
      reviewItems(judgeDraft(checkedCorpus(), draft)).map((item) => outcomeOf(item)),
      ['unchecked', 'unresolved', 'unresolved', 'unquoted'],
    );
  });
});

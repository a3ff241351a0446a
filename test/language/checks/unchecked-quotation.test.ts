import assert from 'node:assert/strict';
import { corpusOf } from '../../support/corpus-of';
import { codesOf, problemsOf } from '../../support/problems-of';

describe('unchecked-quotation', () => {
  it('says that a quotation from a source without text was not checked', () => {
    const [problem] = problemsOf('“Words of a book that is not here” [@book].');
    assert.deepEqual([problem?.code, problem?.severity], ['unchecked-quotation', 'warning']);
  });

  it('is an error where the record names a file that is not there or could not be read', () => {
    const corpus = corpusOf({ 'sources.yaml': 'references:\n  - id: scan\n    file: sources/scan.pdf\n' });
    const [problem] = problemsOf('“Words of a scan that nobody can read” [@scan].', corpus);
    assert.equal(problem?.severity, 'error');
    assert.match(problem.message, /sources\/scan\.pdf/);
  });

  it('says nothing of a citation without a quotation', () => {
    assert.deepEqual(codesOf('As the book says [@book].'), []);
  });
});

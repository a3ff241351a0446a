import assert from 'node:assert/strict';
import { corpusOf } from '../support/corpus-of';
import { diagnostic, positionsIn } from '../../src/server/to-lsp';

describe('positions in a source', () => {
  it('are counted once for each text, whatever else becomes of the source', () => {
    const corpus = corpusOf({ 'a.txt': 'It rose.\n\nIt fell.\n' });
    const first = positionsIn(corpus.source('a')!);
    corpus.setRecords([]);
    assert.equal(positionsIn(corpus.source('a')!), first);
    assert.deepEqual(first.position(10), { line: 2, character: 0 });
    const changed = corpusOf({ 'a.txt': 'It rose.\n\n\nIt fell.\n' });
    assert.notEqual(positionsIn(changed.source('a')!), first);
  });
});

describe('a problem as an editor shows it', () => {
  it('keeps its order, whatever marks of direction stand in a title or in words', () => {
    const message = 'These words are in “The \u202Eedit\u202C of \u2066June\u2069”, not in “שלום”.';
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const shown = diagnostic({ code: 'misplaced-quotation', severity: 'error', message, range });
    assert.equal(shown.message, 'These words are in “The edit of June”, not in “שלום”.');
  });
});

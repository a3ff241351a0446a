import assert from 'node:assert/strict';
import { corpusOf } from '../support/corpus-of';
import { positionsIn } from '../../src/server/to-lsp';

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

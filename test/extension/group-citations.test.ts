import assert from 'node:assert/strict';
import {
  filterCitations,
  groupCitations,
  listCitations,
  seenOf,
} from '../../src/extension/citations-view/group-citations';
import type { CitationOutcome, CitationRow, DraftCitations } from '../../src/protocol/cited';

const RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

const row = (key: string, outcome: CitationOutcome, words: string): CitationRow => ({
  ...{ key, reference: key, outcome, words, range: RANGE },
  isProblem: outcome === 'missing' || outcome === 'altered',
});

const draft = (name: string, ...citations: readonly CitationRow[]): DraftCitations => ({
  ...{ uri: `file:///${name}`, name, version: 1, citations, total: citations.length },
});

const LISTED = listCitations([
  draft('b.md', row('wall', 'verbatim', 'It was built'), row('tide', 'missing', 'Nobody saw it')),
  draft('a.md', row('tide', 'altered', 'The señor came'), row('wall', 'verbatim', 'It was built')),
]);

const names = (by: 'verdict' | 'source' | 'draft') =>
  groupCitations(LISTED, by).map(({ name, citations, problems }) => [name, citations.length, problems]);

describe('the citations of a view', () => {
  it('are grouped by verdict, with what has to be done first', () => {
    assert.deepEqual(names('verdict'), [
      ['missing', 1, 1],
      ['altered', 1, 1],
      ['verbatim', 2, 0],
    ]);
  });

  it('are grouped by source, and by draft', () => {
    assert.deepEqual(names('source'), [
      ['tide', 2, 2],
      ['wall', 2, 0],
    ]);
    assert.deepEqual(names('draft'), [
      ['file:///b.md', 2, 1],
      ['file:///a.md', 2, 1],
    ]);
  });

  it('are filtered by all words of a filter, whatever case and accents', () => {
    const found = (filter: string) => filterCitations(LISTED, filter).map(({ words }) => words);
    assert.deepEqual(found('SENOR'), ['The señor came']);
    assert.deepEqual(found('built @wall a.md'), ['It was built']);
    assert.deepEqual(found('built tide'), []);
    assert.equal(found('  ').length, 4);
  });

  it('keep their identity where others come before them', () => {
    const before = listCitations([draft('a.md', row('wall', 'verbatim', 'It was built'))]);
    const after = listCitations([
      draft('a.md', row('tide', 'missing', 'New'), row('wall', 'altered', 'It was built')),
    ]);
    assert.equal(before[0]?.id, after[1]?.id);
    const twice = row('wall', 'verbatim', 'It was built');
    assert.equal(new Set(listCitations([draft('a.md', twice, twice)]).map(({ id }) => id)).size, 2);
  });

  it('stay the same rows while words far behind are typed, and are seen to say something else', () => {
    const listed = (end: string) =>
      listCitations([draft('a.md', row('wall', 'verbatim', `${'It was built. '.repeat(20)}${end}`))]);
    const [before, after] = [listed('It stands.'), listed('It fell.')];
    assert.equal(before[0]?.id, after[0]?.id);
    assert.deepEqual(seenOf(before), seenOf(listed('It stands.')));
    assert.notDeepEqual(seenOf(before), seenOf(after));
  });
});

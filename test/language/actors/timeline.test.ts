import assert from 'node:assert/strict';
import { datedWithin, datesByYear, timeline } from '../../../src/language/actors/timeline';
import { workshop } from './workshop';

const ALL = new Set(['ada', 'basil', 'yard']);

describe('the timeline', () => {
  it('orders the passages that state a date and name an actor', () => {
    const { corpus, view } = workshop();
    const { dated } = timeline(corpus, view, { actors: ALL });
    assert.deepEqual(
      dated.map(({ source, date, actors }) => [
        date.iso,
        source.text.slice(date.start, date.end),
        source.key,
        date.passage.n,
        actors.join(' '),
      ]),
      [
        ['1919-05-04', '4 May 1919', 'letter', 1, 'yard ada'],
        ['1920-03', 'March 1920', 'log', 1, 'ada yard'],
        ['1921', '1921', 'log', 2, 'basil yard ada'],
      ],
    );
  });

  it('keeps the sources’ own dates apart', () => {
    const { corpus, view } = workshop();
    assert.deepEqual(
      timeline(corpus, view, { actors: ALL }).sources.map(({ source, issued }) => [source.key, issued]),
      [
        ['log', '1921'],
        ['letter', '1930-02'],
      ],
    );
  });

  it('shows only who is wanted, in one source', () => {
    const { corpus, view } = workshop();
    const { dated, sources } = timeline(corpus, view, { key: 'log', actors: new Set(['basil']) });
    assert.deepEqual(
      [dated.map(({ date }) => date.iso), sources.map(({ source }) => source.key)],
      [['1921'], ['log']],
    );
  });

  it('counts by year, and shows some years alone', () => {
    const { corpus, view } = workshop();
    const { dated } = timeline(corpus, view, { actors: ALL, named: ['ada', 'yard'] });
    assert.deepEqual(datesByYear(dated), [
      { year: 1919, count: 1 },
      { year: 1920, count: 1 },
      { year: 1921, count: 1 },
    ]);
    const some = datedWithin(dated, { from: 1920, to: 1920 });
    assert.deepEqual(
      some.map(({ date }) => date.iso),
      ['1920-03'],
    );
    assert.equal(timeline(corpus, view, { actors: ALL, named: ['basil'] }).dated.length, 1);
  });

  it('names a date once for each passage', () => {
    const { corpus, view } = workshop({
      'twice.txt': 'Twice\n\nIn 1920 Ada Verne rose; in 1920 Ada Verne fell.\n',
    });
    assert.equal(timeline(corpus, view, { key: 'twice', actors: ALL }).dated.length, 1);
  });

  it('finds dates behind the markup of a Markdown source', () => {
    const { corpus, view } = workshop({ 'marked.md': '# Marked\n\n**Ada Verne** left on *4 May* 1919.\n' });
    const [row] = timeline(corpus, view, { key: 'marked', actors: ALL }).dated;
    assert.equal(row?.date.iso, '1919-05-04');
    assert.equal(row.source.text.slice(row.date.start, row.date.end), '4 May* 1919');
  });
});

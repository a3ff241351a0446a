import assert from 'node:assert/strict';
import { actorKind } from '../../../src/language/actors/actor-kind';
import { countActors, mentionsBySource, mostMentionedFirst } from '../../../src/language/actors/actor-tree';
import { workshop } from './workshop';

const LIMIT = { limit: 10 };

describe('the actors and where they are named', () => {
  it('counts mentions, passages and sources of every actor of the registry', () => {
    const { corpus, view } = workshop();
    const rows = countActors(corpus, view).map(({ actor, mentions, passages, sources }) => [
      actor.id,
      mentions,
      passages,
      sources,
    ]);
    assert.deepEqual(rows, [
      ['ada', 3, 3, 2],
      ['basil', 1, 1, 1],
      ['yard', 4, 3, 2],
      ['nobody', 0, 0, 0],
    ]);
  });

  it('counts one source alone', () => {
    const { corpus, view } = workshop();
    assert.deepEqual(
      countActors(corpus, view, 'letter').map(({ mentions }) => mentions),
      [1, 0, 1, 0],
    );
  });

  it('puts the most mentioned first, and of equals the first name', () => {
    const { corpus, view } = workshop();
    assert.deepEqual(
      mostMentionedFirst(countActors(corpus, view, 'letter')).map(({ actor }) => actor.name),
      ['Ada Verne', 'Otter Yard', 'Basil Verne', 'Nora Nemo'],
    );
  });

  it('does not count what could mean more than one', () => {
    const { corpus, view } = workshop({
      'note.txt': 'A Note\n\nAda Verne met Basil Verne.\n\nThen Verne left.\n',
    });
    const [source] = mentionsBySource(corpus, view, ['ada'], { key: 'note', ...LIMIT });
    assert.equal(source?.total, 1);
  });

  it('lists the passages that name several together, with the words around the first name', () => {
    const { corpus, view } = workshop();
    const found = mentionsBySource(corpus, view, ['yard', 'ada'], LIMIT);
    assert.deepEqual(
      found.map(({ source, mentions, total }) => [source.key, mentions, total]),
      [
        ['letter', 2, 1],
        ['log', 5, 2],
      ],
    );
    const [passage] = found[1]?.passages ?? [];
    assert.equal(passage?.excerpt, 'Ada Verne and Otter Yard signed in March 1920. Otter Yard built on.');
    assert.equal(
      found[1]?.source.text.slice(passage.mentions[0]?.start, passage.mentions[0]?.end),
      'Ada Verne',
    );
  });

  it('lists so many passages of a source at most, and says how many there are', () => {
    const { corpus, view } = workshop();
    const log = mentionsBySource(corpus, view, ['ada'], { key: 'log', limit: 1 })[0];
    assert.deepEqual([log?.passages.length, log?.total, log?.mentions], [1, 2, 2]);
  });

  it('follows a registry that changes', () => {
    const { corpus, view } = workshop();
    countActors(corpus, view);
    corpus.setActors(corpus.actors.filter(({ id }) => id === 'yard'));
    assert.deepEqual(
      countActors(corpus, view).map(({ actor, mentions }) => [actor.id, mentions]),
      [['yard', 4]],
    );
  });

  it('groups by FollowTheMoney’s schema', () => {
    assert.deepEqual(
      ['Person', 'PublicBody', 'Country', 'Address', 'Vessel', 'LegalEntity', 'Wizard'].map(actorKind),
      ['person', 'public-body', 'state', 'place', 'vehicle', 'unknown', 'other'],
    );
  });
});

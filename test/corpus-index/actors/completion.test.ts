import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildCompletionIndex, completeActors, fold } from '#corpus-index';
import { actorOf } from './actor-of';

const actors = [
  actorOf('karim', 'Karim al-Nuri', { alias: ['Kareem al-Noori', 'Abu Nur'], weakAlias: ['al-Nuri'] }),
  actorOf('nura', 'Nura Sabri', { previousName: ['Nura Karim'] }),
  actorOf('guard', 'Harbour Guard', { alias: ['HG'], schema: 'Organization' }),
  actorOf('bay', 'al-Nur Bay', { schema: 'Address' }),
];
const index = buildCompletionIndex(actors);
const offered = (typed: string, limit?: number): string[] =>
  completeActors(index, typed, limit).map(({ actor, alias }) => `${actor.id}: ${alias}`);

describe('completeActors', () => {
  it('offers an actor by the beginning of any word of any spelling', () => {
    assert.deepEqual(offered('noo'), ['karim: Kareem al-Noori']);
    assert.deepEqual(offered('sab'), ['nura: Nura Sabri']);
    assert.deepEqual(offered('hg'), ['guard: HG']);
  });

  it('puts names that begin so before aliases that do, and those before words inside', () => {
    assert.deepEqual(offered('nur'), ['bay: al-Nur Bay', 'nura: Nura Sabri', 'karim: al-Nuri']);
    assert.deepEqual(offered('kar'), ['karim: Karim al-Nuri', 'nura: Nura Karim']);
  });

  it('offers each actor once, by the spelling that fits best', () => {
    assert.deepEqual(offered('abu'), ['karim: Abu Nur']);
    assert.deepEqual(offered('kar').length, 2);
  });

  it('takes several words for beginnings of words in their order', () => {
    assert.deepEqual(offered('ka nu'), ['karim: Karim al-Nuri']);
    assert.deepEqual(offered('Karim al-N'), ['karim: Karim al-Nuri']);
    assert.deepEqual(offered('nuri karim'), []);
  });

  it('folds what is typed', () => {
    assert.deepEqual(offered('NŪRĀ'), ['nura: Nura Sabri']);
    assert.deepEqual(offered('an-nuri'), offered('al-nuri'));
  });

  it('offers what begins with the article where nothing else is typed', () => {
    assert.deepEqual(offered('al-'), ['bay: al-Nur Bay', 'karim: al-Nuri']);
  });

  it('offers nothing for nothing, and no more than asked for', () => {
    assert.deepEqual([offered(''), offered(' - '), offered('zz')], [[], [], []]);
    assert.deepEqual(offered('nur', 2), ['bay: al-Nur Bay', 'nura: Nura Sabri']);
    assert.deepEqual(offered('nur', 0), []);
  });

  it('gives higher scores first, and equals in the order of their names', () => {
    const many = buildCompletionIndex(
      Array.from({ length: 300 }, (_, at) =>
        actorOf(`id${at}`, `Same ${String((at * 7) % 300).padStart(3, '0')}`),
      ),
    );
    const names = completeActors(many, 'sa', 100).map(({ actor }) => actor.name);
    assert.deepEqual(names, [...names].sort());
    assert.deepEqual([names.length, names[0]], [100, 'Same 000']);
  });

  it('finds every actor by every beginning of every word of its names but the article', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'ñ', 'l', 'o', "'"),
      minLength: 1,
      maxLength: 4,
    });
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), (names) => {
        const small = buildCompletionIndex(names.map((each, at) => actorOf(`id${at}`, each)));
        names.forEach((each, at) => {
          for (const folded of fold(each)
            .split(' ')
            .filter((part) => part !== '' && part !== 'al')) {
            for (let end = 1; end <= folded.length; end++) {
              const ids = completeActors(small, folded.slice(0, end)).map(({ actor }) => actor.id);
              assert.ok(ids.includes(`id${at}`), `${each}: ${folded.slice(0, end)}`);
            }
          }
        });
      }),
      { numRuns: 200 },
    );
  });
});

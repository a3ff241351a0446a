import assert from 'node:assert/strict';
import { findActorSymbols } from '../../../src/language/actors/actor-symbols';
import { world } from './world';

const found = (query: string): string[] =>
  findActorSymbols(world.actors, world.corpus.actors, query).map(
    ({ name, container }) => `${name} (${container})`,
  );

describe('actors among the workspace’s symbols', () => {
  it('are found by any of their names, which tells whose it is', () => {
    assert.deepEqual(found('karim'), ['Karim al-Nuri (Person)']);
    assert.deepEqual(found('kareem noo'), ['Kareem al-Noori (Karim al-Nuri)']);
    assert.deepEqual(found('port'), ['Port Watch (Harbour Guard)']);
  });

  it('are all there where nothing is typed', () => {
    assert.equal(found('').length, 4);
  });
});

import assert from 'node:assert/strict';
import {
  buildCompletionIndex,
  buildMatcher,
  completeActors,
  completionInSteps,
  findMentions,
  matcherInSteps,
  type Steps,
} from '#corpus-index';
import { actorOf } from './actor-of';

const ACTORS = Array.from({ length: 500 }, (_, n) =>
  actorOf(`a${n}`, `Karim Nuri${'abcdefghij'.charAt(n % 10)}${n.toString(36)}`, { weakAlias: [`K${n}`] }),
);
const TEXT = ACTORS.filter((_, n) => n % 7 === 0)
  .map(({ name, weakAlias }) => `${name} said so; ${weakAlias[0] ?? ''} went on.`)
  .join(' ');

/** The result, and how many times others had their turn. */
function taken<Result>(steps: Steps<Result>): { readonly result: Result; readonly pauses: number } {
  for (let pauses = 0; ; pauses++) {
    const step = steps.next();
    if (step.done === true) return { result: step.value, pauses };
  }
}

describe('building in steps', () => {
  it('gives a matcher that finds what one built in one go finds', () => {
    const { result, pauses } = taken(matcherInSteps(ACTORS));
    assert.deepEqual(findMentions(result, TEXT), findMentions(buildMatcher(ACTORS), TEXT));
    assert.ok(findMentions(result, TEXT).length > 100);
    assert.ok(pauses > ACTORS.length / 100);
  });

  it('gives completions that are those of an index built in one go', () => {
    const { result, pauses } = taken(completionInSteps(ACTORS));
    assert.deepEqual(
      completeActors(result, 'nuri', 50),
      completeActors(buildCompletionIndex(ACTORS), 'nuri', 50),
    );
    assert.ok(pauses > ACTORS.length / 100);
  });

  it('lets another matcher be built and used between two steps', () => {
    const steps = matcherInSteps(ACTORS);
    steps.next();
    steps.next();
    const other = [actorOf('other', 'Anna Rowe')];
    assert.equal(findMentions(buildMatcher(other), 'Anna Rowe said so.').length, 1);
    const { result } = taken(steps);
    assert.deepEqual(findMentions(result, TEXT), findMentions(buildMatcher(ACTORS), TEXT));
  });
});

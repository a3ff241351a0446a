import assert from 'node:assert/strict';
import fc from 'fast-check';
import { coMentions } from '../../../src/language/actors/co-mentions';
import { workshop } from './workshop';

const pairsOf = (...choice: readonly [key?: string, minimum?: number]) => {
  const { corpus, view } = workshop();
  const { actors, pairs } = coMentions(corpus, view, { key: choice[0], minimum: choice[1] ?? 1 });
  return {
    actors: actors.map(({ actor }) => actor.id),
    pairs: pairs.map(({ a, b, passages }) => [a.id, b.id, passages]),
  };
};

describe('who is named with whom', () => {
  it('counts the passages that name both, however often', () => {
    assert.deepEqual(pairsOf(), {
      actors: ['yard', 'ada', 'basil'],
      pairs: [
        ['yard', 'ada', 3],
        ['ada', 'basil', 1],
        ['yard', 'basil', 1],
      ],
    });
  });

  it('looks into one source alone', () => {
    assert.deepEqual(pairsOf('letter'), { actors: ['ada', 'yard'], pairs: [['ada', 'yard', 1]] });
  });

  it('leaves out who is named less often', () => {
    assert.deepEqual(pairsOf(undefined, 2), { actors: ['yard', 'ada'], pairs: [['yard', 'ada', 3]] });
  });

  it('agrees with a count by hand on any passages', () => {
    const NAMES = { ada: 'Ada Verne', basil: 'Basil Verne', yard: 'Otter Yard' };
    const ids = fc.subarray(Object.keys(NAMES) as (keyof typeof NAMES)[]);
    fc.assert(
      fc.property(fc.array(ids, { minLength: 1, maxLength: 8 }), (passages) => {
        const text = passages
          .map((named) => `Here: ${named.map((id) => NAMES[id]).join('; ')}.`)
          .join('\n\n');
        const { corpus, view } = workshop({ 'made.txt': `Made\n\n${text}\n` });
        const { pairs } = coMentions(corpus, view, { key: 'made', minimum: 1 });
        for (const { a, b, passages: counted } of pairs) {
          const both = passages.filter((named) => [a.id, b.id].every((id) => named.includes(id as 'ada')));
          assert.equal(counted, both.length);
        }
        const together = passages.some((named) => named.length > 1);
        assert.equal(pairs.length > 0, together);
      }),
      { numRuns: 50 },
    );
  });
});

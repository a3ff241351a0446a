import assert from 'node:assert/strict';
import { Corpus, type GramJoin } from '#corpus-index';
import { GramJoins } from '../../src/server/gram-joins';
import { WorkerLost, type WorkerClient } from '../../src/server/worker-client';

const JOIN = { parts: [] } as unknown as GramJoin;

/** A corpus that always has tables to join, and a worker that answers each question so. */
function joins(answer: () => Promise<unknown>) {
  const counts = { asked: 0, failed: 0 };
  const corpus = new Corpus();
  corpus.gramsToJoin = () => JOIN;
  corpus.joinGrams = () => undefined;
  const ask = () => {
    counts.asked++;
    return answer();
  };
  const failed = () => counts.failed++;
  return { counts, joins: new GramJoins(corpus, { ask } as unknown as WorkerClient, () => false, failed) };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('joining tables of word grams', () => {
  for (const [error, failed] of [
    [new Error('no memory'), 1],
    [new WorkerLost('it ended'), 0],
  ] as const)
    it(`is not tried again before more sources come where it failed: ${error.message}`, async () => {
      const { counts, joins: tried } = joins(() => Promise.reject(error));
      tried.sourcesCame();
      await soon();
      assert.deepEqual(counts, { asked: 1, failed });
      tried.sourcesCame();
      await soon();
      assert.deepEqual(counts, { asked: 2, failed: 2 * failed });
    });

  it('goes on while there is more to join', async () => {
    let left = 3;
    const { counts, joins: tried } = joins(() =>
      left-- > 0 ? Promise.resolve({}) : Promise.reject(new Error('x')),
    );
    tried.sourcesCame();
    await soon();
    assert.deepEqual(counts, { asked: 4, failed: 1 });
  });
});

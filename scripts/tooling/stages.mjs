// A test run's stages: each with a heading, its time and its counts.

/** @typedef {import('./mocha.mjs').Counts} Counts */
/**
 * @typedef {object} Stage
 * @property {string} id for --only
 * @property {string} title
 * @property {() => Promise<Counts>} run
 * @property {boolean} [vital] what follows it cannot run without it
 */

const PASSED = { passed: 1, failed: 0, skipped: 0 };
const FAILED = { passed: 0, failed: 1, skipped: 0 };

/**
 * A stage that is one check: it counts as one test.
 * @param {() => Promise<boolean>} holds
 * @returns {() => Promise<Counts>}
 */
export const oneCheck = (holds) => async () => ((await holds()) ? PASSED : FAILED);

/**
 * Runs all of them, also after a failure, and gives the sum.
 * @param {readonly Stage[]} stages
 */
export async function runStages(stages) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const stage of stages) {
    console.log(`\n== ${stage.title}`);
    const start = Date.now();
    const counts = await stage.run().catch((error) => {
      console.error(error);
      return FAILED;
    });
    console.log(`   ${describe(counts)}, ${((Date.now() - start) / 1000).toFixed(1)} s`);
    for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) sum[key] += counts[key];
    if (stage.vital && counts.failed > 0) break;
  }
  return sum;
}

/** @param {Counts} counts */
export function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

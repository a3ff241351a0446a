// Tests in a window depend on programs that are not ours: what failed there is run once more before it counts as failed.

/** @typedef {import('./mocha.mjs').Counts} Counts */
/** @typedef {import('./mocha.mjs').CountsByFile} CountsByFile */

/**
 * Runs test files, and those in which something failed once more, alone and in new windows. What passes then is counted as
 * passed and named in the output: a race is to be mended, but it is no fault of who changed something else.
 * @param {readonly string[]} files
 * @param {(files: readonly string[]) => Promise<CountsByFile>} run
 * @returns {Promise<Counts>}
 */
export async function withSecondRun(files, run) {
  const first = await run(files);
  const failing = Object.entries(first.files ?? {}).filter(([, { failed }]) => failed > 0);
  // Where more failed than tests, or nobody knows in which file, there is nothing to run again.
  if (failing.length === 0 || total(failing, 'failed') !== first.failed) return first;
  console.log(`\n   Once more, by themselves: ${failing.map(([file]) => nameOf(file)).join(', ')}`);
  const second = await run(failing.map(([file]) => file));
  if (second.failed === 0)
    console.log(
      `   UNSTEADY: ${first.failed} failed at first and passed the second time. They need mending.`,
    );
  return {
    passed: first.passed - total(failing, 'passed') + second.passed,
    failed: second.failed,
    skipped: first.skipped - total(failing, 'skipped') + second.skipped,
  };
}

/**
 * @param {readonly (readonly [string, Counts])[]} files
 * @param {keyof Counts} outcome
 */
const total = (files, outcome) => files.reduce((sum, [, counts]) => sum + counts[outcome], 0);

/** @param {string} file */
const nameOf = (file) => file.replace(/^.*[\\/]/, '').replace(/\.js$/, '');

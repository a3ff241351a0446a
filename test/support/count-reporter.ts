import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

const { EVENT_RUN_END, EVENT_TEST_FAIL, EVENT_TEST_PASS, EVENT_TEST_PENDING } = Mocha.Runner.constants;

/**
 * Prints failures and skipped tests (with SOURCEWRIGHT_TEST_NAMES=1 each test), and leaves the counts as JSON in
 * the file that SOURCEWRIGHT_TEST_COUNTS names, for scripts/test.mjs to add up.
 */
export default class CountReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    const names = process.env['SOURCEWRIGHT_TEST_NAMES'] === '1';
    runner.on(EVENT_TEST_PASS, (test) => {
      if (names) console.log(`  passed   ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on(EVENT_TEST_FAIL, (test) => {
      console.log(`  FAILED   ${test.fullTitle()}`);
    });
    runner.on(EVENT_TEST_PENDING, (test) => {
      console.log(`  SKIPPED  ${test.fullTitle()}`);
    });
    runner.once(EVENT_RUN_END, () => {
      if (this.failures.length > 0) Mocha.reporters.Base.list(this.failures);
      this.leaveCounts();
    });
  }

  private leaveCounts(): void {
    const file = process.env['SOURCEWRIGHT_TEST_COUNTS'];
    const { passes, failures, pending } = this.stats;
    if (file !== undefined)
      writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
  }
}

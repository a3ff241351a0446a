import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const { EVENT_RUN_END, EVENT_TEST_FAIL, EVENT_TEST_PASS, EVENT_TEST_PENDING } = Mocha.Runner.constants;

/**
 * Prints failures and skipped tests (with SOURCEWRIGHT_TEST_NAMES=1 each test), and leaves the counts, in all and by
 * test file, as JSON in the file that SOURCEWRIGHT_TEST_COUNTS names, for scripts/test.mjs to add up.
 */
export default class CountReporter extends Mocha.reporters.Base {
  private readonly files: Record<string, Counts> = {};

  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    const names = process.env['SOURCEWRIGHT_TEST_NAMES'] === '1';
    runner.on(EVENT_TEST_PASS, (test) => {
      this.count(test, 'passed');
      if (names) console.log(`  passed   ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on(EVENT_TEST_FAIL, (test) => {
      this.count(test, 'failed');
      console.log(`  FAILED   ${test.fullTitle()}`);
    });
    runner.on(EVENT_TEST_PENDING, (test) => {
      this.count(test, 'skipped');
      console.log(`  SKIPPED  ${test.fullTitle()}`);
    });
    runner.once(EVENT_RUN_END, () => {
      if (this.failures.length > 0) Mocha.reporters.Base.list(this.failures);
      this.leaveCounts();
    });
  }

  private count({ file = '' }: Mocha.Test, outcome: keyof Counts): void {
    (this.files[file] ??= { passed: 0, failed: 0, skipped: 0 })[outcome]++;
  }

  private leaveCounts(): void {
    const file = process.env['SOURCEWRIGHT_TEST_COUNTS'];
    const { passes, failures, pending } = this.stats;
    const counts = { passed: passes, failed: failures, skipped: pending, files: this.files };
    if (file !== undefined) writeFileSync(file, JSON.stringify(counts));
  }
}

import assert from 'node:assert/strict';
import { withSecondRun } from '../../scripts/tooling/second-run.mjs';

const counts = (passed: number, failed = 0, skipped = 0) => ({ passed, failed, skipped });

/** A run that gives these counts for each file, the first and the second time. */
function runs(...times: readonly Readonly<Record<string, ReturnType<typeof counts>>>[]) {
  const asked: (readonly string[])[] = [];
  const run = (names: readonly string[]) => {
    const given = times[asked.length] ?? {};
    asked.push(names);
    const files = Object.fromEntries(names.map((name) => [name, given[name] ?? counts(0)]));
    const sum = { passed: 0, failed: 0, skipped: 0 };
    for (const each of Object.values(files))
      for (const key of ['passed', 'failed', 'skipped'] as const) sum[key] += each[key];
    return Promise.resolve({ ...sum, files });
  };
  return { run, asked };
}

describe('a second run of tests in a window', () => {
  const log = console.log;
  before(() => {
    console.log = () => undefined;
  });
  after(() => {
    console.log = log;
  });

  it('is not made where nothing failed', async () => {
    const { run, asked } = runs({ a: counts(3), b: counts(2, 0, 1) });
    assert.deepEqual(await withSecondRun(['a', 'b'], run), {
      ...counts(5, 0, 1),
      files: { a: counts(3), b: counts(2, 0, 1) },
    });
    assert.equal(asked.length, 1);
  });

  it('takes only the files in which something failed, and counts each test once', async () => {
    const { run, asked } = runs({ a: counts(3), b: counts(1, 2, 1) }, { b: counts(3, 0, 1) });
    assert.deepEqual(await withSecondRun(['a', 'b'], run), counts(6, 0, 1));
    assert.deepEqual(asked, [['a', 'b'], ['b']]);
  });

  it('leaves what fails twice failed', async () => {
    const { run } = runs({ a: counts(3), b: counts(1, 2) }, { b: counts(2, 1) });
    assert.deepEqual(await withSecondRun(['a', 'b'], run), counts(5, 1));
  });

  it('is not made where a run failed beside its tests', async () => {
    const crashed = () => Promise.resolve({ ...counts(0, 1), files: {} });
    assert.equal((await withSecondRun(['a'], crashed)).failed, 1);
  });
});

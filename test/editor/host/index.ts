import { readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import CountReporter from '../../support/count-reporter';

/** What VS Code calls in its extension host: runs the tests that stand beside this file. */
export function run(): Promise<void> {
  const grep = process.env['SOURCEWRIGHT_TEST_GREP'];
  const mocha = new Mocha({
    timeout: 20_000,
    reporter: CountReporter,
    forbidOnly: process.env['CI'] !== undefined,
    ...(grep === undefined ? { failZero: true } : { grep }),
  });
  for (const file of readdirSync(__dirname).sort())
    if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
  return new Promise((resolve, reject) => {
    mocha.run((failures) => {
      if (failures > 0) reject(new Error(`${failures} failed in the extension host`));
      else resolve();
    });
  });
}

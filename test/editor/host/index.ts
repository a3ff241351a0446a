import { readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import CountReporter from '../../support/count-reporter';

/** What VS Code calls in its extension host: runs the tests of the folder that it is told, one of those beside this one. */
export function run(): Promise<void> {
  const folder = path.join(__dirname, '..', process.env['SOURCEWRIGHT_TEST_ROOM'] ?? 'host');
  const grep = process.env['SOURCEWRIGHT_TEST_GREP'];
  const mocha = new Mocha({
    timeout: 20_000,
    reporter: CountReporter,
    forbidOnly: process.env['CI'] !== undefined,
    ...(grep === undefined ? { failZero: true } : { grep }),
  });
  for (const file of readdirSync(folder).sort())
    if (file.endsWith('.test.js')) mocha.addFile(path.join(folder, file));
  return new Promise((resolve, reject) => {
    mocha.run((failures) => {
      if (failures > 0) reject(new Error(`${failures} failed in the extension host`));
      else resolve();
    });
  });
}

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { engineFor } from '../../src/server/search-engine';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

describe('where a search index is, if the setting leaves it open', () => {
  let folder: string;
  before(() => {
    folder = temporaryFolder({ 'small.txt': 'A wall.' });
    for (const name of ['one.txt', 'two.md', 'scan.pdf']) {
      fs.writeFileSync(path.join(folder, name), '');
      // Holes take no room on disk.
      fs.truncateSync(path.join(folder, name), 300_000_000);
    }
  });
  after(() => {
    removeFolder(folder);
  });

  for (const [name, engine, ...paths] of [
    ['in memory for some sources', 'memory', 'one.txt', 'small.txt'],
    ['on disk for about a million passages', 'disk', 'one.txt', 'small.txt', 'two.md'],
    ['in memory where most bytes are no text', 'memory', 'one.txt', 'scan.pdf', 'small.txt'],
    ['in memory where there is none, or files are gone', 'memory', 'gone.txt'],
  ] as const)
    it(`is ${name}`, async () => {
      assert.equal(await engineFor(folder, paths), engine);
    });
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { gitUser } from '../../src/extension/review/git-user';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

describe('who decides, as git says it', () => {
  let folder: string;
  const found = process.env['PATH'];
  before(() => {
    folder = temporaryFolder({ git: '#!/bin/sh\necho Somebody else\n' });
    execFileSync('git', ['init', '--quiet', folder]);
    execFileSync('git', ['-C', folder, 'config', 'user.name', 'A  Reviewer']);
    execFileSync('git', ['-C', folder, 'config', 'user.email', 'r@example.org']);
  });
  afterEach(() => {
    process.env['PATH'] = found;
  });
  after(() => {
    removeFolder(folder);
  });

  it('is the user of the folder', async () => {
    assert.equal(await gitUser(folder), 'A Reviewer <r@example.org>');
  });

  it('is asked of the installed git, and of none that lies in the folder', async () => {
    chmodSync(path.join(folder, 'git'), 0o755);
    // Elsewhere a program is sought where it is started only where the path says so: Windows does it always.
    process.env['PATH'] = `.${path.delimiter}${found ?? ''}`;
    assert.equal(await gitUser(folder), 'A Reviewer <r@example.org>');
  });

  it('is unknown where there is no git', async () => {
    process.env['PATH'] = folder + path.sep + 'nothing';
    assert.equal(await gitUser(folder), undefined);
  });
});

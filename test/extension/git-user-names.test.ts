import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { gitUser } from '../../src/extension/review/git-user';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

/** Away from what the machine's own git knows of its user. */
const ALONE = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

describe('who decides, where git does not know all', () => {
  let folder: string;
  const outside = Object.keys(ALONE).map((name) => [name, process.env[name]] as const);
  beforeEach(() => {
    Object.assign(process.env, ALONE);
    folder = temporaryFolder({});
    execFileSync('git', ['init', '--quiet', folder]);
  });
  afterEach(() => {
    for (const [name, value] of outside)
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    removeFolder(folder);
  });
  const set = (name: string, value: string) => execFileSync('git', ['-C', folder, 'config', name, value]);

  it('is the name alone where there is no mail', async () => {
    set('user.name', 'A Reviewer');
    assert.equal(await gitUser(folder), 'A Reviewer');
  });

  it('is unknown where there is no name, so that the person is asked: a mail alone is no name', async () => {
    set('user.email', 'r@example.org');
    assert.equal(await gitUser(folder), undefined);
  });

  it('is unknown where the name is empty', async () => {
    set('user.name', '  ');
    assert.equal(await gitUser(folder), undefined);
  });
});

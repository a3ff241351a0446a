import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { sourcewright } from '../support/command-line';
import { repositoryRoot } from '../support/root';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

/** An account without rights, as tests often run as root, whom no permission stops: nobody's usual number. */
const NOBODY = 65534;

describe('bad input', () => {
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder({
      'sources/good.txt': 'The wall was not built to last.\n',
      'draft.md': '“The wall was not built to last” [@good].\n',
    });
  });
  afterEach(() => {
    fs.chmodSync(folder, 0o755);
    removeFolder(folder);
  });
  const verdict = (result: ReturnType<typeof sourcewright>) => result.json().drafts[0].quotations[0].verdict;

  it('reads a text of 50 MB', function () {
    this.timeout(60_000);
    const paragraph = `${'The harbour was closed for three days and nobody knew why. '.repeat(20)}\n\n`;
    fs.writeFileSync(
      path.join(folder, 'sources/large.txt'),
      paragraph.repeat(Math.ceil((50 * 2 ** 20) / paragraph.length)),
    );
    const result = sourcewright(['check', '--root', folder, '--format', 'json']);
    assert.equal(verdict(result), 'verbatim');
    assert.equal(result.stderr, '');
  });

  it('says that a text above the limit is too large, and reads the rest', () => {
    fs.mkdirSync(path.join(folder, '.vscode'));
    fs.writeFileSync(
      path.join(folder, '.vscode/settings.json'),
      '{\n  // in megabytes\n  "sourcewright.maximumSourceSize": 1,\n}',
    );
    fs.writeFileSync(path.join(folder, 'sources/large.txt'), 'x'.repeat(2 ** 21));
    const result = sourcewright(['check', '--root', folder, '--format', 'json']);
    assert.equal(verdict(result), 'verbatim');
    assert.match(
      result.stderr,
      /sources\/large\.txt:1:1: error unreadable-source: This file is too large to read \(2 MB of at most 1 MB\)/,
    );
  });

  it('says that a binary file named .txt is no text, and reads the rest', () => {
    fs.writeFileSync(
      path.join(folder, 'sources/program.txt'),
      fs.readFileSync(process.execPath).subarray(0, 100_000),
    );
    const result = sourcewright(['check', '--root', folder, '--format', 'json']);
    assert.equal(verdict(result), 'verbatim');
    assert.match(result.stderr, /sources\/program\.txt:1:1: error unreadable-source: This file is not text/);
  });

  it('says which folder it may not list and which file it may not read, and reads the rest', function () {
    if (process.platform === 'win32') this.skip();
    fs.mkdirSync(path.join(folder, 'sources/closed'));
    fs.writeFileSync(path.join(folder, 'sources/secret.txt'), 'Secret words.');
    fs.chmodSync(path.join(folder, 'sources/closed'), 0);
    fs.chmodSync(path.join(folder, 'sources/secret.txt'), 0);
    fs.chmodSync(folder, 0o755);
    // A copy that anybody may run: the repository itself may lie in a folder of root's.
    const program = path.join(folder, 'program');
    fs.mkdirSync(program);
    for (const file of ['cli.js', 'iconv-lite.js'])
      fs.copyFileSync(path.join(repositoryRoot, 'dist', file), path.join(program, file));
    const account = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
    const { stderr, stdout } = spawnSync(
      process.execPath,
      [path.join(program, 'cli.js'), 'check', '--root', folder, '--format', 'json'],
      { encoding: 'utf8', cwd: folder, ...account },
    );
    assert.match(
      stderr,
      /sources\/closed:1:1: error unreadable-source: This folder could not be listed \(EACCES\)/,
    );
    assert.match(
      stderr,
      /sources\/secret\.txt:1:1: error unreadable-source: Reading this file is not permitted \(EACCES\)/,
    );
    assert.equal(
      (JSON.parse(stdout) as { drafts: { quotations: { verdict: string }[] }[] }).drafts[0]?.quotations[0]
        ?.verdict,
      'verbatim',
    );
  });

  it('says that a folder named as root is none', () => {
    const { status, stderr } = sourcewright(['check', '--root', path.join(folder, 'draft.md')]);
    assert.equal(status, 2);
    assert.match(stderr, /There is no folder/);
  });
});

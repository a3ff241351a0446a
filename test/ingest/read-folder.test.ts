import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { readFolder } from '../../src/ingest/read-folder';
import { DEFAULT_SETTINGS } from '../../src/ingest/settings';
import { MOST_MEGABYTES, settingsFrom } from '../../src/ingest/workspace-settings';
import { repositoryRoot } from '../support/root';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

describe('reading a folder', () => {
  const folders: string[] = [];
  const folder = (files: Parameters<typeof temporaryFolder>[0]): string => {
    folders.push(temporaryFolder(files));
    return folders.at(-1)!;
  };
  after(() => {
    folders.forEach(removeFolder);
  });

  it('reads sources, records and actors, and derives keys', async () => {
    const { corpus, failures } = await readFolder(
      folder({
        'sources/wall.txt': 'A Wall Too Low\n\nBy Ada Verne on March 24, 2014\n\nThe wall was low.\n',
        'sources/deep/tide.md': '# Tide\n\nIt rose.\n',
        'sources.yaml':
          'references:\n  - id: tide2019\n    file: sources/deep/tide.md\n    title: The Tide\n',
        'actors.yaml': 'actors:\n  - id: verne\n    schema: Person\n    name: Ada Verne\n',
        'notes.md': 'No source.',
      }),
    );
    assert.deepEqual(
      corpus.sources.map(({ key, title, keyOrigin }) => [key, title, keyOrigin]),
      [
        ['tide2019', 'The Tide', 'recorded'],
        ['verne2014', 'A Wall Too Low', 'derived'],
      ],
    );
    assert.deepEqual(failures, []);
    assert.equal(corpus.actors.length, 1);
  });

  it('names what it could not read and reads the rest', async () => {
    const { corpus, failures } = await readFolder(
      folder({
        'sources/good.txt': 'The wall was low.\n\nNobody knew.\n',
        'sources/picture.txt': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]),
        'sources/report.pdf': '%PDF-1.7',
        'sources/big.txt': 'x'.repeat(2000),
      }),
      { ...DEFAULT_SETTINGS, maximumSourceSize: 1000 },
    );
    assert.equal(corpus.sources.length, 1);
    assert.deepEqual(
      failures.map(({ path: file, code }) => [file, code]),
      [
        ['sources/big.txt', 'too-large'],
        ['sources/picture.txt', 'binary'],
        ['sources/report.pdf', 'unsupported-format'],
      ],
    );
  });

  it('reads no records from outside of the folder, from what is no file, or without end', async () => {
    const root = folder({ 'sources/a.txt': 'The wall was low.\n', 'sources.yaml/a': '' });
    const elsewhere = folder({
      'actors.yaml': 'actors:\n  - id: verne\n    schema: Person\n    name: Ada Verne\n',
    });
    const link = path.join(root, 'actors.yaml');
    const failuresNow = async () =>
      (await readFolder(root)).failures.map(({ path: file, code, detail }) => [file, code, detail]);
    const ofFolder = ['sources.yaml', 'unreadable', 'it is no file'];
    fs.symlinkSync(path.join(elsewhere, 'actors.yaml'), link);
    assert.deepEqual(await failuresNow(), [
      ofFolder,
      ['actors.yaml', 'outside', path.join(elsewhere, 'actors.yaml')],
    ]);
    fs.rmSync(link);
    fs.writeFileSync(link, '');
    fs.truncateSync(link, 60_000_000);
    assert.deepEqual(await failuresNow(), [
      ofFolder,
      ['actors.yaml', 'unreadable', 'it has 57.2 MB, more than 47.7 MB'],
    ]);
  });

  it('takes no more for the largest source than can be read, as the manifest says', () => {
    const { maximumSourceSize } = settingsFrom({ 'sourcewright.maximumSourceSize': 1e9 });
    assert.equal(maximumSourceSize, MOST_MEGABYTES * 1024 * 1024);
    const manifest = JSON.parse(fs.readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8')) as {
      contributes: { configuration: { properties: Record<string, { maximum?: number }> } };
      capabilities: { untrustedWorkspaces: { restrictedConfigurations: readonly string[] } };
    };
    const name = 'sourcewright.maximumSourceSize';
    assert.ok(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.includes(name));
    assert.equal(manifest.contributes.configuration.properties[name]?.maximum, MOST_MEGABYTES);
  });

  it('passes over the folder that a browser saves beside a page', async () => {
    const { corpus, failures } = await readFolder(
      folder({
        'sources/Wall.html': '',
        'sources/Wall_files/frame.html': '',
        'sources/other_files/a.txt': 'The wall.',
      }),
    );
    assert.deepEqual(
      corpus.sources.map(({ path: file }) => file),
      ['sources/other_files/a.txt'],
    );
    assert.deepEqual(
      failures.map(({ path: file }) => file),
      ['sources/Wall.html'],
    );
  });

  it('follows a link that leads in a circle once', async () => {
    const root = folder({ 'sources/a.txt': 'The wall was low.\n' });
    fs.symlinkSync(path.join(root, 'sources'), path.join(root, 'sources', 'again'));
    assert.equal((await readFolder(root)).corpus.sources.length, 1);
  });

  it('reads nothing outside of the folder, whatever the settings say, and says so', async () => {
    const root = folder({
      'inner/sources/a.txt': 'The wall was low.\n',
      'secret/key.txt': 'The number is 7.\n',
    });
    const inner = path.join(root, 'inner');
    for (const glob of [
      'sources/../../secret/**',
      '../secret/*.txt',
      '{..,sources}/**',
      path.join(root, 'secret/**'),
    ]) {
      const { corpus, failures } = await readFolder(inner, {
        ...DEFAULT_SETTINGS,
        sources: [glob, 'sources/**'],
      });
      assert.deepEqual(
        corpus.sources.map((source) => source.path),
        ['sources/a.txt'],
      );
      assert.deepEqual(
        failures.map(({ path: file, code }) => [file, code]),
        [['.vscode/settings.json', 'outside']],
      );
      assert.ok(failures[0]?.detail.includes(glob));
    }
  });

  it('follows links within the folder, and none that leads out of it', async () => {
    const root = folder({
      'inner/sources/a.txt': 'The wall was low.\n',
      'inner/more/b.txt': 'The tide rose.\n',
      'secret/key.txt': 'The number is 7.\n',
    });
    const inner = path.join(root, 'inner');
    fs.symlinkSync(path.join(inner, 'more'), path.join(inner, 'sources/more'));
    fs.symlinkSync(path.join(root, 'secret'), path.join(inner, 'sources/secret'));
    fs.symlinkSync(path.join(root, 'secret/key.txt'), path.join(inner, 'sources/key.txt'));
    const { corpus, failures } = await readFolder(inner);
    assert.deepEqual(
      corpus.sources.map((source) => source.path),
      ['sources/a.txt', 'sources/more/b.txt'],
    );
    assert.deepEqual(
      failures.map(({ path: file, code }) => [file, code]),
      [
        ['sources/secret', 'outside'],
        ['sources/key.txt', 'outside'],
      ],
    );
  });

  it('finds nothing where there is no folder of sources, and says nothing of it', async () => {
    const { corpus, failures } = await readFolder(folder({ 'a.md': 'A draft.' }));
    assert.deepEqual([corpus.sources.length, failures.length], [0, 0]);
  });

  it('gives two sources of one author and year longer keys, both of them', async () => {
    const article = (title: string) => `${title}\n\nBy Ada Verne, 3 May 2014\n\nThe wall was low.\n`;
    const { corpus } = await readFolder(
      folder({ 'sources/a.txt': article('The Wall'), 'sources/b.txt': article('Sand Storms') }),
    );
    assert.deepEqual(
      corpus.sources.map(({ key }) => key),
      ['verne2014wall', 'verne2014sand'],
    );
  });

  it('says which of two sources keeps a key that both claim', async () => {
    const { corpus } = await readFolder(
      folder({
        'sources/a.md': '---\ncitekey: tide\n---\n\nOne.\n',
        'sources/b.md': '---\ncitekey: tide\n---\n\nTwo.\n',
      }),
    );
    assert.deepEqual(corpus.problems, [
      { code: 'duplicate-key', path: 'sources/b.md', key: 'tide', other: 'sources/a.md' },
    ]);
  });
});

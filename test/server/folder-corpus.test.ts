import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gramTableInSteps, inOneGo, readActors } from '#corpus-index';
import { describeFailure } from '../../src/ingest/failure';
import { DEFAULT_SETTINGS } from '../../src/ingest/settings';
import { isFailure, readSourceText } from '../../src/ingest/read-source';
import { readSourceFile } from '../../src/ingest/source-files';
import { FolderCorpus } from '../../src/server/folder-corpus';
import type { ReadingLimits } from '../../src/server/source-reader';
import { toSend } from '../../src/server/sent-source';
import { WorkerLost, type WorkerClient } from '../../src/server/worker-client';
import type { WorkerRequest } from '../../src/server/worker-messages';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const ACTORS = 'actors:\n  - { id: verne, schema: Person, name: Ada Verne }\n';
const folders: string[] = [];

/** Of 400 actors it is a large one. */
const registry = (actors: number): string =>
  `actors:\n${Array.from({ length: actors }, (_, n) => `  - id: a${n}\n    name: Karim Nuri${n}\n    summary: ${'He said so. '.repeat(12)}\n`).join('')}`;

/** A folder's corpus whose worker is played here: it reads, or ends as often as `crashes` says of a path. */
function openCorpus(files: Readonly<Record<string, string | Uint8Array>>, limits?: ReadingLimits) {
  const root = temporaryFolder(files);
  folders.push(root);
  const crashes = new Map<string, number>();
  const reads: string[] = [];
  /** Files that the worker is at, and how many it ever was at together. */
  const work = { open: 0, most: 0, restarts: 0, stuckAt: '' };
  const errors: unknown[] = [];
  const ask = async (request: WorkerRequest) => {
    if (request.kind === 'search') return [];
    if (request.kind === 'forget' || request.kind === 'retain') return null;
    if (request.kind === 'join-grams') return inOneGo(gramTableInSteps(request.parts));
    const file = request.kind === 'actors' ? 'actors.yaml' : request.path;
    await Promise.resolve();
    const left = crashes.get(file) ?? 0;
    if (left > 0) {
      crashes.set(file, left - 1);
      void corpus.recover();
      throw new WorkerLost('ended');
    }
    if (request.kind === 'remove') return null;
    reads.push(file);
    work.most = Math.max(work.most, ++work.open);
    if (file === work.stuckAt) return new Promise<never>(() => undefined);
    await new Promise((resolve) => setImmediate(resolve));
    work.open--;
    if (request.kind === 'actors') return readActors(request.text);
    const source =
      request.text === undefined
        ? await readSourceFile(root, file, { maximumSize: request.maximumSize })
        : readSourceText(file, request.text);
    return isFailure(source) ? source : toSend(source);
  };
  const corpus: FolderCorpus = new FolderCorpus(
    pathToFileURL(root).toString(),
    'folder',
    root,
    { ask, restart: () => work.restarts++ } as unknown as WorkerClient,
    { changed: () => undefined, failed: (_, error) => errors.push(error), notOnDisk: () => undefined },
    limits,
  );
  return { root, corpus, crashes, reads, errors, work };
}

describe('the corpus of a folder', () => {
  after(() => {
    folders.forEach(removeFolder);
  });

  it('reads what could not be read again, when asked to index anew or with other settings', async () => {
    const { root, corpus } = openCorpus({ 'sources/a.txt': 'x'.repeat(2000), 'sources/b.txt': '\0\0\0' });
    await corpus.configure({ ...DEFAULT_SETTINGS, maximumSourceSize: 1000 });
    assert.deepEqual([...corpus.failures.keys()], ['sources/a.txt', 'sources/b.txt']);
    await corpus.configure(DEFAULT_SETTINGS);
    assert.deepEqual([...corpus.failures.keys()], ['sources/b.txt']);
    fs.writeFileSync(path.join(root, 'sources/b.txt'), 'It rose.\n');
    await corpus.reindex();
    assert.deepEqual([...corpus.failures.keys()], []);
    assert.equal(corpus.corpus.sources.length, 2);
  });

  it('reads a large registry in the worker, and answers by the old one until the new one is ready', async () => {
    const { root, corpus, reads } = openCorpus({ 'actors.yaml': registry(2) });
    await corpus.configure(DEFAULT_SETTINGS);
    fs.writeFileSync(path.join(root, 'actors.yaml'), registry(400));
    corpus.fileChanged('actors.yaml', 'changed');
    const work = { done: false };
    void corpus.idle().then(() => (work.done = true));
    const told: number[] = [];
    while (!work.done) {
      await new Promise((resolve) => setImmediate(resolve));
      told.push(corpus.actors.mentionsIn('Karim Nuri1 and Karim Nuri399 met.').length);
    }
    assert.deepEqual(reads, ['actors.yaml']);
    const ready = told.indexOf(2);
    assert.ok(ready > 1, `answered ${ready} times meanwhile`);
    assert.ok(told.slice(0, ready).every((mentions) => mentions === 1));
    assert.ok(told.slice(ready).every((mentions) => mentions === 2));
  });

  it('reads a large registry itself where the worker ended', async () => {
    const { corpus, crashes, errors } = openCorpus({ 'actors.yaml': registry(400) });
    crashes.set('actors.yaml', 1);
    await corpus.configure(DEFAULT_SETTINGS);
    assert.deepEqual(errors, []);
    assert.equal(corpus.corpus.actors.length, 400);
  });

  it('reads nothing again where the settings are the same', async () => {
    const { corpus, reads } = openCorpus({ 'sources/a.txt': 'It rose.\n' });
    await corpus.configure(DEFAULT_SETTINGS);
    await corpus.configure({ ...DEFAULT_SETTINGS, sources: [...DEFAULT_SETTINGS.sources] });
    assert.deepEqual(reads, ['sources/a.txt']);
  });

  it('reads a file once more that the worker ended with', async () => {
    const { corpus, crashes } = openCorpus({ 'sources/a.txt': 'It rose.\n', 'sources/b.txt': 'It fell.\n' });
    crashes.set('sources/a.txt', 1);
    await corpus.configure(DEFAULT_SETTINGS);
    assert.deepEqual([...corpus.failures.keys()], []);
    assert.equal(corpus.corpus.sources.length, 2);
  });

  it('leaves a file alone that the worker ends with each time, until asked', async () => {
    const { corpus, crashes } = openCorpus({ 'sources/a.txt': 'It rose.\n', 'sources/b.txt': 'It fell.\n' });
    crashes.set('sources/a.txt', 2);
    await corpus.configure(DEFAULT_SETTINGS);
    assert.deepEqual([...corpus.failures.keys()], ['sources/a.txt']);
    assert.equal(corpus.corpus.sources.length, 1);
    await corpus.reindex();
    assert.deepEqual([...corpus.failures.keys()], []);
  });

  it('goes on where the worker ends while a file is forgotten', async () => {
    const { root, corpus, crashes, errors } = openCorpus({
      'sources/a.txt': 'It rose.\n',
      'sources/b.txt': 'It fell.\n',
    });
    await corpus.configure(DEFAULT_SETTINGS);
    crashes.set('sources/a.txt', 1);
    fs.rmSync(path.join(root, 'sources/a.txt'));
    fs.writeFileSync(path.join(root, 'sources/c.txt'), 'It lay.\n');
    corpus.fileChanged('sources/a.txt', 'deleted');
    corpus.fileChanged('sources/c.txt', 'created');
    await corpus.idle();
    assert.deepEqual(errors, []);
    assert.deepEqual(
      corpus.corpus.sources.map((source) => source.path),
      ['sources/b.txt', 'sources/c.txt'],
    );
    assert.equal(corpus.phase, 'ready');
  });

  it('keeps to edits of a source that has U+FFFD itself', async () => {
    const { corpus } = openCorpus({ 'sources/a.txt': 'It \uFFFD rose.\n' });
    corpus.textOpened('sources/a.txt', 'It \uFFFD rose.\n');
    await corpus.configure(DEFAULT_SETTINGS);
    assert.deepEqual([...corpus.misread], []);
    corpus.textOpened('sources/a.txt', 'It \uFFFD fell.\n');
    await corpus.idle();
    assert.equal(corpus.corpus.sourceAt('sources/a.txt')?.text, 'It \uFFFD fell.\n');
    corpus.textOpened('sources/a.txt', 'It \uFFFD fe\uFFFDll.\n');
    await corpus.idle();
    assert.deepEqual([...corpus.misread], ['sources/a.txt']);
    assert.equal(corpus.corpus.sourceAt('sources/a.txt')?.text, 'It \uFFFD rose.\n');
    corpus.textClosed('sources/a.txt');
    assert.deepEqual([...corpus.misread], []);
  });

  it('finds out that an editor misreads a source when the source is read after it was opened', async () => {
    const { corpus } = openCorpus({ 'sources/a.txt': 'The café.\n' });
    corpus.textOpened('sources/a.txt', 'The caf\uFFFD.\n');
    await corpus.configure(DEFAULT_SETTINGS);
    assert.deepEqual([...corpus.misread], ['sources/a.txt']);
    assert.equal(corpus.corpus.sourceAt('sources/a.txt')?.text, 'The café.\n');
  });

  it('lets a source go that is deleted while something holds its text, until that is edited or the file comes back', async () => {
    const { root, corpus } = openCorpus({ 'sources/a.txt': 'It rose.\n', 'actors.yaml': ACTORS });
    const file = path.join(root, 'sources/a.txt');
    const text = () => corpus.corpus.sourceAt('sources/a.txt')?.text;
    const disk = async (there: boolean) => {
      if (there) fs.writeFileSync(file, 'It stood.\n');
      else fs.rmSync(file);
      corpus.fileChanged('sources/a.txt', there ? 'created' : 'deleted');
      await corpus.idle();
    };
    await corpus.configure(DEFAULT_SETTINGS);
    corpus.textOpened('sources/a.txt', 'It fell.\n');
    await corpus.idle();
    assert.equal(text(), 'It fell.\n');
    await disk(false);
    assert.equal(text(), undefined);
    await disk(true);
    assert.equal(text(), 'It fell.\n');
    await disk(false);
    corpus.textOpened('sources/a.txt', 'It lay.\n');
    await corpus.idle();
    assert.equal(text(), 'It lay.\n');
    corpus.textClosed('sources/a.txt');
    await corpus.idle();
    assert.equal(text(), undefined);
  });

  it('lets a registry go that is deleted while something holds its text', async () => {
    const { root, corpus } = openCorpus({ 'actors.yaml': ACTORS });
    await corpus.configure(DEFAULT_SETTINGS);
    corpus.textOpened('actors.yaml', ACTORS);
    fs.rmSync(path.join(root, 'actors.yaml'));
    corpus.fileChanged('actors.yaml', 'deleted');
    await corpus.idle();
    assert.deepEqual(corpus.corpus.actors, []);
  });
});

describe('the limits of what reading a folder may take', () => {
  after(() => {
    folders.splice(0).forEach(removeFolder);
  });
  const two = { 'sources/a.txt': 'It rose and rose.\n', 'sources/b.txt': 'It fell and fell.\n' };
  const pathsOf = ({ corpus }: FolderCorpus) => corpus.sources.map(({ path }) => path);

  it('give the worker one file at a time', async () => {
    const files = Array.from({ length: 30 }, (_, at) => [`sources/${at}.txt`, 'It rose.\n'] as const);
    const { corpus, work } = openCorpus(Object.fromEntries(files));
    await corpus.configure(DEFAULT_SETTINGS);
    assert.deepEqual([corpus.corpus.sources.length, work.most], [30, 1]);
  });

  it('keep so much text of a folder, name what they leave out, and read it when there is room', async () => {
    const { root, corpus } = openCorpus(two, { time: 10_000, text: 30 });
    await corpus.configure(DEFAULT_SETTINGS);
    assert.deepEqual(pathsOf(corpus), ['sources/a.txt']);
    const failure = corpus.failures.get('sources/b.txt');
    assert.ok(failure);
    assert.match(describeFailure(failure), /not read, as with it more than .* would be kept .* not checked/);
    const change = async (text: string | undefined) => {
      if (text === undefined) fs.rmSync(path.join(root, 'sources/a.txt'));
      else fs.writeFileSync(path.join(root, 'sources/a.txt'), text);
      corpus.fileChanged('sources/a.txt', text === undefined ? 'deleted' : 'changed');
      await corpus.idle();
      return [pathsOf(corpus), [...corpus.failures.keys()]];
    };
    assert.deepEqual(await change('It rose.\n'), [['sources/a.txt', 'sources/b.txt'], []]);
    assert.deepEqual(await change('It rose, and rose.\n'), [['sources/b.txt'], ['sources/a.txt']]);
    assert.deepEqual(await change(undefined), [['sources/b.txt'], []]);
  });

  it('end the worker that does not come to the end of a file, and say so on the file', async () => {
    const { corpus, work } = openCorpus(two, { time: 50, text: 1000 });
    work.stuckAt = 'sources/a.txt';
    await corpus.configure(DEFAULT_SETTINGS);
    assert.deepEqual([pathsOf(corpus), work.restarts], [['sources/b.txt'], 1]);
    const failure = corpus.failures.get('sources/a.txt');
    assert.match(failure ? describeFailure(failure) : '', /stopped as it took longer than 0\.05 s/);
  });

  it('stop in the middle of a file, which is read when the rest is', async () => {
    const { corpus, work } = openCorpus(two);
    work.stuckAt = 'sources/a.txt';
    const reading = corpus.configure(DEFAULT_SETTINGS);
    while (work.open === 0) await new Promise((resolve) => setImmediate(resolve));
    corpus.halt();
    await reading;
    assert.deepEqual([corpus.phase, corpus.corpus.sources.length, corpus.failures.size], ['stopped', 0, 0]);
    work.stuckAt = '';
    await corpus.reindex();
    assert.deepEqual([corpus.phase, pathsOf(corpus)], ['ready', ['sources/a.txt', 'sources/b.txt']]);
  });
});

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { methods } from '../../src/protocol';
import { referenceMethods, type BibliographyResult } from '../../src/protocol/references';
import type { ServerProblem } from '../../src/protocol/server-problem';
import { eventually } from '../support/eventually';
import { startServer, startServerWith } from '../support/language-server';
import { loadedFiles } from '../support/loaded-files';
import { makeDocx } from '../support/make-zip';
import { manySources } from '../support/many-sources';
import { repositoryRoot } from '../support/root';
import { positionOf, removeFolder, temporaryFolder } from '../support/temporary-folder';

const DRAFT = '# Report\n\n“Report 999 was put away in the year 1999” [@s0999].\n';

describe('a folder of a thousand sources of eight formats', function () {
  this.timeout(120_000);
  let folder: string;
  before(() => {
    folder = temporaryFolder({ ...manySources(1000), 'draft.md': DRAFT });
  });
  after(() => {
    removeFolder(folder);
  });

  it('is read with progress, can be stopped, says that it was, and is read to its end when asked to', async () => {
    const server = await startServer(folder);
    await server.open('draft.md');
    const steps = new Set<number>();
    await eventually(
      () => {
        const [state] = server.health.folders;
        if (state?.phase === 'indexing') steps.add(state.done);
        return state?.done ?? 0;
      },
      (done) => done >= 100,
    );
    assert.ok(steps.size >= 2, 'it tells how far it is');
    await server.request(methods.stopIndexing, {});
    const stopped = await eventually(
      () => server.health.folders[0],
      (state) => state?.phase === 'stopped',
    );
    assert.ok(stopped && stopped.done < 1000 && stopped.total >= 1000);
    assert.equal(stopped.sources, stopped.done, 'what was read can be cited');
    assert.deepEqual(server.diagnostics.get(server.uri('draft.md')), undefined, 'nothing is called missing');
    const { markdown, problem } = await server.request<BibliographyResult<ServerProblem>>(
      referenceMethods.bibliography,
      {
        draft: server.uri('draft.md'),
      },
    );
    assert.deepEqual([markdown, problem], ['', { code: 'too-early-for-references' }]);
    await server.request(methods.reindex, {});
    const ready = await server.ready();
    assert.deepEqual([ready.folders[0]?.sources, ready.folders[0]?.unreadable], [1000, []]);
    assert.deepEqual(await server.problems('draft.md', (codes) => codes.length === 0), []);
    await server.stop();
  });

  it('answers while it is being read', async () => {
    const server = await startServer(folder);
    await server.open('draft.md');
    const times: number[] = [];
    while (server.health.folders[0]?.phase !== 'ready') {
      const start = performance.now();
      await server.hover('draft.md', positionOf(DRAFT, '@s0999', 2));
      times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    times.sort((one, other) => one - other);
    // Not the slowest: the machine has other work.
    const usual = times[Math.floor(0.9 * times.length)] ?? Infinity;
    console.log(`      ${times.length} hovers while reading, nine in ten within ${usual.toFixed(0)} ms`);
    assert.ok(times.length >= 20 && usual < 100, `${usual} ms`);
    await server.stop();
  });
});

describe('readers of formats other than text', function () {
  this.timeout(120_000);
  let folder: string;
  let kept: string;
  before(() => {
    kept = temporaryFolder({});
    folder = temporaryFolder({ ...manySources(20), 'text/a.txt': 'The wall was low.\n' });
  });
  after(() => {
    removeFolder(folder);
    removeFolder(kept);
  });

  /** The readers that a server loads until all is read. */
  async function readersLoaded(root = folder): Promise<string[]> {
    const loaded = loadedFiles(kept);
    const server = await startServerWith(
      { cache: path.join(kept, 'cache'), nodeOptions: loaded.nodeOptions },
      root,
    );
    await server.ready();
    await server.stop();
    const names = loaded.take();
    assert.ok(
      names.includes(path.join('dist', 'server.js')) && names.includes(path.join('dist', 'index-worker.js')),
    );
    return names.filter((name) => /format-worker|^readers/.test(name)).sort();
  }

  it('are not loaded where nothing needs them', async () => {
    const texts = temporaryFolder({
      'sources/a.txt': 'The wall was low.\n',
      'sources/b.md': '# Wall\n\nIt was low.\n',
    });
    assert.deepEqual(await readersLoaded(texts), []);
    removeFolder(texts);
  });

  it('are loaded for the files that need them, and read nothing again after a restart but what has changed', async () => {
    assert.deepEqual(await readersLoaded(), [
      'dist/format-worker.js',
      'readers/docx.js',
      'readers/email.js',
      'readers/epub.js',
      'readers/html.js',
      'readers/odt.js',
      'readers/pdf.js',
    ]);
    assert.deepEqual(await readersLoaded(), []);
    fs.writeFileSync(path.join(folder, 'sources/s0007.docx'), makeDocx(['The wall was high.']));
    assert.deepEqual(await readersLoaded(), ['dist/format-worker.js', 'readers/docx.js']);
  });

  it('stand in no program that is loaded at the start', () => {
    const bundle = (name: string) => fs.readFileSync(path.join(repositoryRoot, 'dist', `${name}.js`), 'utf8');
    const HEAVY = /node_modules\/(?:pdfjs-dist|linkedom|@mozilla\/readability|mammoth|postal-mime|yauzl)\//;
    assert.match(bundle('readers/pdf'), HEAVY, 'where it stands it is found');
    for (const name of ['extension', 'server', 'index-worker', 'format-worker', 'discovery-worker'])
      assert.doesNotMatch(bundle(name), HEAVY, name);
  });
});

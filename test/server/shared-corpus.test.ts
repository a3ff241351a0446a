import assert from 'node:assert/strict';
import { methods, type InsertionResult, type SearchResult, type SentencesResult } from '../../src/protocol';
import { sharedMethods, type SharedHealth } from '../../src/protocol/shared';
import { sourcewright } from '../support/command-line';
import { eventually } from '../support/eventually';
import { startServerWith, type ServerUnderTest } from '../support/language-server';
import { describePostgres, PASSWORD } from '../support/postgres';
import { positionOf, removeFolder, temporaryFolder } from '../support/temporary-folder';

const DRAFT = [
  'She wrote “The wall was not built to last” [@verne2014, para. 1].',
  'She wrote “The wall was built to last” [@verne2014, para. 1].',
  'He wrote “The tide rose on Sunday” [@tide].',
  'And “nobody knows what this says” [@nobody].',
].join('\n\n');

const FOUND = ['altered-quotation', 'unknown-source'];

describePostgres('the server with a shared corpus', (postgres) => {
  let archive: string;
  let folder: string;
  let copies: string;
  let server: ServerUnderTest;
  before(() => {
    archive = temporaryFolder({
      'sources/wall.txt':
        'A Wall Too Low\n\nBy Ada Verne on March 24, 2014\n\nThe wall was not built to last. Everybody knew.\n\nThe council met twice in June.\n',
      'sources/tide.txt': 'The other tide rose on Monday.\n',
    });
    const { status, stderr } = sourcewright([
      'index',
      '--root',
      archive,
      '--to',
      postgres().database('shared'),
    ]);
    assert.equal(status, 0, stderr);
  });
  after(() => {
    removeFolder(archive);
  });
  beforeEach(async () => {
    copies = temporaryFolder({});
    folder = temporaryFolder({ 'sources/tide.txt': 'The tide rose on Sunday.\n', 'drafts/a.md': DRAFT });
    server = await startServerWith({ shared: copies }, folder);
  });
  afterEach(async () => {
    await server.stop();
    removeFolder(folder);
    removeFolder(copies);
  });
  const share = (address: string, password = '') =>
    server.request(sharedMethods.share, { folder: server.uri('').replace(/\/$/, ''), address, password });
  const health = (wanted: (health: SharedHealth) => boolean) =>
    eventually(
      () => server.health.folders[0]?.shared,
      (shared) => shared !== undefined && wanted(shared),
    );
  const codes = (wanted: readonly string[]) =>
    server.problems('drafts/a.md', (all) => JSON.stringify(all.toSorted()) === JSON.stringify(wanted));
  const shared = async (query: string) =>
    (
      await server.request<SearchResult>(methods.search, {
        draft: server.uri('drafts/a.md'),
        query,
        limit: 10,
        isShared: true,
      })
    ).rows;

  it('checks what is cited from it, and what is the folder’s own by the folder', async () => {
    await server.ready();
    await server.open('drafts/a.md');
    await codes(['unknown-source', 'unknown-source', 'unknown-source']);
    await share(postgres().database('shared'));
    await codes(FOUND);
    const { sources, copies: kept } = (await health(({ state }) => state === 'reachable')) ?? assert.fail();
    assert.deepEqual([sources, kept], [1, undefined]);
    assert.equal(server.health.folders[0]?.sources, 1, 'the folder’s own');
    const hover = await server.hover('drafts/a.md', positionOf(DRAFT, 'verne2014', 2));
    assert.match(JSON.stringify(hover?.contents), /The wall was not built to last/);
    await share('');
    await codes(['unknown-source', 'unknown-source', 'unknown-source']);
  });

  it('finds its passages, shows them and inserts them', async () => {
    await server.ready();
    await server.open('drafts/a.md', 'Text.\n\n');
    await share(postgres().database('shared'));
    const rows = await shared('council june');
    assert.deepEqual(
      rows.map(({ key, n, reference }) => [key, n, reference]),
      [['verne2014', 2, 'verne2014, para. 2']],
    );
    assert.deepEqual(await shared('tide monday'), [], 'the folder has a source of that key');
    const [row] = rows;
    const { text } = await server.request<{ text: string }>(methods.sourceText, { uri: row!.uri });
    assert.equal(text.split('\n')[row!.range.start.line], 'The council met twice in June.');
    const { role } = await server.request<{ role: string }>(methods.documentRole, { uri: row!.uri });
    assert.equal(role, 'source');
    const original = await server.request<{ problem?: string }>(methods.original, {
      uri: row!.uri,
      position: row!.range.start,
    });
    assert.match(original.problem ?? '', /not in this folder/);
    const passage = { folder: row!.folder, key: row!.key, n: row!.n };
    const { sentences } = await server.request<SentencesResult>(methods.sentences, passage);
    assert.deepEqual(
      sentences.map((one) => one.text),
      ['The council met twice in June.'],
    );
    const { edits } = await server.request<InsertionResult>(methods.insertion, {
      ...{ draft: server.uri('drafts/a.md'), version: 1, passage, quoted: [] },
      ...{ range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } } },
      ...{ form: 'block', reference: 'bracket' },
    });
    assert.match(
      edits.map(({ newText }) => newText).join(''),
      /> The council met twice in June\..*@verne2014, para\. 2/s,
    );
  });

  it('offers its keys behind the folder’s own', async () => {
    await server.ready();
    await share(postgres().database('shared'));
    await health(({ state }) => state === 'reachable');
    await server.open('drafts/b.md', 'See [@v');
    const labels = await eventually(
      async () =>
        (await server.completion('drafts/b.md', { line: 0, character: 7 })).items.map(({ label }) => label),
      (all) => all.length > 1,
    );
    assert.deepEqual(labels, ['tide', 'verne2014']);
  });

  it('goes on with the copies of what was cited where it cannot be reached, and says what it cannot tell', async () => {
    await server.ready();
    await server.open('drafts/a.md');
    await share(postgres().database('shared'));
    await codes(FOUND);
    await server.stop();
    await postgres().halt();
    try {
      server = await startServerWith({ shared: copies }, folder);
      await share(postgres().database('shared'));
      await server.ready();
      await server.open('drafts/a.md');
      const problems = await codes(['altered-quotation', 'unchecked-quotation']);
      assert.match(JSON.stringify(problems), /may be in the shared corpus, which has not answered/);
      const told = (await health(({ copies: kept }) => kept !== undefined)) ?? assert.fail();
      assert.deepEqual([told.state, told.copies?.count], ['unreachable', 1]);
      assert.match(told.problem ?? '', /cannot be reached/);
      assert.ok(Math.abs(Date.parse(told.copies?.of ?? '') - Date.now()) < 120_000);
      assert.deepEqual(await shared('council'), []);
    } finally {
      await postgres().start();
    }
    await server.request(methods.reindex, {});
    await codes(FOUND);
    assert.equal((await health(({ state }) => state === 'reachable'))?.copies, undefined);
  });

  it('takes what changed in it, and forgets what is gone', async () => {
    const address = postgres().database('changing');
    const fill = (text: string) => {
      const of = temporaryFolder({ 'sources/verne2014.txt': text });
      assert.equal(sourcewright(['index', '--prune', '--root', of, '--to', address]).status, 0);
      removeFolder(of);
    };
    fill('The wall was not built to last.\n');
    await server.ready();
    await server.open('drafts/a.md');
    await share(address);
    await codes(FOUND);
    fill('The wall was built to last.\n');
    await server.request(methods.reindex, {});
    const changed = await eventually(
      () => server.diagnostics.get(server.uri('drafts/a.md')) ?? [],
      (all) => all.some(({ code, range }) => code === 'altered-quotation' && range.start.line === 0),
    );
    assert.equal(changed.length, 2);
    postgres().sql('changing', 'DELETE FROM sourcewright.source');
    await server.request(methods.reindex, {});
    await codes(['unknown-source', 'unknown-source', 'unknown-source']);
  });

  it('says when user or password are refused, and takes the password it is given', async () => {
    await server.ready();
    await server.open('drafts/a.md');
    await share(postgres().overTcp('shared'), 'wrong');
    await health(({ isRefused }) => isRefused === true);
    await share(postgres().overTcp('shared'), PASSWORD);
    await codes(FOUND);
  });
});

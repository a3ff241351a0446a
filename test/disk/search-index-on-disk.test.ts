import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { methods, type SearchResult } from '../../src/protocol';
import { eventually } from '../support/eventually';
import { startServerWith, type ServerUnderTest } from '../support/language-server';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

describe('the search index of a folder, set to be on disk', () => {
  let folder: string;
  let cache: string;
  let server: ServerUnderTest;
  beforeEach(() => {
    cache = temporaryFolder({});
    folder = temporaryFolder({
      'draft.md': '# Report\n',
      'sources/wall.txt': 'The harbour wall was low.\n',
      'sources/tide.txt': 'The tide was high.\n',
      'sources/quay.txt': 'The quay was old.\n',
    });
  });
  afterEach(async () => {
    await server.stop();
    removeFolder(folder);
    removeFolder(cache);
  });

  async function open(searchIndex: string): Promise<void> {
    server = await startServerWith({ cache, settings: { searchIndex } }, folder);
    await server.ready();
  }
  async function set(searchIndex: string): Promise<void> {
    server.settings = { searchIndex };
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }
  const found = async (query: string) => {
    const params = { draft: server.uri('draft.md'), query, limit: 5 };
    const { rows } = await server.request<SearchResult>(methods.search, params);
    return rows.map(({ excerpt }) => excerpt);
  };
  const files = () => {
    const kept = path.join(cache, 'search');
    return fs.existsSync(kept) ? fs.readdirSync(kept).map((name) => path.join(kept, name)) : [];
  };
  const database = () => files().find((file) => file.endsWith('.sqlite'));
  /** Once what was read is in the file itself, or in the log beside it. */
  const written = () =>
    eventually(
      () => sizeOf('.sqlite-wal') + sizeOf('.sqlite'),
      (size) => size > 60_000,
    );
  const sizeOf = (ending: string) => {
    const file = files().find((name) => name.endsWith(ending));
    return file === undefined ? 0 : fs.statSync(file).size;
  };

  it('is kept there, and knows after a restart what has changed meanwhile', async () => {
    await open('disk');
    assert.deepEqual(await found('tide'), ['The tide was high.']);
    await written();
    await server.stop();
    fs.rmSync(path.join(folder, 'sources/tide.txt'));
    fs.writeFileSync(path.join(folder, 'sources/quay.txt'), 'The pier was new.\n');
    await open('disk');
    assert.deepEqual(
      [await found('tide'), await found('quay'), await found('pier'), await found('wall')],
      [[], [], ['The pier was new.'], ['The harbour wall was low.']],
    );
    assert.deepEqual(server.told, []);
  });

  it('is there, or in memory again, when the setting changes', async () => {
    await open('auto');
    assert.equal(database(), undefined, 'so few sources are indexed in memory');
    await set('disk');
    await eventually(database, (file) => file !== undefined);
    await eventually(
      () => found('harbour'),
      (rows) => rows.length === 1,
    );
    await set('memory');
    await eventually(database, (file) => file === undefined);
    await eventually(
      () => found('harbour'),
      (rows) => rows.length === 1,
    );
  });

  it('is made anew where the file is destroyed while it is in use', async () => {
    await open('disk');
    await written();
    await server.stop();
    const file = database() ?? '';
    // Its first page is left: what is wrong shows where something is looked for.
    const bytes = fs.readFileSync(file);
    fs.writeFileSync(file, bytes.fill('no page', 4096));
    await open('disk');
    await eventually(
      () => found('harbour'),
      (rows) => rows.length === 1,
    );
    assert.deepEqual(server.told, []);
  });

  it('is in memory in a second window, which says why', async () => {
    await open('disk');
    const first = server;
    await open('disk');
    assert.deepEqual(await found('harbour'), ['The harbour wall was low.']);
    assert.match(server.told.join(), /“.*” is kept in memory: another window uses the one on disk/);
    await first.stop();
  });
});

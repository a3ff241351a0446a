import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { isBuiltin } from 'node:module';
import * as path from 'node:path';
import { methods, type SearchResult } from '../../src/protocol';
import { eventually } from '../support/eventually';
import { startServerWith, type ServerUnderTest } from '../support/language-server';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

describe('the search index of a folder', () => {
  let folder: string;
  let kept: string;
  before(() => {
    kept = temporaryFolder({});
    folder = temporaryFolder({
      'draft.md': '# Report\n',
      'sources/wall.txt': 'The harbour wall was low.\n',
      'sources/tide.txt': 'The tide was high.\n',
      'sources/quay.txt': 'The quay was old.\n',
    });
  });
  after(() => {
    removeFolder(folder);
    removeFolder(kept);
  });

  const indexFolder = () => path.join(kept, 'cache', 'search');
  const files = () => (fs.existsSync(indexFolder()) ? fs.readdirSync(indexFolder()) : []);
  /** The kept index, and when it was written. */
  const written = () => {
    const [name] = files().filter((file) => file.endsWith('.index'));
    return name === undefined ? undefined : fs.statSync(path.join(indexFolder(), name));
  };
  const found = async (query: string) => {
    const params = { draft: server.uri('draft.md'), query, limit: 5 };
    const { rows } = await server.request<SearchResult>(methods.search, params);
    return rows.map(({ excerpt }) => excerpt);
  };
  let server: ServerUnderTest;
  afterEach(() => server.stop());
  async function open(): Promise<void> {
    server = await startServerWith({ cache: path.join(kept, 'cache') }, folder);
    await server.ready();
  }

  it('is kept when there is time, and knows after a restart what has changed meanwhile', async () => {
    await open();
    assert.deepEqual(await found('tide'), ['The tide was high.']);
    const first = await eventually(written, (file) => file !== undefined);
    await server.stop();
    fs.rmSync(path.join(folder, 'sources/tide.txt'));
    fs.writeFileSync(path.join(folder, 'sources/quay.txt'), 'The pier was new.\n');
    await open();
    assert.deepEqual(
      [await found('tide'), await found('quay'), await found('pier'), await found('wall')],
      [[], [], ['The pier was new.'], ['The harbour wall was low.']],
    );
    await eventually(written, (file) => file !== undefined && file.mtimeMs > (first?.mtimeMs ?? 0));
  });

  it('is built anew where what was kept is broken', async () => {
    const [name] = files();
    fs.writeFileSync(path.join(indexFolder(), name ?? 'none'), 'no index');
    await open();
    assert.deepEqual(await found('pier'), ['The pier was new.']);
    await eventually(written, (file) => (file?.size ?? 0) > 100);
  });

  it('is in memory where it was to be on disk and Node.js has no SQLite, and says so', async () => {
    const nodeOptions = isBuiltin('node:sqlite') ? ['--no-experimental-sqlite'] : [];
    const settings = { searchIndex: 'disk' };
    server = await startServerWith({ cache: path.join(kept, 'cache'), settings, nodeOptions }, folder);
    await server.ready();
    assert.deepEqual(await found('pier'), ['The pier was new.']);
    assert.match(server.told.join(), /“.*” is kept in memory, not on disk: Node\.js v\S+ has no SQLite/);
  });
});

import assert from 'node:assert/strict';
import type { Client } from 'pg';
import { isAddress, readAddress } from '../../src/shared-corpus/address';
import { connect, makeIndexes, makeTables, PostgresIndex } from '../../src/shared-corpus/database';
import type { WrittenSource } from '../../src/shared-corpus/write-sources';
import { describePostgres } from '../support/postgres';

const source = (path: string, about: string, ...texts: string[]): WrittenSource => ({
  path,
  about,
  passages: texts.map((text, at) => ({ n: at + 1, text })),
});

const WALL = source(
  'wall.txt',
  'A Wall Too Low Ada Verne',
  'The harbour wall was built by Yūsuf al-Ḥamdī.',
  'Nobody repaired the wall.',
);
const TIDE = source('tide.txt', 'Tide Ludwig Horn', 'The tide rose over the harbour.', 'To be or not to be.');

describePostgres('the passage index on PostgreSQL', (postgres) => {
  let client: Client;
  let index: PostgresIndex;
  let databases = 0;
  beforeEach(async () => {
    client = await opened(`index-${++databases}`);
    index = new PostgresIndex(client);
    await index.put([WALL, TIDE]);
  });
  afterEach(() => client.end());
  const opened = async (name: string): Promise<Client> => {
    const address = readAddress(postgres().database(name));
    assert.ok(isAddress(address));
    const owner = await connect(address, { as: 'owner' });
    await makeTables(owner);
    await makeIndexes(owner);
    return owner;
  };
  const found = async (query: string, limit = 10) =>
    (await index.search(query, limit)).map(({ path, n }) => `${path} ${n}`);

  it('finds words as the folder’s own index does: folded, unfinished, misspelled, of title and author', async () => {
    for (const [query, first] of [
      ['HARBOUR wall', 'wall.txt 1'],
      ['Yusuf Hamdi', 'wall.txt 1'],
      ['repai', 'wall.txt 2'],
      ['wall r', 'wall.txt 2'],
      ['repiared', 'wall.txt 2'],
      ['verne repaired', 'wall.txt 2'],
      ['to be or not', 'tide.txt 2'],
    ] as const)
      assert.equal((await found(query))[0], first, query);
    assert.deepEqual(await found('xylophone'), []);
  });

  it('puts passages with all words first, and gives no more than asked for', async () => {
    assert.deepEqual((await found('repaired wall')).slice(0, 2), ['wall.txt 2', 'wall.txt 1']);
    assert.equal((await found('the harbour wall', 1)).length, 1);
    assert.deepEqual(await found('harbour', 0), []);
  });

  it('takes whatever is typed for words', async () => {
    for (const query of [
      "harbour'; DROP SCHEMA sourcewright CASCADE; --",
      'harbour:*',
      '!harbour',
      'harbour | <->',
      "ha\\rbour' & 'harbour",
    ])
      assert.ok((await found(query)).includes('tide.txt 1'), query);
    for (const query of ['', ' — ', "'", '\0', '%', '\\']) assert.deepEqual(await found(query), [], query);
  });

  it('keeps texts that PostgreSQL cannot hold as they are', async () => {
    const long = 'x'.repeat(5000);
    const many = Array.from({ length: 60_000 }, (_, at) => `word${at}`).join(' ');
    await index.put([
      source(
        'odd.txt',
        'tab\there',
        `nul \0 and half \ud800 pair, ${long} quay`,
        'back\\slash \\N\tquay',
        `${many} quay`,
      ),
    ]);
    assert.deepEqual((await found('quay slash'))[0], 'odd.txt 2');
    assert.ok((await found('half pair quay')).includes('odd.txt 1'));
    assert.deepEqual(await found('word17 word18'), ['odd.txt 3']);
  });

  it('replaces and removes sources, and takes nothing in again that it has', async () => {
    const moon = { ...source('moon.txt', '', 'The moon did it.'), fingerprint: 'one' };
    await index.put([moon]);
    await index.put([{ ...source('moon.txt', '', 'The sun did it.'), fingerprint: 'one' }]);
    assert.deepEqual([await found('moon'), await found('sun')], [['moon.txt 1'], []]);
    await index.put([{ ...source('moon.txt', '', 'The sun did it.'), fingerprint: 'two' }]);
    assert.deepEqual([await found('moon'), await found('sun')], [[], ['moon.txt 1']]);
    await index.remove(['moon.txt', 'nowhere.txt']);
    assert.deepEqual(await found('sun'), []);
    await index.retain(['tide.txt']);
    assert.deepEqual(await found('wall'), []);
    assert.deepEqual(await found('tide'), ['tide.txt 1', 'tide.txt 2']);
  });

  it('answers alike whatever sources came and went before', async () => {
    const other = await opened(`index-${++databases}`);
    try {
      const later = new PostgresIndex(other);
      await later.put([
        source('wall.txt', 'Old', 'The harbour is old.'),
        source('gone.txt', '', 'harbour tide'),
      ]);
      await later.put([TIDE]);
      await later.remove(['gone.txt']);
      await later.put([WALL]);
      for (const query of ['harbour', 'tide wall', 'verne', 'repiared harbor', 'w'])
        assert.deepEqual(await later.search(query, 10), await index.search(query, 10), query);
    } finally {
      await other.end();
    }
  });

  it('lets nobody who only reads change anything', async () => {
    const address = readAddress(postgres().database(`index-${databases}`));
    assert.ok(isAddress(address));
    const reader = await connect(address, { as: 'reader' });
    try {
      assert.equal((await new PostgresIndex(reader).search('tide', 5)).length, 2);
      await assert.rejects(new PostgresIndex(reader).remove(['tide.txt']), /read-only transaction/);
    } finally {
      await reader.end();
    }
  });
});

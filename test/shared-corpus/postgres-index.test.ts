import assert from 'node:assert/strict';
import type { Client } from 'pg';
import { isAddress, readAddress, type CorpusAddress } from '../../src/shared-corpus/address';
import { connect, makeIndexes, makeTables, PostgresIndex } from '../../src/shared-corpus/database';
import { describePassageIndex, source } from '../support/passage-index-engine';
import { describePostgres } from '../support/postgres';

describePostgres('the passage index on PostgreSQL', (postgres) => {
  const clients: Client[] = [];
  let databases = 0;
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.end();
  });

  const addressOf = (name: string): CorpusAddress => {
    const address = readAddress(postgres().database(name));
    assert.ok(isAddress(address));
    return address;
  };
  const connected = async (name: string, as: 'owner' | 'reader'): Promise<Client> => {
    const client = await connect(addressOf(name), { as });
    clients.push(client);
    return client;
  };
  const open = async (): Promise<PostgresIndex> => {
    const owner = await connected(`index-${++databases}`, 'owner');
    await makeTables(owner);
    await makeIndexes(owner);
    return new PostgresIndex(owner);
  };

  describePassageIndex('PostgreSQL', open);

  const found = async (index: PostgresIndex, query: string) =>
    (await index.search(query, 10)).map(({ path, n }) => `${path} ${n}`);

  it('takes whatever is typed for words', async () => {
    const index = await open();
    await index.put([source('tide.txt', 'Tide', 'The tide rose over the harbour.')]);
    for (const query of [
      "harbour'; DROP SCHEMA sourcewright CASCADE; --",
      'harbour:*',
      '!harbour',
      'harbour | <->',
      "ha\\rbour' & 'harbour",
    ])
      assert.deepEqual(await found(index, query), ['tide.txt 1'], query);
    for (const query of ["'", '\0', '%', '\\']) assert.deepEqual(await found(index, query), [], query);
  });

  it('keeps texts that PostgreSQL cannot hold as they are', async () => {
    const long = 'x'.repeat(5000);
    const many = Array.from({ length: 60_000 }, (_, at) => `word${at}`).join(' ');
    const index = await open();
    await index.put([
      source(
        'odd.txt',
        'tab\there',
        `nul \0 and half \ud800 pair, ${long} quay`,
        'back\\slash \\N\tquay',
        `${many} quay`,
      ),
    ]);
    assert.equal((await found(index, 'quay slash'))[0], 'odd.txt 2');
    assert.ok((await found(index, 'half pair quay')).includes('odd.txt 1'));
    assert.deepEqual(await found(index, 'word17 word18'), ['odd.txt 3']);
  });

  it('lets nobody who only reads change anything', async () => {
    await (await open()).put([source('tide.txt', 'Tide', 'The tide rose over the harbour.')]);
    const reader = new PostgresIndex(await connected(`index-${databases}`, 'reader'));
    assert.deepEqual(await found(reader, 'tide'), ['tide.txt 1']);
    await assert.rejects(reader.remove(['tide.txt']), /read-only transaction/);
  });
});

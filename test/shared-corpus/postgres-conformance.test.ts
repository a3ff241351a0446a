import assert from 'node:assert/strict';
import type { Client } from 'pg';
import { isAddress, readAddress } from '../../src/shared-corpus/address';
import { connect, makeIndexes, makeTables, PostgresIndex } from '../../src/shared-corpus/database';
import { describePassageIndex } from '../support/passage-index-engine';
import { describePostgres } from '../support/postgres';

describePostgres('what every passage index does, on PostgreSQL', (postgres) => {
  const opened: Client[] = [];
  afterEach(async () => {
    for (const client of opened.splice(0)) await client.end();
  });

  let databases = 0;
  describePassageIndex('PostgreSQL', async () => {
    const address = readAddress(postgres().database(`conformance-${++databases}`));
    assert.ok(isAddress(address));
    const client = await connect(address, { as: 'owner' });
    opened.push(client);
    await makeTables(client);
    await makeIndexes(client);
    return new PostgresIndex(client);
  });
});

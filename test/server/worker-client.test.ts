import assert from 'node:assert/strict';
import * as path from 'node:path';
import { WorkerClient, WorkerLost } from '../../src/server/worker-client';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

/** Answers "search" only, ends at "forget", and never comes to an end of "remove /". */
const SCRIPT = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ id, content }) => {
    if (content.kind === 'forget') process.exit(3);
    while (content.path === '/');
    if (content.kind === 'search') parentPort.postMessage({ id, answer: [] });
  });
`;

describe('the client of the indexing thread', () => {
  const folder = temporaryFolder({ 'worker.js': SCRIPT });
  after(() => {
    removeFolder(folder);
  });
  const search = { kind: 'search', folder: 'f', query: 'q', limit: 1 } as const;
  const remove = { kind: 'remove', folder: 'f', path: 'p' } as const;
  const start = (lost: Error[] = []) =>
    new WorkerClient(path.join(folder, 'worker.js'), (error) => lost.push(error));

  it('tells everybody who waits that the thread ended, and starts another one', async () => {
    const lost: Error[] = [];
    const client = start(lost);
    const waiting = client.ask(remove);
    await assert.rejects(client.ask({ kind: 'forget', folder: 'f' }), WorkerLost);
    await assert.rejects(waiting, WorkerLost);
    assert.equal(lost.length, 1);
    assert.deepEqual(await client.ask(search), []);
    await client.stop();
  });

  it('ends a thread that does not come to an end, and starts another one', async () => {
    const lost: Error[] = [];
    const client = start(lost);
    const waiting = client.ask({ ...remove, path: '/' });
    client.restart();
    await assert.rejects(waiting, WorkerLost);
    assert.equal(lost.length, 1);
    assert.deepEqual(await client.ask(search), []);
    await client.stop();
  });

  it('lets nobody wait when it is stopped, nor afterwards', async () => {
    const lost: Error[] = [];
    const client = start(lost);
    const waiting = assert.rejects(client.ask(remove), WorkerLost);
    await client.stop();
    await waiting;
    await assert.rejects(client.ask(search), WorkerLost);
    assert.deepEqual(lost, []);
  });
});

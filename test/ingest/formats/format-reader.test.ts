import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import * as path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { formatReader, type FormatOrder } from '../../../src/ingest/format-reader';
import { threadReader } from '../../../src/ingest/format-thread';
import { FORMAT_PROCESS } from '../../support/read-formatted';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder';

const LIMITS = { time: 5_000, memory: 512 * 1024 * 1024 };
const FILE = { path: 'a.html', format: 'html', ending: 'html' } as const;
const DOCUMENT = "{ text: 'low', blocks: [], edits: [], metadata: { author: [] } }";

/** Time for what happens behind an answer. */
const AFTERWARDS = 300;

describe('the process that reads formats, and its thread', () => {
  let folder: string;
  const script = (name: string) => path.join(folder, name);
  before(() => {
    const thread = (behind: string) =>
      `const { parentPort } = require('node:worker_threads');
       parentPort.on('message', ({ id }) => { parentPort.postMessage({ id, document: ${DOCUMENT} }); setTimeout(() => { ${behind} }, 20); });`;
    folder = temporaryFolder({
      'fails.js': thread("throw new Error('late')"),
      'ends.js': thread('process.exit(0)'),
      'process-ends.js': `process.on('message', () => process.send({ read: ${DOCUMENT}, size: 0 }, () => setTimeout(() => process.exit(3), 20)));`,
      'silent.js': `process.on('message', () => undefined);`,
    });
  });
  after(() => {
    removeFolder(folder);
  });

  for (const name of ['fails.js', 'ends.js'])
    it(`reads the next file in a new thread where the last one ${name === 'fails.js' ? 'failed' : 'ended'} after its answer`, async () => {
      const read = threadReader(script(name), LIMITS);
      for (let n = 0; n < 2; n++) {
        const answer = await read(FILE, new Uint8Array());
        assert.equal('text' in answer && answer.text, 'low');
        await pause(AFTERWARDS);
      }
    });

  it('reads the next file in a new process where the last one ended after its answer', async () => {
    const read = formatReader(script('process-ends.js'), LIMITS);
    for (let n = 0; n < 2; n++) {
      const answer = await read(FILE, new Uint8Array());
      assert.equal('text' in answer && answer.text, 'low');
      await pause(AFTERWARDS);
    }
  });

  it('is ended where it does not keep to the limit of time, soon after it', async () => {
    const start = Date.now();
    const answer = await formatReader(script('silent.js'), { ...LIMITS, time: 300 })(FILE, new Uint8Array());
    const took = Date.now() - start;
    assert.equal('code' in answer && answer.code, 'too-slow');
    assert.ok(took >= 300 && took < 4_000, `${took} ms`);
  });

  it('ends with whoever asked, also in the middle of a file', async () => {
    const child = fork(FORMAT_PROCESS, [], { serialization: 'advanced', execArgv: [] });
    const page = `<html><body>${'<p>The wall was low.</p>'.repeat(200_000)}</body></html>`;
    const order: FormatOrder = { file: FILE, bytes: Buffer.from(page), limits: LIMITS };
    child.send(order);
    await pause(AFTERWARDS);
    const exit = once(child, 'exit');
    child.disconnect();
    assert.deepEqual(await exit, [0, null]);
  });
});

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { SourceDocument } from '#corpus-index';
import { cachedReader } from '../../src/ingest/document-cache';
import type { ReadFormatted } from '../../src/ingest/format-reader';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const DOCUMENT: SourceDocument = {
  text: 'The wall was low.',
  blocks: [{ start: 0, end: 17, kind: 'paragraph' }],
  edits: [],
  metadata: { author: ['Ada Verne'] },
};
const FILE = { path: 'a.pdf', format: 'pdf', ending: 'pdf' } as const;

describe('the cache of what readers made', () => {
  let folder: string;
  let reads: number;
  const read: ReadFormatted = () => {
    reads++;
    return Promise.resolve(DOCUMENT);
  };
  beforeEach(() => {
    folder = temporaryFolder({});
    reads = 0;
  });
  afterEach(() => {
    removeFolder(folder);
  });
  const kept = () => path.join(folder, fs.readdirSync(folder)[0] ?? '');

  it('reads the same bytes once, also after a restart', async () => {
    for (let run = 0; run < 3; run++)
      assert.deepEqual(await cachedReader(read, folder)(FILE, Buffer.from('one')), DOCUMENT);
    assert.equal(reads, 1);
    await cachedReader(read, folder)(FILE, Buffer.from('two'));
    assert.equal(reads, 2);
  });

  it('throws away what is broken or was changed, and reads anew', async () => {
    await cachedReader(read, folder)(FILE, Buffer.from('one'));
    const whole = fs.readFileSync(kept(), 'utf8');
    for (const broken of ['', whole.slice(0, -20), whole.replace('low', 'high')]) {
      fs.writeFileSync(kept(), broken);
      assert.deepEqual(await cachedReader(read, folder)(FILE, Buffer.from('one')), DOCUMENT);
    }
    assert.equal(reads, 4);
  });

  it('keeps no failure, and reads where nothing can be kept', async () => {
    const failing: ReadFormatted = ({ path: file }) =>
      Promise.resolve({ path: file, code: 'damaged', detail: '' });
    await cachedReader(failing, folder)(FILE, Buffer.from('one'));
    assert.deepEqual(fs.readdirSync(folder), []);
    const file = path.join(folder, 'file');
    fs.writeFileSync(file, '');
    assert.deepEqual(await cachedReader(read, file)(FILE, Buffer.from('one')), DOCUMENT);
  });
});

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

  it('keeps what was needed last, within its limits of number and of bytes', async () => {
    const big: ReadFormatted = (file, bytes) =>
      Promise.resolve({ ...DOCUMENT, text: bytes.toString().repeat(1000) });
    const at = (seconds: number, name: string) => {
      fs.utimesSync(path.join(folder, name), seconds, seconds);
    };
    const readAll = async (cached: ReadFormatted, names: readonly string[]) => {
      for (const name of names) {
        const before = new Set(fs.readdirSync(folder));
        await cached(FILE, Buffer.from(name));
        fs.readdirSync(folder)
          .filter((file) => !before.has(file))
          .forEach((file) => {
            at(name.charCodeAt(0), file);
          });
      }
    };
    await readAll(cachedReader(big, folder), ['a', 'b', 'c', 'd']);
    // Needed again, so now the newest.
    await cachedReader(big, folder)(FILE, Buffer.from('a'));
    await cachedReader(big, folder, { documents: 3, bytes: 1e9 })(FILE, Buffer.from('a'));
    assert.equal(fs.readdirSync(folder).length, 3);
    await cachedReader(big, folder, { documents: 9, bytes: 2600 })(FILE, Buffer.from('a'));
    const readAgain: string[] = [];
    const counting: ReadFormatted = (file, bytes) => {
      readAgain.push(bytes.toString());
      return big(file, bytes);
    };
    for (const name of ['a', 'd', 'c', 'b']) await cachedReader(counting, folder)(FILE, Buffer.from(name));
    assert.deepEqual(readAgain, ['c', 'b']);
  });

  it('stays within its limit while much is read at once', async () => {
    const big: ReadFormatted = () => Promise.resolve({ ...DOCUMENT, text: 'low '.repeat(5000) });
    const cached = cachedReader(big, folder, { documents: 100, bytes: 100_000 });
    for (let n = 0; n < 30; n++) await cached(FILE, Buffer.from(String(n)));
    const sizes = fs.readdirSync(folder).map((name) => fs.statSync(path.join(folder, name)).size);
    const sum = sizes.reduce((all, size) => all + size, 0);
    assert.ok(sum > 50_000 && sum <= 130_000, `${sum} bytes`);
  });
});

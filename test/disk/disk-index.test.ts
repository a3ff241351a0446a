import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { MemoryIndex } from '#corpus-index';
import { DiskIndex, openDiskIndex } from '../../src/ingest/disk-index/disk-index';
import { openDatabase, type DiskFailure } from '../../src/ingest/disk-index/open-database';
import { MadeUpSources } from '../support/made-up-sources';
import { describePassageIndex } from '../support/passage-index-engine';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const PROGRAM = '1.0';

describe('the passage index on disk', () => {
  let folder: string;
  let files = 0;
  const opened = new Map<DiskIndex, string>();
  before(() => {
    folder = temporaryFolder({ 'none.txt': 'a file' });
  });
  afterEach(() => {
    for (const index of opened.keys()) index.close();
    opened.clear();
  });
  after(() => {
    removeFolder(folder);
  });

  const newFile = () => path.join(folder, `${++files}.sqlite`);
  function open(file = newFile(), program = PROGRAM): DiskIndex {
    const index = openDiskIndex(file, program);
    if (!(index instanceof DiskIndex)) throw new Error(`${index.code}: ${index.detail}`);
    opened.set(index, file);
    return index;
  }
  function close(index: DiskIndex): string {
    const file = opened.get(index) ?? '';
    opened.delete(index);
    index.close();
    return file;
  }
  /** What a process that comes later has of it. */
  function reopened(index: DiskIndex): DiskIndex {
    index.commit();
    return open(close(index));
  }

  describePassageIndex('on disk, as it was put in', open);
  describePassageIndex('on disk, opened again', open, reopened);

  it('finds and scores the same as the index in memory', async () => {
    const made = new MadeUpSources(1, 300);
    const sources = Array.from({ length: 18 }, (_, at) => made.source(`s${at}.txt`, 10));
    const [index, memory] = [open(), new MemoryIndex()];
    await index.put(sources);
    await memory.put(sources);
    for (let asked = 0; asked < 300; asked++) {
      const query = made.query();
      const [hits, expected] = [await index.search(query, 10), await memory.search(query, 10)];
      assert.deepEqual(
        hits.map(({ path: source, n }) => `${source} ${n}`),
        expected.map(({ path: source, n }) => `${source} ${n}`),
        query,
      );
      hits.forEach(({ score }, at) => {
        assert.ok(Math.abs(score - (expected[at]?.score ?? NaN)) < 1e-9 * score, query);
      });
    }
  });

  /** A file with an index of a hundred passages, and another one that is to be found in it. */
  async function filled(): Promise<string> {
    const made = new MadeUpSources(2);
    const index = open();
    await index.put(Array.from({ length: 10 }, (_, at) => made.source(`s${at}.txt`, 10)));
    await index.put([{ path: 'wall.txt', about: '', passages: [{ n: 7, text: 'The harbour wall.' }] }]);
    index.commit();
    return close(index);
  }
  const found = async (index: DiskIndex) =>
    (await index.search('harbour', 10)).map(({ path: source, n }) => `${source} ${n}`);

  it('is as it was committed when it is opened again, whatever became of the process in between', async () => {
    const index = open(await filled());
    await index.remove(['wall.txt']);
    await index.put([{ path: 'pier.txt', about: '', passages: [{ n: 1, text: 'A harbour.' }] }]);
    assert.deepEqual(await found(index), ['pier.txt 1']);
    assert.deepEqual(await found(open(close(index))), ['wall.txt 7']);
  });

  for (const [name, change] of [
    ['is no database', () => 'no index'],
    ['was cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['was cut off at once', (bytes: Buffer) => bytes.subarray(0, 100)],
    ['is empty', () => ''],
    ['is another database', () => otherDatabase()],
  ] as const)
    it(`is begun anew where the file ${name}`, async () => {
      const file = await filled();
      fs.writeFileSync(file, change(fs.readFileSync(file)));
      const index = open(file);
      assert.deepEqual(await found(index), []);
      await index.put([{ path: 'pier.txt', about: '', passages: [{ n: 1, text: 'A harbour.' }] }]);
      assert.deepEqual(await found(reopened(index)), ['pier.txt 1']);
    });

  function otherDatabase(): Buffer {
    const index = open();
    const file = close(index);
    const database = openDatabase(file, PROGRAM);
    assert.ok(!('code' in database));
    database.exec('DROP TABLE passage');
    database.close();
    return fs.readFileSync(file);
  }

  it('is begun anew by another version of the program', async () => {
    const file = await filled();
    assert.deepEqual(await found(open(file, '1.1')), []);
  });

  it('belongs to one process at a time', async () => {
    const file = await filled();
    open(file);
    const { code } = openDiskIndex(file, PROGRAM) as { code?: string };
    assert.equal(code, 'in-use');
  });

  it('says why there can be none', () => {
    const { code, detail } = openDiskIndex(path.join(folder, 'none.txt', 'a.sqlite'), PROGRAM) as DiskFailure;
    assert.equal(code, 'failed');
    assert.match(detail, /none\.txt/);
  });

  it('answers as one made anew when some passages of a source were changed, put in or left out', async () => {
    const made = new MadeUpSources(4, 300);
    const [index, fresh] = [open(), open()];
    const first = made.source('a.txt', 30);
    const other = made.source('b.txt', 30);
    await index.put([first, other]);
    const passages = [
      ...first.passages.slice(0, 10),
      ...other.passages.slice(10, 20),
      ...first.passages.slice(25),
    ];
    const later = { ...first, passages };
    await index.put([later]);
    await fresh.put([later, other]);
    for (let asked = 0; asked < 100; asked++) {
      const query = made.query();
      assert.deepEqual(await index.search(query, 10), await fresh.search(query, 10), query);
    }
  });

  it('answers in between when what was written is joined, and the same after', async () => {
    const made = new MadeUpSources(3, 300);
    const index = open();
    const sources = Array.from({ length: 18 }, (_, at) => made.source(`s${at}.txt`, 10));
    for (const source of sources) {
      await index.put([source]);
      await index.search('ba', 1);
    }
    const query = made.query();
    const before = await index.search(query, 10);
    let steps = 0;
    for (const joining = index.settle(); joining.next().done !== true; steps++)
      assert.deepEqual(await index.search(query, 10), before);
    assert.ok(steps > 0);
    assert.deepEqual(await reopened(index).search(query, 10), before);
  });
});

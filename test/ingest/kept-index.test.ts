import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { inOneGo, MemoryIndex } from '#corpus-index';
import { chance } from '../../bench/chance';
import { fingerprintOf, keptIndexes } from '../../src/ingest/kept-index';
import { MadeUpSources } from '../support/made-up-sources';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const CORPUS = 'file:///somewhere';

describe('search indexes that are kept', () => {
  let folder: string;
  let index: MemoryIndex;
  const made = new MadeUpSources(6, 200);
  const query = made.query();
  beforeEach(async () => {
    folder = temporaryFolder({});
    index = new MemoryIndex();
    await index.put([made.source('a.txt', 5), made.source('b.txt', 5)]);
    await keptIndexes(folder, '1').keep(CORPUS, inOneGo(index.join()));
  });
  afterEach(() => {
    removeFolder(folder);
  });
  const file = () => path.join(folder, fs.readdirSync(folder)[0] ?? 'none');

  it('answer after a restart as they did before', async () => {
    const read = await keptIndexes(folder, '1').read(CORPUS);
    assert.deepEqual(await read?.search(query, 10), await index.search(query, 10));
    assert.equal(await keptIndexes(folder, '1').read('file:///elsewhere'), undefined);
  });

  it('are thrown away where another version wrote them', async () => {
    assert.equal(await keptIndexes(folder, '2').read(CORPUS), undefined);
    assert.deepEqual(fs.readdirSync(folder), []);
  });

  it('are thrown away where they were cut or changed, wherever that is', async () => {
    const whole = fs.readFileSync(file());
    const random = chance(7);
    for (let round = 0; round < 60; round++) {
      const at = Math.floor(random() * whole.length);
      const broken = round % 2 === 0 ? whole.subarray(0, at) : Buffer.from(whole);
      if (round % 2 === 1) broken[at] = (broken[at] ?? 0) ^ (1 << (round % 8));
      const kept = keptIndexes(folder, '1');
      await kept.keep(CORPUS, inOneGo(index.join()));
      fs.writeFileSync(file(), broken);
      assert.equal(await kept.read(CORPUS), undefined, `${round % 2 === 0 ? 'cut' : 'changed'} at ${at}`);
      assert.deepEqual(fs.readdirSync(folder), []);
    }
  });

  it('are of the folders that were used last, and of no process that died', async () => {
    const kept = keptIndexes(folder, '1');
    const half = path.join(folder, 'x.index.1.part');
    fs.writeFileSync(half, '');
    fs.utimesSync(half, 1, 1);
    fs.utimesSync(file(), 1, 1);
    for (let corpus = 0; corpus < 20; corpus++) await kept.keep(`other ${corpus}`, inOneGo(index.join()));
    assert.equal(fs.readdirSync(folder).length, 20);
    assert.equal(await kept.read(CORPUS), undefined);
    assert.ok(await kept.read('other 0'));
  });

  it('know a source by everything that it gives to the index', () => {
    const source = {
      path: 'a.txt',
      about: 'Wall',
      passages: [
        { n: 1, text: 'Low.' },
        { n: 2, text: 'High.' },
      ],
    };
    const others = [
      { ...source, about: 'Walls' },
      { ...source, passages: source.passages.slice(1) },
      {
        ...source,
        passages: [
          { n: 1, text: 'Low.' },
          { n: 3, text: 'High.' },
        ],
      },
      { ...source, passages: [{ n: 1, text: 'Low.High.' }] },
      {
        ...source,
        passages: [
          { n: 1, text: 'Low. ' },
          { n: 2, text: 'High.' },
        ],
      },
    ];
    assert.equal(fingerprintOf(source), fingerprintOf({ ...source }));
    assert.equal(new Set([source, ...others].map(fingerprintOf)).size, 6);
  });
});

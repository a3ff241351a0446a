import assert from 'node:assert/strict';
import { MiniSearchIndex } from '#corpus-index';

describe('the passage index', () => {
  const index = new MiniSearchIndex();
  before(async () => {
    await index.put(
      'wall.txt',
      [
        { n: 1, text: 'The harbour wall was built by Yūsuf al-Ḥamdī.' },
        { n: 2, text: 'Nobody repaired the wall.' },
      ],
      'A Wall Too Low Ada Verne',
    );
    await index.put('tide.txt', [{ n: 1, text: 'The tide rose over the harbour.' }], 'Tide Ludwig Horn');
  });
  const found = async (query: string, limit = 10) =>
    (await index.search(query, limit)).map(({ path, n }) => `${path} ${n}`);

  for (const [name, query, hits] of [
    ['finds words in any case', 'HARBOUR wall', ['wall.txt 1']],
    ['finds names without their diacritics', 'Yusuf Hamdi', ['wall.txt 1']],
    ['finds a word that is being typed', 'repai', ['wall.txt 2']],
    ['finds a misspelled word', 'harbor', ['wall.txt 1', 'tide.txt 1']],
    ['finds passages by author and words', 'verne repaired', ['wall.txt 2']],
    ['finds nothing without words', ' — ', []],
  ] as const) {
    it(name, async () => {
      assert.deepEqual((await found(query)).slice(0, hits.length || 1).sort(), [...hits].sort());
    });
  }

  it('puts passages with all the words before those with some', async () => {
    assert.deepEqual((await found('tide wall harbour'))[0], 'tide.txt 1');
    assert.deepEqual((await found('repaired wall')).slice(0, 2), ['wall.txt 2', 'wall.txt 1']);
  });

  it('gives no more than asked for', async () => {
    assert.equal((await found('the harbour wall', 1)).length, 1);
  });

  it('replaces and removes sources', async () => {
    await index.put('tide.txt', [{ n: 1, text: 'The moon did it.' }], 'Tide');
    assert.deepEqual(await found('moon'), ['tide.txt 1']);
    assert.ok(!(await found('harbour')).includes('tide.txt 1'));
    await index.remove('tide.txt');
    assert.deepEqual(await found('moon'), []);
  });
});

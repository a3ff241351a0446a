import assert from 'node:assert/strict';
import type { IndexedSource, PassageIndex } from '#corpus-index';

export const source = (path: string, about: string, ...texts: string[]): IndexedSource => ({
  path,
  about,
  passages: texts.map((text, at) => ({ n: at + 1, text })),
});

const WALL = source(
  'wall.txt',
  'A Wall Too Low Ada Verne',
  'The harbour wall was built by Yūsuf al-Ḥamdī.',
  'Nobody repaired the wall, though everybody knew it.',
);
const TIDE = source(
  'tide.txt',
  'Tide Ludwig Horn',
  'The tide rose over the harbour.',
  'To be or not to be, that is what they were.',
);
const SCRIPTS = source(
  'scripts.txt',
  '',
  'Война и мир: Наполеон вступил в Москву.',
  'قال الرئيس إن المدينة آمنة.',
  '東京の港で船が沈んだ。',
  'Ἐν ἀρχῇ ἦν ὁ λόγος.',
);

/**
 * What every engine of the passage index has to do. `open` gives an empty index; `settle` does what the engine does in time, and
 * gives the index that goes on.
 */
export function describePassageIndex<Engine extends PassageIndex>(
  engine: string,
  open: () => Engine | Promise<Engine>,
  settle: (index: Engine) => Engine | Promise<Engine> = (index) => index,
): void {
  describe(`the passage index: ${engine}`, () => {
    let index: Engine;
    beforeEach(async () => {
      index = await open();
      await index.put([WALL, TIDE, SCRIPTS]);
      index = await settle(index);
    });
    const found = async (query: string, limit = 10) =>
      (await index.search(query, limit)).map(({ path, n }) => `${path} ${n}`);

    for (const [name, query, ...first] of [
      ['finds words in any case', 'HARBOUR wall', 'wall.txt 1'],
      ['finds names without their diacritics', 'Yusuf Hamdi', 'wall.txt 1'],
      ['finds a word that is being typed', 'repai', 'wall.txt 2'],
      ['finds the last word unfinished behind whole ones', 'wall everyb', 'wall.txt 2'],
      ['finds passages by the words of their title and authors', 'verne repaired', 'wall.txt 2'],
      ['finds a misspelled word', 'repiared', 'wall.txt 2'],
      ['finds passages of function words only', 'to be or not to be', 'tide.txt 2'],
      ['finds Russian', 'наполеон москву', 'scripts.txt 1'],
      ['finds Arabic without its marks', 'الرئيس المدينة', 'scripts.txt 2'],
      ['finds Japanese', '港で船', 'scripts.txt 3'],
      ['finds Greek without its accents', 'αρχη λογος', 'scripts.txt 4'],
    ] as const) {
      it(name, async () => {
        assert.equal((await found(query))[0], first[0]);
      });
    }

    it('finds nothing without words, nor what stands nowhere', async () => {
      for (const query of ['', ' — ', '"', "'); --", '*', 'xylophone'])
        assert.deepEqual(await found(query), [], query);
    });

    it('takes what a query language may mean something by for words', async () => {
      for (const query of [
        'harbour AND NOT wall',
        'harbour OR',
        '(harbour',
        'harbour"',
        'text:harbour',
        '-harbour',
        'harbour*',
      ])
        assert.ok((await found(query)).includes('tide.txt 1'), query);
    });

    it('puts passages with all the words before those with some', async () => {
      assert.equal((await found('tide wall harbour'))[0], 'tide.txt 1');
      assert.deepEqual((await found('repaired wall')).slice(0, 2), ['wall.txt 2', 'wall.txt 1']);
    });

    it('passes function words over where there are others', async () => {
      assert.deepEqual(await found('the tide of the'), await found('tide'));
      assert.deepEqual((await found('harbour they were')).toSorted(), ['tide.txt 1', 'wall.txt 1']);
    });

    it('gives no more than asked for, the better ones first', async () => {
      const hits = await index.search('harbour wall', 10);
      assert.ok(hits.length >= 3);
      const scores = hits.slice(1).map(({ score }) => score);
      assert.deepEqual(
        scores.toSorted((a, b) => b - a),
        scores,
        'behind the only one with both words',
      );
      assert.deepEqual(await index.search('harbour wall', 2), hits.slice(0, 2));
      assert.deepEqual(await index.search('harbour wall', 0), []);
    });

    it('gives passages that fit equally well in the order of paths and numbers', async () => {
      const twins = ['c.txt', 'a.txt', 'b.txt'].map((path) =>
        source(path, '', 'A quay of stone.', 'A quay of stone.'),
      );
      await index.put(twins);
      const order = ['a.txt 1', 'a.txt 2', 'b.txt 1', 'b.txt 2', 'c.txt 1', 'c.txt 2'];
      assert.deepEqual(await found('quay'), order);
      assert.deepEqual(await found('quay', 3), order.slice(0, 3));
    });

    it('replaces a source', async () => {
      await index.put([source('tide.txt', 'Tide', 'The moon did it.')]);
      assert.deepEqual(await found('moon'), ['tide.txt 1']);
      assert.deepEqual(await found('harbour'), ['wall.txt 1']);
      assert.deepEqual(await found('horn'), []);
      index = await settle(index);
      assert.deepEqual(await found('moon'), ['tide.txt 1']);
      assert.deepEqual(await found('harbour'), ['wall.txt 1']);
      await index.put([TIDE]);
      assert.deepEqual((await found('harbour horn')).toSorted(), ['tide.txt 1', 'tide.txt 2', 'wall.txt 1']);
    });

    it('takes nothing in again that it has, by the fingerprint', async () => {
      const first = { ...source('moon.txt', '', 'The moon did it.'), fingerprint: 'one' };
      const passages = [{ n: 1, text: 'The sun did it.' }];
      await index.put([first]);
      index = await settle(index);
      await index.put([{ ...first, passages }]);
      assert.deepEqual([await found('moon'), await found('sun')], [['moon.txt 1'], []]);
      await index.put([{ ...first, passages, fingerprint: 'two' }]);
      assert.deepEqual([await found('moon'), await found('sun')], [[], ['moon.txt 1']]);
    });

    it('removes sources, and all but those that are to stay', async () => {
      await index.remove(['tide.txt', 'nowhere.txt']);
      assert.deepEqual(await found('harbour'), ['wall.txt 1']);
      index = await settle(index);
      await index.retain(['scripts.txt', 'nowhere.txt']);
      assert.deepEqual(await found('harbour'), []);
      assert.deepEqual(await found('наполеон'), ['scripts.txt 1']);
      await index.retain([]);
      index = await settle(index);
      assert.deepEqual(await found('наполеон'), []);
      await index.put([WALL]);
      assert.deepEqual(await found('harbour'), ['wall.txt 1']);
    });

    it('answers alike whatever sources came and went before', async () => {
      const other = await open();
      for (const one of [SCRIPTS, source('wall.txt', 'Old', 'The harbour is old.'), TIDE]) {
        await other.put([one]);
        await other.search('harbour', 1);
      }
      await other.put([source('gone.txt', 'Gone', 'harbour harbour tide')]);
      await other.put([WALL]);
      await other.remove(['gone.txt']);
      for (const query of ['harbour', 'tide wall', 'verne', 'the', 'repiared harbor', 'w']) {
        const [expected, actual] = [await index.search(query, 10), await other.search(query, 10)];
        assert.deepEqual(
          actual.map(({ path, n }) => `${path} ${n}`),
          expected.map(({ path, n }) => `${path} ${n}`),
          query,
        );
        actual.forEach(({ score }, at) => {
          assert.ok(Math.abs(score - (expected[at]?.score ?? NaN)) < 1e-9, query);
        });
      }
    });

    it('is fine with sources of no passage and passages of no word', async () => {
      await index.put([source('empty.txt', 'Void'), source('dots.txt', '', '…', '—')]);
      assert.deepEqual(await found('void'), []);
      assert.equal((await found('harbour')).length, 2);
    });
  });
}

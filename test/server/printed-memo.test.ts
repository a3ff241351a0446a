import assert from 'node:assert/strict';
import { PrintedMemo } from '../../src/server/printed-memo';

const STYLE = { style: '<style/>', locales: { 'en-US': '<locale/>' } };
const ITEM = { id: 'verne', type: 'book', title: 'A Wall Too Low' } as const;

describe('references that were printed', () => {
  let memo: PrintedMemo;
  let times: number;
  const print = (style = STYLE, item: { readonly id: string; readonly title?: string } = ITEM) =>
    memo.entry(style, item as typeof ITEM, () => {
      times++;
      return Promise.resolve({ id: item.id, text: [] });
    });
  beforeEach(() => {
    memo = new PrintedMemo();
    times = 0;
  });

  it('are not printed again while style and record say the same', async () => {
    for (let round = 0; round < 3; round++)
      assert.equal((await print({ ...STYLE, locales: { ...STYLE.locales } }, { ...ITEM }))?.id, 'verne');
    assert.equal(times, 1);
  });

  it('are printed again in another style, language or locale, or of another record', async () => {
    await print();
    for (const style of [
      { ...STYLE, style: '<style />' },
      { ...STYLE, language: 'de-DE' },
      { ...STYLE, locales: { 'en-US': '<locale />' } },
      { ...STYLE, locales: { ...STYLE.locales, 'de-DE': '<locale/>' } },
    ])
      await print(style);
    assert.equal(times, 5);
    await print();
    await print(STYLE, { ...ITEM, title: 'A Wall Too High' });
    assert.equal(times, 7);
  });

  it('are forgotten where the style has changed while one was printed', async () => {
    const late = memo.entry(STYLE, ITEM, async () => {
      await print({ ...STYLE, style: '<other/>' });
      return { id: 'late', text: [] };
    });
    assert.equal((await late)?.id, 'late');
    assert.equal((await print({ ...STYLE, style: '<other/>' }))?.id, 'verne');
    assert.equal(times, 1);
  });

  it('are tried again where they could not be printed', async () => {
    await assert.rejects(memo.entry(STYLE, ITEM, () => Promise.reject(new Error('no style'))));
    await print();
    assert.equal(times, 1);
  });
});

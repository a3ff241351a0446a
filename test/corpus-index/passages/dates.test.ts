import assert from 'node:assert/strict';
import { readByline } from '../../../corpus-index/passages/byline';
import { readDate } from '../../../corpus-index/passages/dates';

describe('reading a date', () => {
  for (const [line, iso] of [
    ['March 24, 2014', '2014-03-24'],
    ['24 March 2014', '2014-03-24'],
    ['Published on Sept. 3rd, 2020', '2020-09-03'],
    ['2021-11-05', '2021-11-05'],
    ['5. Mai 2019', '2019-05-05'],
    ['le 1er janvier 2018', '2018-01-01'],
    ['3 de febrero de 2017', '2017-02-03'],
    ['October 2012', '2012-10'],
  ] as const) {
    it(`reads ${line}`, () => {
      assert.equal(readDate(line)?.iso, iso);
    });
  }

  it('does not guess which of two numbers is the month', () => {
    assert.equal(readDate('03/04/2014'), undefined);
  });
});

describe('reading a byline', () => {
  for (const [line, author] of [
    ['By Ada Verne', ['Ada Verne']],
    ['By Ada Verne and Ludwig van Horn', ['Ada Verne', 'Ludwig van Horn']],
    ['Written by Ada Verne | March 3, 2020', ['Ada Verne']],
    ['Author: Ada Verne', ['Ada Verne']],
    ['Von Jana Weiß, 5. Mai 2019', ['Jana Weiß']],
  ] as const) {
    it(`reads ${line}`, () => {
      assert.deepEqual(readByline(line)?.author, author);
    });
  }

  for (const line of [
    'By the end of the year the harbour was closed',
    'By 2014 nobody came',
    'On March 3, 2020 the harbour was closed',
  ]) {
    it(`takes "${line}" for prose`, () => {
      assert.equal(readByline(line), undefined);
    });
  }
});

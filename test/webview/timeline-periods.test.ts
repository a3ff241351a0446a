import assert from 'node:assert/strict';
import { isIn, periodsOf, yearOf } from '../../src/webview/actor-graph/timeline-periods';

/** As the server counts them. */
const counted = (...dates: readonly string[]) => dates.map((iso) => ({ year: yearOf(iso), count: 1 }));

describe('the periods of the timeline', () => {
  it('are years, the empty ones between them too', () => {
    assert.deepEqual(
      periodsOf(counted('1999', '2001-03', '2001-03-04')).map(({ label, count }) => [label, count]),
      [
        ['1999', 1],
        ['2000', 0],
        ['2001', 2],
      ],
    );
  });

  it('are decades or centuries where years would be too many', () => {
    assert.deepEqual(
      periodsOf(counted('1918', '2001'))
        .map(({ label }) => label)
        .filter((_, at, all) => at === 0 || at === all.length - 1),
      ['1910s', '2000s'],
    );
    assert.equal(periodsOf(counted('1066', '2001'))[0]?.label, '1000–1099');
  });

  it('hold the dates they count', () => {
    const dates = ['1918-11-11', '1923', '1999-12'];
    for (const period of periodsOf(counted(...dates)))
      assert.equal(dates.filter((iso) => isIn(period, iso)).length, period.count);
    assert.deepEqual(periodsOf([]), []);
  });
});

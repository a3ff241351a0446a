import assert from 'node:assert/strict';
import { datesIn } from '#corpus-index';

const read = (text: string) => datesIn(text).map(({ iso, start, end }) => [iso, text.slice(start, end)]);

describe('dates in running text', () => {
  it('reads days, months and ISO dates where they stand', () => {
    assert.deepEqual(read('On 12 March 2014, or March 12, 2014; in May 2003; 2014-03-24.'), [
      ['2014-03-12', '12 March 2014'],
      ['2014-03-12', 'March 12, 2014'],
      ['2003-05', 'May 2003'],
      ['2014-03-24', '2014-03-24'],
    ]);
    assert.deepEqual(read('the 3rd of September 1939; 3 septembre 1939; 3. September 1939'), [
      ['1939-09-03', '3rd of September 1939'],
      ['1939-09-03', '3 septembre 1939'],
      ['1939-09-03', '3. September 1939'],
    ]);
  });

  it('reads a year only behind a word that dates', () => {
    assert.deepEqual(read('In 2003 they met; by late 2004 it was over; the summer of 2005; mid-2006.'), [
      ['2003', '2003'],
      ['2004', '2004'],
      ['2005', '2005'],
      ['2006', '2006'],
    ]);
    assert.deepEqual(
      read('A crowd of 2003 men, 1500 tonnes, Room 1999, in 1500 km, by 2000%, No. 1984.'),
      [],
    );
  });

  it('reads both years of a span', () => {
    const years = (text: string) => read(text).map(([iso]) => iso);
    assert.deepEqual(years('between 1992 and 1996'), ['1992', '1996']);
    assert.deepEqual(years('from 1992 to 1996'), ['1992', '1996']);
    assert.deepEqual(years('in 1992–1996'), ['1992', '1996']);
    assert.deepEqual(years('in 1992-1996'), ['1992', '1996']);
  });

  it('reads no date in digits alone, no impossible one, and none within a longer number', () => {
    assert.deepEqual(read('03/04/2014, 32 March, 2014-13-01, in 20145, in A2014, in 1,2014'), []);
  });

  it('reads over a single line break, but over no paragraph', () => {
    assert.deepEqual(read('on 12\nMarch 2014'), [['2014-03-12', '12\nMarch 2014']]);
    assert.deepEqual(read('on 12\n\nMarch 2014'), [['2014-03', 'March 2014']]);
  });
});

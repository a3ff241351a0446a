import * as assert from 'node:assert/strict';
import { readSources } from '#corpus-index';
import { itemOfRecord, itemOfSource } from '../../../src/language/references/csl-item';

const item = (yaml: string) => itemOfRecord(readSources(`- id: a\n${yaml}`).records[0]!);

describe('A record as a CSL item', () => {
  it('has the variables of the record, and nothing that is this program’s own', () => {
    assert.deepEqual(
      item('  type: book\n  title: T\n  volume: 3\n  file: a.txt\n  custom: {reliability: A}\n'),
      {
        id: 'a',
        type: 'book',
        title: 'T',
        volume: 3,
      },
    );
  });

  it('has dates in their parts, whatever form they are written in', () => {
    const forms = [
      '2014-03-24',
      '{date-parts: [[2014, 3, 24]]}',
      '{year: 2014, month: 3, day: 24}',
      'March 24, 2014',
      '{raw: "March 24, 2014"}',
    ];
    for (const form of forms)
      assert.deepEqual(item(`  issued: ${form}\n`)['issued'], { 'date-parts': [[2014, 3, 24]] }, form);
    assert.deepEqual(item('  issued: 2014/2015\n')['issued'], { 'date-parts': [[2014], [2015]] });
    assert.deepEqual(item('  issued: 2014~\n')['issued'], { 'date-parts': [[2014]], circa: true });
    assert.deepEqual(item('  accessed: some day\n')['accessed'], { literal: 'some day' });
  });

  it('has its DOI without the address that a person wrote it in', () => {
    assert.equal(item('  DOI: https://doi.org/10.1/abc\n')['DOI'], '10.1/abc');
    assert.equal(item('  DOI: 10.1/abc\n')['DOI'], '10.1/abc');
  });

  it('has names as a list of parts', () => {
    assert.deepEqual(item('  author: {family: Rowe, given: Anna}\n')['author'], [
      { family: 'Rowe', given: 'Anna' },
    ]);
    assert.deepEqual(item('  editor: [The Board]\n')['editor'], [{ literal: 'The Board' }]);
  });

  it('is made of what a source states of itself where there is no record', () => {
    const source = {
      key: 'rowe2014',
      title: 'T',
      author: ['Anna Rowe', 'The harbour board'],
      issued: '2014-03',
      site: 'S',
    };
    assert.deepEqual(itemOfSource(source), {
      id: 'rowe2014',
      type: 'webpage',
      title: 'T',
      author: [{ given: 'Anna', family: 'Rowe' }, { literal: 'The harbour board' }],
      issued: { 'date-parts': [[2014, 3]] },
      'container-title': 'S',
    });
  });
});

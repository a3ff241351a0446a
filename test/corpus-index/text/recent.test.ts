import assert from 'node:assert/strict';
import { Recent } from '../../../corpus-index/text/recent';

describe('the values made last', () => {
  it('are found until as many others were made', () => {
    const recent = new Recent<string>(2);
    assert.equal(recent.keep('one'), 'one');
    recent.keep('two');
    assert.equal(
      recent.find((value) => value === 'one'),
      'one',
    );
    recent.keep('three');
    assert.equal(
      recent.find((value) => value === 'one'),
      undefined,
    );
    assert.equal(
      recent.find((value) => value === 'two'),
      'two',
    );
  });
});

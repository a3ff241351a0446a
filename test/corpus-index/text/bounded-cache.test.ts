import assert from 'node:assert/strict';
import { BoundedCache } from '../../../corpus-index/text/bounded-cache';

/** Names whose values had to be made, in the order they were asked for. */
function made(limit: number, asked: readonly (readonly [string, number])[]): string[] {
  const cache = new BoundedCache<string, string>(limit);
  const owner = {};
  const names: string[] = [];
  for (const [name, weight] of asked)
    cache.get(owner, name, weight, () => {
      names.push(name);
      return name;
    });
  return names;
}

describe('a bounded cache', () => {
  it('makes a value once as long as there is room', () => {
    assert.deepEqual(
      made(10, [
        ['a', 5],
        ['b', 5],
        ['a', 5],
        ['b', 5],
      ]),
      ['a', 'b'],
    );
  });

  it('forgets what was not asked for longest when there is no more room', () => {
    assert.deepEqual(
      made(10, [
        ['a', 5],
        ['b', 5],
        ['a', 5],
        ['c', 5],
        ['a', 5],
        ['b', 5],
      ]),
      ['a', 'b', 'c', 'b'],
    );
  });

  it('keeps one value that is larger than all its room, until another is asked for', () => {
    assert.deepEqual(
      made(10, [
        ['a', 50],
        ['a', 50],
        ['b', 1],
        ['a', 50],
      ]),
      ['a', 'b', 'a'],
    );
  });
});

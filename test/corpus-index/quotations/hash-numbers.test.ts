import assert from 'node:assert/strict';
import fc from 'fast-check';
import { HashNumbers } from '../../../corpus-index/quotations/near/hash-numbers';

describe('numbers of hashes', () => {
  it('are one for each hash, in the order of coming, also when the table is used again', () => {
    const table = new HashNumbers();
    // Many of these share their last bits, by which the table looks them up.
    const hash = fc.oneof(
      fc.integer({ min: -(2 ** 31), max: 2 ** 32 - 1 }),
      fc.nat(5).map((high) => high * 2 ** 20 + 3),
    );
    fc.assert(
      fc.property(fc.array(hash, { maxLength: 60 }), fc.array(hash, { maxLength: 10 }), (put, asked) => {
        table.clear(put.length);
        const numbers = new Map<number, number>();
        for (const one of put) {
          if (!numbers.has(one >>> 0)) numbers.set(one >>> 0, numbers.size + 1);
          assert.equal(table.put(one), numbers.get(one >>> 0));
        }
        for (const one of [...put, ...asked]) assert.equal(table.of(one), numbers.get(one >>> 0) ?? 0);
        assert.equal(table.size, numbers.size);
      }),
      { numRuns: 2000 },
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { WrittenCitations } from '../../src/extension/references/written-citations';
import type { PreviewCitation } from '../../src/protocol/references';
import { processorTimes } from '../support/processor-time';

const citation = (written: string, line = 0): PreviewCitation => ({
  ...{ written, line, text: [], judged: '' },
  mark: { state: 'accepted', title: '' },
});

/** What is found from the first character to the last, each taken. */
function foundIn(
  src: string,
  citations: readonly PreviewCitation[],
  line = 0,
): (readonly [number, string])[] {
  const waiting = new WrittenCitations(citations);
  const found: (readonly [number, string])[] = [];
  for (let pos = 0; pos < src.length;) {
    const here = waiting.at(src, pos, line);
    if (here) {
      waiting.take(here.one);
      found.push([here.one.at, src.slice(pos, pos + here.length)]);
    }
    pos += here?.length ?? 1;
  }
  return found;
}

describe('citations as they are written', () => {
  it('are found where they stand, also over the end of a line', () => {
    const citations = [citation('[see @a, para. 1]'), citation('@b'), citation('-@c')];
    assert.deepEqual(foundIn('x [see @a,\n   para. 1] and @b - -@c', citations), [
      [0, '[see @a,\n   para. 1]'],
      [1, '@b'],
      [2, '-@c'],
    ]);
  });

  it('are taken once each, of those written alike the nearest one first', () => {
    const citations = [citation('[@a]', 1), citation('[@a]', 9)];
    assert.deepEqual(foundIn('[@a] [@a] [@a]', citations, 8), [
      [1, '[@a]'],
      [0, '[@a]'],
    ]);
  });

  it('are all found, one after the other, whatever they are', () => {
    const written = fc
      .tuple(
        fc.constantFrom('@a', '@b', '-@a'),
        fc.constantFrom('', ', p. 1', ', para. 2; see @c', ' and [x]'),
        fc.boolean(),
      )
      .map(([key, rest, bracketed]) => (bracketed ? `[${key}${rest}]` : key));
    fc.assert(
      fc.property(fc.array(written, { maxLength: 12 }), (all) => {
        const text = all.join('\n\n');
        const lines = all.map((one, at) => citation(one, at));
        assert.deepEqual(
          foundIn(text, lines).map(([at]) => all[at]),
          all,
        );
      }),
    );
  });

  it('are looked for in a time that grows with the draft, not with its square', () => {
    const draft = (count: number) => Array.from({ length: count }, (_, at) => `[@key${at}, para. ${at}]`);
    const reading = (count: number) => {
      const all = draft(count);
      const text = all.join(' - said so; [not](one) -- ');
      const citations = all.map((one, at) => citation(one, at));
      return () => {
        assert.equal(foundIn(text, citations).length, count);
      };
    };
    const [few = 0, many = 0] = processorTimes([reading(500), reading(4000)], 5);
    assert.ok(many < 8 * 3 * Math.max(few, 1), `${few} ms, ${many} ms`);
  });
});

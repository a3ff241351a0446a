import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareAnchor, readLock, writeLock, type Source, type Span } from '#corpus-index';
import { CodePoints, normalised } from '../../../corpus-index/lock/code-points';
import { sourceTokens } from '../../../corpus-index/quotations/source-tokens';
import { formsBetween } from '../../../corpus-index/quotations/tokens';
import { BOUNDARY } from '../../../corpus-index/text/boundary';
import { originalSpan } from '../../../corpus-index/text/mapped-text';
import { lockOf, lockSpan, sourceOf } from '../../support/lock-of';

/** Few words, so that much stands twice; characters beyond the BMP, marks, markup and line ends of all kinds. */
const WORDS = [
  'the',
  'wall',
  'was',
  'not',
  '“built”',
  '𝒜da',
  '😀',
  'e\u0301t\u00e9',
  '*low*',
  '“tide”,',
  'rose.',
  'אמר',
];
const text = fc
  .array(
    fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', ' ', ' ', '\n', '\r\n', '\n\n', '\r\n\r\n')),
    {
      minLength: 3,
      maxLength: 60,
    },
  )
  .map((pieces) => pieces.flat().join(''));
const path = fc.constantFrom('sources/s.txt', 'sources/s.md');

/** A stretch from a word to a word, as a judged quotation has it; undefined in a text without words. */
function stretch(source: Source, from: number, length: number): Span | undefined {
  const { whole } = sourceTokens(source);
  if (whole.length === 0) return undefined;
  const first = from % whole.length;
  const last = Math.min(first + length, whole.length - 1);
  // No quotation runs from a title into a subtitle.
  if (formsBetween(whole, first, last + 1).includes(BOUNDARY)) return undefined;
  return originalSpan(source.reading, whole.start[first] ?? 0, whole.end[last] ?? 0);
}

/** Whether the later source has the passages and dropped stretches of the one, moved by what was put in, and one passage more. */
function isSplitAlike(one: Source, later: Source, by: number): boolean {
  const moved = (spans: readonly Span[]) =>
    spans.map(({ start, end }) => ({ start: start + by, end: end + by }));
  const plain = (spans: readonly Span[]) => spans.map(({ start, end }) => ({ start, end }));
  return (
    JSON.stringify(plain(later.passages.slice(1))) === JSON.stringify(moved(one.passages)) &&
    JSON.stringify(plain(later.dropped)) === JSON.stringify(moved(one.dropped))
  );
}

const placed = fc.record({ text, path, from: fc.nat(200), length: fc.nat(12) });

describe('any stretch of a source, locked', () => {
  it('is still there, at its place, where the source has not changed: also after a round trip through the file', () => {
    fc.assert(
      fc.property(placed, ({ text, path, from, length }) => {
        const source = sourceOf(text, path);
        const span = stretch(source, from, length);
        if (!span) return;
        const [locked] = readLock(writeLock(lockOf(lockSpan(source, span)))).lock.quotations;
        const again = sourceOf(text, path);
        const comparison = compareAnchor(again, locked!.anchor);
        if (comparison.state !== 'still-there') assert.fail(comparison.state);
        const { start, end } = comparison.place;
        assert.deepEqual({ start, end }, { start: span.start, end: span.end });
      }),
      { numRuns: 3000 },
    );
  });

  it('has a position that counts as the standard says', () => {
    fc.assert(
      fc.property(placed, ({ text, path, from, length }) => {
        const source = sourceOf(text, path);
        const span = stretch(source, from, length);
        if (!span) return;
        const { anchor } = lockSpan(source, span);
        const characters = Array.from(normalised(text));
        assert.equal(characters.slice(anchor.start, anchor.end).join(''), anchor.exact);
        assert.ok(characters.slice(0, anchor.start).join('').endsWith(anchor.prefix));
        assert.ok(characters.slice(anchor.end).join('').startsWith(anchor.suffix));
      }),
      { numRuns: 3000 },
    );
  });

  it('is found in another paragraph for certain only if that has the words around it', () => {
    const added = 'Quite another beginning, which the source had not.\n\n';
    const before = ({ text }: Source, at: number) =>
      text.slice(Math.max(0, at - 20), at).replace(/\s+/g, ' ');
    fc.assert(
      fc.property(placed, ({ text, path, from, length }) => {
        const source = sourceOf(text, path);
        const span = stretch(source, from, length);
        const later = sourceOf(added + text, path);
        // What is title and what is body may change with what stands before: then other words are the source's.
        if (!span || !isSplitAlike(source, later, added.length)) return;
        const { anchor, n } = lockSpan(source, span);
        const comparison = compareAnchor(later, anchor);
        assert.notEqual(comparison.state, 'changed');
        assert.notEqual(comparison.state, 'gone');
        if (comparison.state !== 'moved' || !comparison.certain) return;
        const { start, n: found } = comparison.place;
        if (span.start >= 20 && found !== (n ?? 0) + 1)
          assert.equal(before(later, start), before(source, span.start));
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same on a system with other line ends', () => {
    fc.assert(
      fc.property(placed, ({ text, from, length }) => {
        const [unix, windows] = [normalised(text), normalised(text).replace(/\n/g, '\r\n')].map((one) =>
          sourceOf(one),
        );
        const span = stretch(unix!, from, length);
        if (!span) return;
        const points = new CodePoints(windows!.text);
        const locked = lockSpan(unix!, span);
        const there = {
          start: points.offset(locked.anchor.start),
          end: points.offset(locked.anchor.end),
        };
        assert.deepEqual(lockSpan(windows!, there).anchor, locked.anchor);
        assert.equal(compareAnchor(windows!, locked.anchor).state, 'still-there');
      }),
      { numRuns: 1000 },
    );
  });
});

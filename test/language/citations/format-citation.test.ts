import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { isWritableKey } from '../../../src/language/citations/citation-key';
import { formatCitation, formatInText } from '../../../src/language/citations/format-citation';
import type { LocatorLabel } from '../../../src/language/draft';
import { parseDraft } from '../../../src/language/parse-draft';

const LABELS: readonly LocatorLabel[] = [
  ...(['book', 'chapter', 'column', 'figure', 'folio', 'issue', 'line', 'note'] as const),
  ...(['opus', 'page', 'paragraph', 'part', 'section', 'sub-verbo', 'verse', 'volume'] as const),
];

const word = fc.constantFrom(
  'see',
  'also',
  'The',
  'register',
  'é',
  'کتاب',
  '\u{1F600}',
  'no.',
  'I',
  'xiv',
  '33',
  'p.',
  'and',
);
const words = fc.array(word, { maxLength: 4 }).map((list) => list.join(' '));
const suffix = fc
  .tuple(fc.constantFrom('', '', ', ', ': '), words)
  .map(([start, rest]) => (rest === '' ? '' : start + rest));
const number = fc.oneof(fc.nat(999).map(String), fc.constantFrom('iv', 'A3', '1.2', '(a)', 'river', '12:3'));
const value = fc
  .array(number, { minLength: 1, maxLength: 3 })
  .chain((list) => fc.constantFrom(', ', '-', '–', ' and ').map((by) => list.join(by)));
const character = fc.constantFrom(...Array.from('abcZ019_éж\u{1D49C}:.#$%&-+?<>~/{}()[]@;,*\'"'));
const key = fc
  .array(character, { minLength: 1, maxLength: 12 })
  .map((list) => list.join(''))
  .filter(isWritableKey);

const place = fc.option(fc.tuple(fc.constantFrom(...LABELS), value), { nil: undefined });
const parts = fc
  .tuple(key, words, suffix, fc.boolean(), place)
  .map(([key, prefix, suffix, suppressAuthor, place]) => {
    return { key, prefix, suffix, suppressAuthor, locator: place && { label: place[0], value: place[1] } };
  });

/** What reading a text gives, in the same form. */
const read = (text: string) =>
  parseDraft(text).citations.map(({ key, prefix, suffix, suppressAuthor, locator }) => ({
    key,
    prefix,
    suffix,
    suppressAuthor,
    locator: locator && { label: locator.label, value: locator.value },
  }));

describe('writing citations', () => {
  it('writes what a person would write', () => {
    assert.equal(formatCitation({ key: 'a', locator: { label: 'paragraph', value: '4' } }), '[@a, para. 4]');
    assert.equal(
      formatCitation({ key: 'a', locator: { label: 'page', value: '3-5' }, prefix: 'see' }, { key: 'b' }),
      '[see @a, pp. 3-5; @b]',
    );
    assert.equal(
      formatCitation({ key: 'a', suppressAuthor: true, suffix: ', emphasis added' }),
      '[-@a, emphasis added]',
    );
    assert.equal(formatInText({ key: 'a', locator: { label: 'paragraph', value: '4' } }), '@a [para. 4]');
  });
  it('puts in braces what would be read otherwise', () => {
    assert.equal(formatCitation({ key: 'a b'.replace(' ', '—') }), '[@{a—b}]');
    assert.equal(
      formatCitation({ key: 'a', locator: { label: 'sub-verbo', value: 'river' } }),
      '[@a, {s.v. river}]',
    );
    assert.equal(formatCitation({ key: 'a', suffix: ', 99 years later' }), '[@a{}, 99 years later]');
    assert.equal(formatCitation({ key: 'a.' }), '[@{a.}]');
  });
  it('is read again as what was written', () => {
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 3 }), (citations) => {
        assert.deepEqual(read(`Words ${formatCitation(...citations)}, more.`), citations);
      }),
      { numRuns: 10_000 },
    );
  });
  it('is read again as what was written in the text', () => {
    fc.assert(
      fc.property(parts, (citation) => {
        const text = `Words ${formatInText(citation)} say.`;
        assert.deepEqual(read(text), [{ ...citation, prefix: '' }], text);
      }),
      { numRuns: 10_000 },
    );
  });
});

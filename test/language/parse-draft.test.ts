import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { newDraftMemo, parseDraft } from '../../src/language/parse-draft';

const PARTS = [
  ...['words ', 'of one ', 'and two, ', 'The ', 'end. ', '3', '\u{1F600}', ' ', "it's ", 'é'],
  ...['"', '"', "'", '“', '”', '„', '«', '»', '‘', '’', '\\"', '&quot;'],
  ...[
    '[@a]',
    '[@b, p. 3]',
    '@c ',
    '[see @d; @e]',
    '[^1]',
    '^[',
    '[',
    ']',
    '(',
    ')',
    ';',
    ':',
    '— ',
    '@{x y}',
    '-@f',
    '[p. 3]',
  ],
  ...['*', '**', '_', '`', '<b>', '](u)', '{.x}', '$', '\\', '!', '|'],
  ...[
    '\n',
    '\n\n',
    '\n> ',
    '\n>\n> ',
    '\n- ',
    '\n\n[^1]: ',
    '\n\n# ',
    '\r\n',
    '\r\n\r\n',
    '\n|a|b|\n|-|-|\n|',
    '\n```\n',
    '\n\n    ',
    '\n:::\n',
    '  \n',
    '\t',
  ],
];
const draftText = fc.array(fc.constantFrom(...PARTS), { maxLength: 40 }).map((parts) => parts.join(''));

describe('parsing a draft', () => {
  it('gives places in the text, whatever it holds', () => {
    fc.assert(
      fc.property(draftText, (text) => {
        const { citations, quotations, opaque } = parseDraft(text);
        for (const { span, group, locator, key } of citations) {
          assert.equal(text[span.start], '@');
          assert.ok(text.slice(span.start, span.end).includes(key));
          assert.ok(group.start <= span.start && span.end <= group.end && group.end <= text.length);
          assert.ok(!locator || text.slice(locator.span.start, locator.span.end).trim() !== '');
          assert.ok(
            !opaque.some(({ start, end }) => start <= span.start && span.start < end),
            'cited in code',
          );
        }
        for (const { span, text: words, reading, citations: own } of quotations) {
          assert.ok(span.start < span.end && span.end <= text.length);
          assert.notEqual(words.trim(), '');
          assert.equal(reading.text.length, reading.starts?.length);
          reading.starts?.forEach((start, unit) => {
            assert.ok(span.start <= start && (reading.ends?.[unit] ?? 0) <= span.end);
          });
          assert.ok(own.every((citation) => citations.includes(citation)));
        }
        for (const list of [citations.map(({ span }) => span), quotations.map(({ span }) => span), opaque]) {
          list.forEach(({ start }, nth) => {
            assert.ok(start >= (list[nth - 1]?.start ?? 0));
          });
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('gives with the memo of the last version what it gives without', () => {
    fc.assert(
      fc.property(draftText, draftText, draftText, draftText, (before, old, now, after) => {
        const memo = newDraftMemo();
        parseDraft(before + old + after, memo);
        assert.deepEqual(parseDraft(before + now + after, memo), parseDraft(before + now + after));
      }),
      { numRuns: 1000 },
    );
  });

  it('does not hang on a text of nothing but syntax', () => {
    const patterns = [
      '[',
      ']',
      '*',
      '*a ',
      '[a ',
      '](',
      '![a](<',
      '[^a',
      '> ',
      '[@a ',
      '[@a] ',
      '@a [',
      '"',
      '"a ',
      '“a »',
      "'a ",
      '^[',
      '$a',
      '@{',
      '-@',
      '(@a',
      '[a]{.b',
      '\n',
    ];
    for (const pattern of patterns) {
      const began = performance.now();
      parseDraft(pattern.repeat(200_000 / pattern.length));
      assert.ok(performance.now() - began < 5000, pattern);
    }
  });

  it('tells what is no prose', () => {
    const text =
      '---\na: b\n---\n\n`x` [l](u) <b> <http://a.b>\n\n```\ny\n```\n\n<!-- z -->\n\n[r]: u\n\n    i\n';
    const found = parseDraft(text).opaque.map(({ start, end }) => text.slice(start, end).trim());
    assert.deepEqual(found, [
      '---\na: b\n---',
      '`x`',
      '(u)',
      '<b>',
      '<http://a.b>',
      '```\ny\n```',
      '<!-- z -->',
      '[r]: u',
      'i',
    ]);
  });
});

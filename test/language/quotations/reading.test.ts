import assert from 'node:assert/strict';
import { originalSpan } from '#corpus-index';
import { parseDraft } from '../../../src/language/parse-draft';
import { readQuotation } from '../../../src/language/quotations/read-quotation';

/** The only quotation of a draft. */
function only(draft: string) {
  const { quotations } = parseDraft(draft);
  assert.equal(quotations.length, 1, draft);
  return quotations[0]!;
}

const readsAs = (quoted: string, reading: string): void => {
  const { text, reading: read } = only(`x "${quoted}" [@a]`);
  assert.equal(read.text, reading);
  assert.equal(text, quoted.replace(/ +\n/g, '\n'));
};

describe('the reading of a quotation given by itself', () => {
  it('is that of the same quotation in a draft', () => {
    for (const quoted of [
      'the *old* river &amp; bed',
      'the [@b, p. 3] river[^1] bed',
      'one\ntwo  \nthree',
      'the bed [@b].',
    ]) {
      assert.equal(readQuotation(quoted).text, only(`x "${quoted}" [@a]`).reading.text);
    }
  });
  it('takes what looks like a block for words', () => {
    assert.equal(readQuotation('# one\n\n    two\n> three').text, '# one\n\ntwo\n> three');
  });
});

describe('the reading of a quotation', () => {
  it('drops markup and decodes escapes and entities', () => {
    readsAs('the *old* **river** ~ bed_s_', 'the old river ~ bed_s_');
    readsAs('the [old river](http://example.org "x") bed', 'the old river bed');
    readsAs('the &amp; \\* &#8220;x&#8221; \\[bed\\]', 'the & * “x” [bed]');
    readsAs('the `old` <b>river</b> <!-- not --> bed', 'the old river  bed');
    readsAs('[T]he old [river] bed … -- --- ... now', '[T]he old [river] bed … -- --- ... now');
    readsAs('[the old]{.smallcaps lang=en} river bed', 'the old river bed');
  });
  it('has a line end for every line end', () => {
    readsAs('the old\nriver  \nbed\\\nnow', 'the old\nriver\nbed\nnow');
  });
  it('leaves out citations and notes inside', () => {
    assert.equal(only('"the old [@a] river[^1] bed ^[x] now" [@b]').reading.text, 'the old river bed now');
  });
  it('maps every unit to the place where it stands', () => {
    const draft = '\uFEFFx\r\n\r\n> The *old* \u{1F600} &amp;\r\n>\tbe\\*d\r\n>\r\n> now [@a]\r\n';
    const { reading, span } = only(draft);
    assert.equal(reading.text, 'The old \u{1F600} &\nbe*d\n\nnow');
    const from = (words: string) => {
      const start = reading.text.indexOf(words);
      const { start: a, end: b } = originalSpan(reading, start, start + words.length);
      return draft.slice(a, b);
    };
    assert.equal(from('old \u{1F600}'), 'old* \u{1F600}');
    assert.equal(from('&'), '&amp;');
    assert.equal(from('be*d'), 'be\\*d');
    assert.equal(from('now'), 'now');
    assert.equal(draft.slice(span.start, span.end), 'The *old* \u{1F600} &amp;\r\n>\tbe\\*d\r\n>\r\n> now');
  });
});

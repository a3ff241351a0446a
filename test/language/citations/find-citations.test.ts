import assert from 'node:assert/strict';
import type { Citation } from '../../../src/language/draft';
import { parseDraft } from '../../../src/language/parse-draft';
import { marked } from '../../support/marks';

/** The citations of a text, one line each: `in-text? -? key (label value) "prefix" / "suffix"`. */
const cited = (text: string): string[] => parseDraft(text).citations.map(describeCitation);

function describeCitation({ key, inText, suppressAuthor, prefix, suffix, locator }: Citation): string {
  const parts = [
    inText ? 'in-text ' : '',
    suppressAuthor ? '-' : '',
    key,
    locator ? ` (${locator.label} ${locator.value})` : '',
    prefix || suffix ? ` "${prefix}" / "${suffix}"` : '',
  ];
  return parts.join('');
}

const check = (text: string, ...expected: string[]): void => {
  assert.deepEqual(cited(text), expected, text);
};

describe('finding citations', () => {
  describe('keys', () => {
    it('takes letters, digits and single inner punctuation', () => {
      check('[@smith_2020:a.b/c+d]', 'smith_2020:a.b/c+d');
      check('[@1984]', '1984');
      check('[@_x]', '_x');
      check('[@müller]', 'müller');
      check('[@доклад]', 'доклад');
      check('[@\u{1D49C}x]', '\u{1D49C}x');
    });
    it('leaves punctuation at the end of a key to the sentence', () => {
      check(
        'See @smith. And @jones, too; @doe: yes @roe!',
        'in-text smith',
        'in-text jones',
        'in-text doe',
        'in-text roe',
      );
      check('@smith?', 'in-text smith');
    });
    it('ends a key at doubled punctuation, but not at that of an address', () => {
      check('@a..b', 'in-text a');
      check('@a--b', 'in-text a');
      check('@https://example.org/x', 'in-text https://example.org/x');
    });
    it('takes any key in braces', () => {
      check('[@{https://example.org/a?b=(c)}, p. 3]', 'https://example.org/a?b=(c) (page 3)');
      check('@{a{b}c}', 'in-text a{b}c');
      check('[@{a*b*c}]', 'a*b*c');
      check('@{a b}');
      check('@{}');
    });
    it('takes no e-mail address and no handle behind a word', () => {
      check('Write to anna.berg@example.org or info+x@example.org.');
      check('<anna@example.org> and [mail](mailto:anna@example.org)');
      check('etc.@smith');
      check('*word*@smith');
    });
    it('takes keys behind brackets, dashes and quotation marks', () => {
      check('x (@a) —@b "@c" …@d /@e', 'in-text a', 'in-text b', 'in-text c', 'in-text d', 'in-text e');
    });
    it('takes no key in an address', () => {
      check(
        'https://example.org/@anna/1 and [see https://example.org/@anna, @a]',
        'a "see https://example.org/@anna," / ""',
      );
    });
    it('takes an escaped @ as a letter', () => {
      check('\\@smith and &#64;jones');
      check('\\\\@smith', 'in-text smith');
    });
  });

  describe('brackets', () => {
    it('reads prefix, locator and suffix', () => {
      check(
        '[see @a, pp. 33-35 and *passim*; @b, chap. 1]',
        'a (page 33-35) "see" / "and *passim*"',
        'b (chapter 1)',
      );
    });
    it('reads a suppressed author', () => {
      check('[-@a, p. 3] and [see -@b]', '-a (page 3)', '-b "see" / ""');
    });
    it('is no citation unless every part has a key', () => {
      check('[@a; nothing]', 'in-text a');
      check('[see; @a]', 'in-text a');
      check('[@a;]', 'in-text a');
      check('[no key]');
    });
    it('keeps brackets in prefix and suffix', () => {
      check('[see [the] register @a, p. 3 [sic]]', 'a (page 3) "see [the] register" / "[sic]"');
    });
    it('finds citations inside a prefix or a suffix', () => {
      check('[see [@b] and @a]', 'b', 'a "see [@b] and" / ""');
      check('[@a, p. 3, like @b]', 'a (page 3) "" / ", like @b"', 'in-text b');
    });
    it('takes no separator from inside quotation marks or brackets', () => {
      check('[@a, p. 4: "one; two"; @b]', 'a (page 4) "" / ": "one; two""', 'b');
      check('["one; two" @a]', 'a ""one; two"" / ""');
      check('[see [x; y] @a]', 'a "see [x; y]" / ""');
    });
    it('is the text of a link where an address, a label or attributes follow', () => {
      check('[@a](http://example.org)', 'in-text a');
      check('[@a](not an address)', 'in-text a');
      check('[@a]{.smallcaps}', 'in-text a');
      check('[@a][b]', 'in-text a');
      check('[@a] (in brackets)', 'a');
    });
    it('stays a citation beside a note', () => {
      check('[@a][^1]\n\n[^1]: x', 'a');
    });
    it('stays a citation where a link target has its label', () => {
      check('[@a] says\n\n[@a]: http://example.org', 'a');
    });
    it('spans lines, over the prefixes of a block quote', () => {
      check('> Words [see @a,\n> para.\n> 4; @b]', 'a (paragraph 4) "see" / ""', 'b');
    });
    it('has no key inside emphasis', () => {
      check('[see *@a*]', 'in-text a');
    });
  });

  describe('in the text', () => {
    it('takes a bare locator behind the key', () => {
      check('@a [p. 33] says', 'in-text a (page 33)');
      check('@a\n[para. 4, emphasis added] says', 'in-text a (paragraph 4) "" / ", emphasis added"');
      check('@a [sic]', 'in-text a "" / "sic"');
    });
    it('takes more citations behind the key', () => {
      check('@a [p. 3; @b, p. 4]', 'in-text a (page 3)', 'b (page 4)');
      check('@a [see @b; @c]', 'in-text a', 'b "see" / ""', 'c');
    });
    it('leaves a link, a note and an uncited list alone', () => {
      check('@a [here](http://example.org)', 'in-text a');
      check('@a [^1]\n\n[^1]: x', 'in-text a');
      check('@a [one; two]', 'in-text a');
    });
    it('reads a suppressed author but no dash', () => {
      check('Words -@a', 'in-text -a');
      check('Words --@a and ---@b', 'in-text a', 'in-text b');
      check('word-@a', 'in-text a');
    });
  });

  describe('places', () => {
    it('finds citations in every block that has words', () => {
      check(
        '# Head @a\n\n- item [@b]\n\n> quote [@c]\n\n| x |\n|---|\n| [@d] |\n\nSet @e\n===',
        'in-text a',
        'b',
        'c',
        'd',
        'in-text e',
      );
    });
    it('finds citations in footnotes and inline notes', () => {
      check('x[^n] y^[see @b, p. 3]\n\n[^n]: See [@a, p. 3].', 'in-text b', 'a (page 3)');
    });
    it('finds none in code, comments, tags, front matter and link targets', () => {
      check('`@a` ``[@b]``\n\n```\n@c\n\n@d\n```\n\n    @e');
      check('<!-- @a\n\n[@b] --> <span title="@c">x</span>\n\n<div id="@d">\n[@e]\n</div>');
      check('---\nnocite: "@a"\n---\n\n[x](@b) ![y](c.png "@d")\n\n[r]: http://example.org/@e');
    });
    it('finds those of link texts and captions', () => {
      check('[by @a](x) ![Map [@b]](map.png)', 'in-text a', 'b');
    });
    it('takes no numbered example for a citation', () => {
      check('(@good) First example.\n(@bad) Second.\n\nAs (@good) shows, @smith is right.', 'in-text smith');
      check('Words\n(@smith) and more', 'in-text smith');
    });
    it('takes none in mathematics, but between prices', () => {
      check('$x_{@a}$ costs $5 [@b] and 6 $.', 'b');
    });
    it('takes none on the fence of a div', () => {
      check('::: {.callout title="@a"}\nWords [@b].\n:::', 'b');
    });
  });

  it('gives exact places, in CRLF text with tabs and characters beyond the BMP', () => {
    const { text, spans } = marked(
      '\uFEFF\u{1F600}\tx ⟦[⟦@a⟧, ⟦p.\u00A03⟧]⟧\r\n\r\n>\t\u{1F600} ⟦⟦@{b}⟧ [⟦para.\r\n>  4⟧; ⟦@c⟧]⟧',
    );
    const found = parseDraft(text).citations.flatMap(({ span, locator, group }) => [
      span,
      ...(locator ? [locator.span] : []),
      group,
    ]);
    const [a, locatorA, groupA, b, locatorB, c, groupB] = spans;
    assert.deepEqual(found, [a, locatorA, groupA, b, locatorB, groupB, c, groupB]);
  });
});

import assert from 'node:assert/strict';
import { Corpus } from '#corpus-index';
import { makeEpub, makeMail, makeOdt } from '../../support/make-documents';
import { passagesOf, readSourceBytes } from '../../support/read-formatted';
import { verdictsOf } from '../../support/verdicts-of';

const LONG =
  'The committee met in the harbour office at noon and went through the plans for the wall one by one, as it had done each spring.';

/** A page with an article of a first paragraph, which is always found, and this one. */
const page = (paragraph: string, style = '', around = (article: string) => article): Buffer =>
  Buffer.from(
    `<html lang="en"><head><title>Low Walls</title><style>${style}</style></head><body>${around(`<article><h1>Low Walls</h1><p>${LONG}</p>${paragraph}</article>`)}</body></html>`,
  );

const readPage = (...of: Parameters<typeof page>) => readSourceBytes('a.html', page(...of));

const WHOLE = '“The clerk had not seen the plans” [@KEY]';
const SEEN = '“The clerk had seen the plans” [@KEY]';

describe('words that a page does not show', () => {
  const hidden = {
    'by the style of an element': '<span style="display: none">not </span>',
    'as not visible': '<span style="color: red; visibility:hidden !important">not </span>',
    'by their size': '<span style="font-size:0px">not </span>',
    'as transparent': '<b><span style="opacity: 0.0">not </span></b>',
    'by an attribute in capitals': '<SPAN STYLE="DISPLAY:NONE">not </SPAN>',
    'by the attribute for it': '<span hidden>not </span>',
    'in a dialog that is not open': '<dialog>not </dialog>',
    'for readers of screens only': '<span class="x sr-only">not </span>',
  };
  for (const [how, words] of Object.entries(hidden))
    it(`are no words of it: hidden ${how}`, async () => {
      const source = await readPage(`<p>The clerk had ${words}seen the plans of the wall.</p>`);
      assert.deepEqual(verdictsOf(source, WHOLE, SEEN), ['altered', 'verbatim']);
    });

  it('are none in the cells of a table and in headings', async () => {
    const cell = '<td>The clerk <span style="display:none">never </span>came<script>x()</script></td>';
    const source = await readPage(
      `<h2>The <span style="display:none">secret </span>plans</h2><table><tr><th>Who</th><th>When</th></tr><tr>${cell}<td>1901</td></tr></table><p>${LONG}</p>`,
    );
    assert.match(source.text, /The plans\n\nWho\tWhen\nThe clerk came\t1901/);
  });

  it('are none in a book and a mail', async () => {
    const words = `<p>${LONG}</p><p>The clerk had <span style="display:none">not </span>seen the plans.</p>`;
    for (const source of [
      await readSourceBytes('a.epub', makeEpub([words])),
      await readSourceBytes('a.eml', makeMail(words)),
    ])
      assert.deepEqual(verdictsOf(source, WHOLE, SEEN), ['altered', 'verbatim']);
  });

  const shown = {
    'by a style within':
      '<span style="visibility:hidden">really <b style="visibility:visible">not</b></span> ',
    'as far as one can tell without style sheets': '<span class="print">not </span>',
    'by a class that shows': '<span class="not-sr-only">not </span>',
    'to those who see, and not read out': '<span aria-hidden="true">not </span>',
  };
  const showing = '@media print{.print{display:none}}';
  for (const [how, words] of Object.entries(shown))
    it(`are words of it where it shows them: ${how}`, async () => {
      const source = await readPage(`<p>The clerk had ${words}seen the plans of the wall.</p>`, showing);
      assert.deepEqual(verdictsOf(source, WHOLE), ['verbatim']);
    });

  it('are words of it where a script shows the whole page', async () => {
    const source = await readPage(
      `<p>The clerk had not seen the plans.</p>`,
      'body{visibility:hidden}',
      (article) => `<div style="opacity:0">${article}</div>`,
    );
    assert.deepEqual(passagesOf(source), [LONG, 'The clerk had not seen the plans.']);
  });
});

describe('words that a page strikes out', () => {
  const struck = {
    del: '<del>not </del>',
    s: '<s>not </s>',
    strike: '<strike>not </strike>',
    style: '<span style="text-decoration: red line-through">not </span>',
  };
  for (const [how, words] of Object.entries(struck))
    it(`are left out, which is said: ${how}`, async () => {
      const source = await readPage(`<p>The clerk <ins>had</ins> ${words}seen the plans of the wall.</p>`);
      assert.deepEqual(verdictsOf(source, WHOLE, SEEN), ['altered', 'verbatim']);
      const corpus = new Corpus();
      corpus.put(source);
      assert.deepEqual(
        corpus.problems.map(({ code, path }) => [code, path]),
        [['withdrawn-words', 'a.html']],
      );
    });
});

describe('words that an OpenDocument text does not show', () => {
  const style = (name: string, properties: string, parent = '') =>
    `<style:style style:name="${name}" style:family="text"${parent && ` style:parent-style-name="${parent}"`}><style:text-properties ${properties}/></style:style>`;
  const styles = {
    'styles.xml': `<office:document-styles>${style('Base', 'text:display="none"')}${style('Old', 'style:text-line-through-style="solid"')}</office:document-styles>`,
  };
  const readText = (body: string) => readSourceBytes('a.odt', makeOdt(body, styles));
  const sentence = (within: string) => `<text:p>The clerk had ${within}seen the plans of the wall.</text:p>`;

  const hidden = {
    'by a style': '<text:span text:style-name="Base">not </text:span>',
    'under a condition': '<text:hidden-text text:condition="x" text:is-hidden="true">not </text:hidden-text>',
  };
  for (const [how, words] of Object.entries(hidden))
    it(`are no words of it: hidden ${how}`, async () => {
      assert.deepEqual(verdictsOf(await readText(sentence(words)), WHOLE, SEEN), ['altered', 'verbatim']);
    });

  it('are none where a section or a paragraph is hidden', async () => {
    const source = await readText(
      `<text:section text:display="none">${sentence('not ')}</text:section>${sentence('')}<text:p>Nobody came.<text:hidden-paragraph text:is-hidden="true"/></text:p>`,
    );
    assert.deepEqual(passagesOf(source), ['The clerk had seen the plans of the wall.']);
    assert.equal(source.withdrawn, undefined);
  });

  it('are left out where they are struck out, which is said', async () => {
    const source = await readText(sentence('<text:span text:style-name="Old">not </text:span>'));
    assert.deepEqual(verdictsOf(source, WHOLE, SEEN), ['altered', 'verbatim']);
    assert.equal(source.withdrawn, true);
  });

  it('are read where a style of paragraphs that strikes out has the name of a style of words', async () => {
    const paragraph = style('Base', 'style:text-line-through-style="solid"').replace('"text"', '"paragraph"');
    const source = await readSourceBytes(
      'a.odt',
      makeOdt(sentence('<text:span text:style-name="Base">not </text:span>'), {
        'styles.xml': `<office:document-styles>${paragraph}${style('Base', 'fo:font-weight="bold"')}</office:document-styles>`,
      }),
    );
    assert.deepEqual(verdictsOf(source, WHOLE), ['verbatim']);
    assert.equal(source.withdrawn, undefined);
  });
});

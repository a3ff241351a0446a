import assert from 'node:assert/strict';
import type { PreviewCitation, PrintedText } from '../../src/protocol/references';
import { citationHtml, problemHtml, referencesHtml } from '../../src/extension/references/preview-html';

const WORDS = { beingChecked: 'Wird geprüft', references: 'Literatur & mehr' };
const HOSTILE = `<img src=x onerror="a('b')">&amp;`;
const ESCAPED = '&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt;&amp;amp;';

const citation = (more: Partial<PreviewCitation> = {}): PreviewCitation => ({
  line: 0,
  written: '[@wall]',
  text: [{ text: '(Rowe 2014)' }],
  mark: { state: 'accepted', title: 'verbatim' },
  judged: '[@wall]',
  ...more,
});

const printed = (...text: PrintedText) => citationHtml(citation({ text }), true, WORDS);

describe('a citation in the preview', () => {
  it('is a link to its passage, with a mark behind it', () => {
    assert.equal(
      citationHtml(citation({ href: '../a.txt#L1' }), true, WORDS),
      '<a class="sourcewright-citation" href="../a.txt#L1" data-href="../a.txt#L1">(Rowe 2014)</a>' +
        '<span class="sourcewright-mark sourcewright-accepted" role="img" aria-label="verbatim" title="verbatim">✓</span>',
    );
  });

  it('is no link where it leads nowhere, and has a sign of its own for each state', () => {
    for (const [state, sign] of Object.entries({ accepted: '✓', refused: '✗', unchecked: '?' })) {
      const html = citationHtml(citation({ mark: { state, title: 't' } as never }), true, WORDS);
      assert.match(html, /^<span class="sourcewright-citation">\(Rowe 2014\)<\/span>/);
      assert.ok(html.includes(`sourcewright-${state}"`) && html.endsWith(`>${sign}</span>`), html);
    }
  });

  it('is never shown as accepted while what the mark speaks of has changed', () => {
    const html = citationHtml(citation(), false, WORDS);
    assert.match(
      html,
      /sourcewright-unchecked" role="img" aria-label="Wird geprüft" title="Wird geprüft">\?</,
    );
    assert.doesNotMatch(html, /✓|accepted|verbatim/);
  });

  it('names its author in the sentence, and the note by its number', () => {
    const author = [{ text: 'Rowe' }];
    assert.match(citationHtml(citation({ author }), true, WORDS), />Rowe \(Rowe 2014\)</);
    assert.match(citationHtml(citation({ author, note: 2 }), true, WORDS), />Rowe<sup>2<\/sup></);
    assert.match(citationHtml(citation({ note: 2 }), true, WORDS), /"><sup>2<\/sup></);
  });

  it('sets what is set, one inside the other', () => {
    assert.match(printed({ text: 'a', italic: true, bold: true }), /<strong><em>a<\/em><\/strong>/);
    assert.match(
      printed({ text: 'b', smallCaps: true, raised: true }, { text: 'c', lowered: true, italic: false }),
      /<sup><span class="sourcewright-small-caps">b<\/span><\/sup><sub>c<\/sub>/,
    );
  });

  it('has no markup and no override of direction out of a source, a draft or a translation', () => {
    const hostile = citation({
      ...{ author: [{ text: HOSTILE }], text: [{ text: HOSTILE, smallCaps: true }], href: HOSTILE },
      mark: { state: 'refused', title: `${HOSTILE}\u202E` },
    });
    const html = [
      citationHtml(hostile, true, WORDS),
      citationHtml(hostile, false, { ...WORDS, beingChecked: HOSTILE }),
      referencesHtml([{ ...hostile, note: 1 }], [[{ text: HOSTILE, italic: true }]], WORDS),
      referencesHtml([], [[]], { ...WORDS, references: HOSTILE }),
      problemHtml(HOSTILE),
    ].join('');
    assert.ok(!html.includes('<img') && !html.includes('\u202E') && !/onerror="/.test(html));
    assert.equal(html.split(ESCAPED).length - 1, 6 + 6 + 4 + 1 + 1);
  });
});

describe('the references in the preview', () => {
  it('are a list under a heading, notes before it', () => {
    const notes = [citation({ note: 1, href: 'a.txt' }), citation(), citation({ note: 2 })];
    assert.equal(
      referencesHtml(notes, [[{ text: 'Rowe.' }], [{ text: 'Verne.' }]], WORDS),
      `<section class="sourcewright-references"><ol class="sourcewright-notes">` +
        '<li value="1"><a class="sourcewright-citation" href="a.txt" data-href="a.txt">(Rowe 2014)</a></li>' +
        '<li value="2"><span class="sourcewright-citation">(Rowe 2014)</span></li></ol>\n' +
        '<h2>Literatur &amp; mehr</h2>\n<p class="sourcewright-entry">Rowe.</p>\n<p class="sourcewright-entry">Verne.</p></section>\n',
    );
  });

  it('are not there where there are neither notes nor references', () => {
    assert.equal(referencesHtml([citation()], [], WORDS), '');
  });

  it('give way to a sentence that says why they could not be printed', () => {
    assert.equal(problemHtml('No style.'), '<p class="sourcewright-problem">No style.</p>\n');
  });
});

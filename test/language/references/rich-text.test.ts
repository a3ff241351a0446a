import * as assert from 'node:assert/strict';
import {
  draftMarkdown,
  markdownText,
  plainText,
  readRichText,
} from '../../../src/language/references/rich-text';

describe('Reading what citeproc prints', () => {
  it('keeps italics, bold, small capitals and raised letters as settings of words', () => {
    assert.deepEqual(
      readRichText('A <i>b <b>c</b></i> <span style="font-variant:small-caps;">d</span><sup>e</sup>'),
      [
        { text: 'A ' },
        { text: 'b ', italic: true },
        { text: 'c', italic: true, bold: true },
        { text: ' ' },
        { text: 'd', smallCaps: true },
        { text: 'e', raised: true },
      ],
    );
  });

  it('turns italics off inside italics', () => {
    assert.deepEqual(readRichText('<i>a <span style="font-style:normal;">b</span></i>'), [
      { text: 'a ', italic: true },
      { text: 'b', italic: false },
    ]);
  });

  it('reads what a title escaped as words, and drops every tag that is not one of its own', () => {
    assert.deepEqual(readRichText('&#60;script&#62;x&#60;/script&#62; &amp; <img src=x onerror=y>z'), [
      { text: '<script>x</script> & ' },
      { text: 'z' },
    ]);
  });

  it('sets a numbered entry in one line', () => {
    const entry =
      '<div class="csl-entry">\n<div class="csl-left-margin">[1]</div><div class="csl-right-inline">A.</div>\n</div>';
    assert.equal(plainText(readRichText(entry)), '[1] A.');
  });

  it('escapes in Markdown what would be markup, a link or a citation', () => {
    const text = [{ text: '[x](command:y) @key <b> ' }, { text: 'title*', italic: true }];
    assert.equal(markdownText(text), '\\[x\\]\\(command:y\\) \\@key \\<b\\> *title\\**');
  });

  it('puts words into a draft as they are, with nothing invisible, and addresses as links to themselves', () => {
    const text = [
      { text: '“[x](y) @key *z*.” https://example.org/a_b_c. ' },
      { text: 'Title', italic: true },
    ];
    assert.equal(draftMarkdown(text), '“[x\\](y) \\@key \\*z\\*.” <https://example.org/a_b_c>. *Title*');
  });
});

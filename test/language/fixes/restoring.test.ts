import assert from 'node:assert/strict';
import { corpusOf } from '../../support/corpus-of';
import { fixesIn, fixesOf } from './fixes-of';

const corpus = corpusOf({
  'wall.txt':
    'The wall was “not built to last,” she said. Everybody — all of them — knew that, reportedly, and said nothing of it to the council.\n\nThe clerk wrote: “It has come too late to be read.” He laid it aside, and the | bar stood still for three hours.\n\nEverybody knew that it would not stand another winter of storms.',
  'tide.md':
    '# The Tide Table\n\nThe *tide* rose on Sunday and did **not** fall until noon of the next day.\n\n## A heading between\n\nNobody came to see it, for it was cold. @home they stayed.\n',
  'sources.yaml':
    'references:\n  - id: wall\n    file: wall.txt\n  - id: tide\n    file: tide.md\n    author: [{family: Verne, given: Ada}]\n    issued: 2014\n',
});

/** The draft after the preferred fix of its first problem. */
function restored(draft: string): string {
  const [first = 'nothing offered'] = fixesOf(draft, corpus);
  return first.replace('* Restore the source’s words -> ', '');
}

describe('restoring the words of a source', () => {
  it('puts a dropped "not" back, and nothing else', () => {
    assert.equal(
      restored('@wall knows: "Everybody knew that it would stand another winter of storms."'),
      '@wall knows: "Everybody knew that it would not stand another winter of storms."',
    );
  });

  it('takes added words away and changes words back', () => {
    assert.equal(
      restored('“Everyone knew that it surely would not stand another winter” [@wall, para. 3].'),
      '“Everybody knew that it would not stand another winter” [@wall, para. 3].',
    );
  });

  it('changes a capital back', () => {
    assert.equal(
      restored('“everybody knew that it would not stand” [@wall, para. 3].'),
      '“Everybody knew that it would not stand” [@wall, para. 3].',
    );
  });

  it('keeps the lines and prefixes of a block quote, and its line ends', () => {
    assert.equal(
      restored('- > Everybody knew that it would\r\n  > stand another\r\n  > winter of rain. [@wall]\r\n'),
      '- > Everybody knew that it would\r\n  > not stand another\r\n  > winter of storms. [@wall]\r\n',
    );
  });

  it('keeps emphasis and marked omissions', () => {
    assert.equal(
      restored('“Everybody […] knew *this*, reportedly, and said nothing” [@wall, para. 1].'),
      '“Everybody […] knew *that*, reportedly, and said nothing” [@wall, para. 1].',
    );
  });

  it('spaces marks as the source does', () => {
    assert.equal(
      restored('“Nobody came to see it for it was cold” [@tide].'),
      '“Nobody came to see it, for it was cold” [@tide].',
    );
    assert.equal(
      restored('“Nobody came, to see it, for it was cold” [@tide].'),
      '“Nobody came to see it, for it was cold” [@tide].',
    );
  });

  it('gives the source’s marks the inner shape, in pairs, inside the draft’s', () => {
    assert.equal(
      restored('He wrote "It has come late to be read. He laid it aside" [@wall].'),
      'He wrote "\'It has come too late to be read.\' He laid it aside" [@wall].',
    );
    assert.equal(
      restored('„The clerk wrote: It has come late to be read.“ [@wall]'),
      '„The clerk wrote: ‚It has come too late to be read.‘“ [@wall]',
    );
    assert.equal(
      restored('> The clerk wrote: It has come late to be read. [@wall]'),
      '> The clerk wrote: “It has come too late to be read.” [@wall]',
    );
  });

  it('looks past the end of the place for a word that a dropped "not" cut off', () => {
    assert.equal(
      restored('It “was built to last” [@wall, para. 1].'),
      'It “was ‘not built to last,’” [@wall, para. 1].',
    );
  });

  it('escapes bars in a table, and what Markdown would take for markup', () => {
    const table = (words: string) => `| a | b |\n|---|---|\n| “${words}” [@wall, para. 2] | x |\n`;
    assert.equal(
      restored(table('He laid it aside, and the bar stood still for three hours')),
      table('He laid it aside, and the \\| bar stood still for three hours'),
    );
    assert.equal(
      restored('“for it was cold. They all stayed.” [@tide]'),
      '“for it was cold. \\@home they stayed.” [@tide]',
    );
  });

  it('quotes over a heading without quoting the heading', () => {
    assert.equal(
      restored('> … until noon of the day.\n>\n> Nobody came to see it, for it was cold. [@tide]'),
      '> … until noon of the next day.\n>\n> Nobody came to see it, for it was cold. [@tide]',
    );
  });

  it('leaves a stop or comma that closes the writer’s sentence', () => {
    assert.equal(
      restored('“Everybody knew that it would stand,” says @wall.'),
      '“Everybody knew that it would not stand,” says @wall.',
    );
  });

  it('keeps a citation and a note inside the quotation', () => {
    assert.equal(
      restored('> Everybody knew [@wall] that it would stand another winter of storms.'),
      '> Everybody knew [@wall] that it would not stand another winter of storms.',
    );
    const draft = '“Everybody knew that[^n] it would stand another winter” [@wall].\n\n[^n]: Did they?\n';
    assert.equal(restored(draft), draft.replace('would stand', 'would not stand'));
    assert.doesNotMatch(restored(draft.replace('that[^n]', 'who[^n] cares')), /“[^”]*” \[@wall\]\.$/m);
  });

  it('names the paragraph as well where the citation names another one', () => {
    assert.deepEqual(
      fixesOf('“Everybody knew that it would stand another winter of storms” [@wall, para. 1].', corpus),
      [
        'Restore the source’s words and name para. 3 -> “Everybody knew that it would not stand another winter of storms” [@wall, para. 3].',
      ],
    );
  });

  it('offers the words of another source with its citation, never as the preferred fix', () => {
    assert.deepEqual(fixesOf('“Nobody ever came to see it, for it was cold” [@wall].', corpus), [
      'Restore the words of Verne 2014, para. 2, and cite it (@tide) -> “Nobody came to see it, for it was cold” [@tide, para. 2].',
    ]);
  });

  it('offers nothing for words that are nobody’s', () => {
    assert.deepEqual(fixesOf('“The harbour was full of small boats and lamps” [@wall].', corpus), []);
  });
});

describe('restoring all altered quotations', () => {
  it('is one change of all of them', () => {
    const draft =
      '“Everybody knew that it would stand another winter” [@wall].\n\n“Nobody came to see it, for it was warm” [@tide].\n';
    const fixes = fixesIn(draft, corpus);
    assert.equal(
      fixes.titleOfAll(fixes.problems[0]!),
      'Restore the source’s words in all altered quotations',
    );
    assert.deepEqual(
      fixes.all('altered-quotation').map(({ text }) => text),
      ['not ', 'cold'],
    );
  });
});

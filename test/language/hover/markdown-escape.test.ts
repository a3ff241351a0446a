import assert from 'node:assert/strict';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { escapeMarkdown } from '../../../src/language/markdown-escape';

const shown = (text: string): string => micromark(escapeMarkdown(text), { allowDangerousHtml: true });

describe('text of a source in a card', () => {
  for (const attack of [
    '[click](command:workbench.action.terminal.new)',
    '![x](https://example.org/track.png)',
    '<img src=x onerror=alert(1)>',
    '<a href="command:x">y</a>',
    '[x]: command:y "z"',
    '`code`',
    '**bold** _it_ ~~no~~',
    '# heading',
    '> quote',
    '- item',
    '+ item',
    '1. item',
    '---',
    '===',
    '| a | b |',
    '&lt;b&gt; &#x3c;script&#x3e;',
    '<https://example.org>',
    '$(trash) ${env}',
    '    indented',
    '\\[x\\](y)',
  ]) {
    it(`is only text: ${attack}`, () => {
      assert.match(shown(attack), /^<p>[^<]*<\/p>$/);
    });
  }

  it('cannot turn the direction of writing', () => {
    assert.equal(escapeMarkdown('a\u202eb\u202c'), 'ab');
  });

  it('never makes an element, whatever it is', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '!',
      '`',
      '*',
      '_',
      '#',
      '-',
      '1.',
      '|',
      '&',
      'x',
      ' ',
      '\n',
      '\\',
      'command:a',
      'https://x.org',
      '"',
      '~',
      ':',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        assert.match(shown(`w${pieces.join('')}`), /^<p>[^<]*<\/p>$/);
      }),
      { numRuns: 3000 },
    );
  });
});

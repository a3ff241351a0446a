import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parse, postprocess, preprocess } from 'micromark';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { newStretchMemo, readStretches } from '../../../corpus-index/markdown/read-stretches';
import { definedLabels } from '../../../corpus-index/markdown/link-labels';
import { isTextBlock } from '../../../corpus-index/markdown/block';

describe('reading Markdown stretch by stretch', () => {
  it('finds the same words at the same places as micromark does on the whole text, its link targets given', () => {
    fc.assert(
      fc.property(markdownText, (text) => {
        assert.deepEqual(wordsOf(text), micromarkWords(text), JSON.stringify(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('gives every unit of a block the offset where it stands', () => {
    fc.assert(
      fc.property(markdownText, (text) => {
        for (const { start: base, blocks } of readStretches(text)) {
          for (const block of blocks.filter(isTextBlock)) {
            const { inline } = block;
            assert.equal(inline.text.length, inline.scan.length);
            let at = 0;
            let offset = 0;
            for (const piece of inline.pieces) {
              assert.equal(piece.at, at);
              assert.ok(piece.start >= offset && piece.end >= piece.start);
              at += piece.length;
              offset = piece.end;
              if (piece.kind !== 'text') continue;
              const words = inline.text.slice(piece.at, piece.at + piece.length);
              assert.equal(words, text.slice(base + piece.start, base + piece.end));
            }
            assert.equal(at, inline.text.length);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('reads an edited text with the memo of its last version as it reads it afresh', () => {
    fc.assert(
      fc.property(markdownText, markdownText, markdownText, (before, old, now) => {
        const memo = newStretchMemo();
        readStretches(`${before}\n\n${old}`, memo);
        assert.deepEqual(readStretches(`${before}\n\n${now}`, memo), readStretches(`${before}\n\n${now}`));
      }),
      { numRuns: 500 },
    );
  });
});

/** List marks stand only with words: micromark takes an empty item behind indented code for words, and one counted from 2. */
const PARTS = [
  ...[
    'a',
    'word ',
    'b',
    '1',
    ' ',
    '  ',
    '.',
    '@a ',
    '"',
    "'",
    '\u{1F600}',
    'é',
    '\t',
    'a-',
    'b+',
    '=',
    'a:',
    '#',
    '>',
    '<',
    '|',
    '!',
    '&',
  ],
  ...[
    '[',
    ']',
    '[r]',
    '](u)',
    '[^1]',
    '*c',
    '**',
    'd*',
    '_',
    '`',
    '``',
    '\\',
    '&amp;',
    '<b>',
    '<http://a.b>',
    '  \n',
    '\\\n',
  ],
  ...['\n', '\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\n\n\n', '\n \n'],
  ...[
    '\n> ',
    '\n>',
    '\n- x',
    '\n1. x',
    '\n1) x',
    '\n# ',
    '\n    ',
    '\n\t',
    '\n---\n',
    '\n===\n',
    '\n```\n',
    '\n~~~\n',
    '\n<div>\n',
    '\n  ',
  ],
  ...[
    '<!--',
    '-->',
    '\n\n[r]: x\n\n',
    '\n[^1]: ',
    '\n|a|b|\n|-|-|\n',
    '<script>',
    '</script>',
    '\n* y',
    '\n- a\n- b\n',
  ],
];
const markdownText = fc.array(fc.constantFrom(...PARTS), { maxLength: 40 }).map((parts) => parts.join(''));

/** The words of a text as `start-end words`, neighbours joined. */
function wordsOf(text: string): string[] {
  const spans: [number, number][] = [];
  for (const { start: base, blocks } of readStretches(text)) {
    for (const block of blocks.filter(isTextBlock)) {
      for (const piece of block.inline.pieces)
        if (piece.kind === 'text') spans.push([base + piece.start, base + piece.end]);
    }
  }
  return joined(text, spans);
}

/** The same by micromark alone. */
function micromarkWords(text: string): string[] {
  const spans: [number, number][] = [];
  const context = parse({ extensions: [gfmTable(), gfmFootnote()] });
  const labels = definedLabels(text);
  Object.assign(context, { gfmFootnotes: { includes: () => true, push: () => 0 } });
  Object.assign(context, { defined: { includes: (label: string) => labels.has(label), push: () => 0 } });
  const open: string[] = [];
  for (const [kind, { type, start, end }] of postprocess(
    context.document().write(preprocess()(text, undefined, true)),
  )) {
    if (kind === 'exit') open.pop();
    else {
      if (type === 'data' && isRunningText(open)) spans.push([start.offset, end.offset]);
      open.push(type);
    }
  }
  return joined(text, spans);
}

const isRunningText = (open: readonly string[]): boolean =>
  open.some((type) => ['paragraph', 'atxHeadingText', 'setextHeadingText', 'tableContent'].includes(type)) &&
  !open.some((type) => ['resource', 'reference', 'gfmFootnoteCall'].includes(type));

function joined(text: string, spans: readonly [number, number][]): string[] {
  const all: [number, number][] = [];
  for (const [start, end] of spans) {
    const last = all.at(-1);
    if (last?.[1] === start) last[1] = end;
    else if (end > start) all.push([start, end]);
  }
  return all.map(([start, end]) => `${start}-${end} ${text.slice(start, end)}`);
}

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { newDraftMemo, parseDraft, type DraftMemo } from '../../src/language/parse-draft';
import { repositoryRoot } from '../support/root';

const folder = path.join(repositoryRoot, 'test', 'fixtures', 'drafts');
const drafts = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(path.join(folder, name), 'utf8'));

/** What people type, and what changes how the rest is read. */
const TYPED = [
  ...['x', ' ', '', '\n', '\n\n', '"', '“', '”', '‘', '>', '> ', '- ', ':', '.', '[', ']', '@', '`', '|'],
  ...[
    '```\n',
    '<!--',
    '-->',
    '<div>',
    '\n---\n',
    '[^1]',
    '\n[^1]: See [@key, p. 3].\n',
    '(@first) An example.\n',
  ],
  ...[
    '“A quotation of six words”',
    ' [@key, para. 2]',
    '\n\n> Quoted words\n\n— @key\n\n',
    '[key]: http://a.example\n',
  ],
  ...['“One paragraph\n\n“and another one” [@key]', '> [!NOTE]\n'],
  ...['— @key\n\n', 'as @key says:\n\n', 'A paragraph between.\n\n'],
];

/** One edit: where, in parts of the draft's length, and whether at the start of the line there; how many characters go, and what comes for them, or which stretch of it. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  atLine: fc.boolean(),
  cut: fc.oneof({ weight: 5, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(200) }),
  typed: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...TYPED) },
    { weight: 1, arbitrary: fc.tuple(fc.nat(2000), fc.nat(300)) },
  ),
});

type Edit = typeof edit extends fc.Arbitrary<infer One> ? One : never;

function edited(text: string, { at, atLine, cut, typed }: Edit): string {
  const place = Math.floor(at * text.length);
  const start = atLine ? text.lastIndexOf('\n', place) + 1 : place;
  const put = typeof typed === 'string' ? typed : text.slice(typed[0], typed[0] + typed[1]);
  return text.slice(0, start) + put + text.slice(start + cut);
}

describe('a draft that is edited', () => {
  it('is read after each edit as if it had been opened so', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(
        fc.constantFrom(...drafts),
        fc.array(edit, { minLength: 1, maxLength: 2 }),
        (opened, edits) => {
          const memo = newDraftMemo();
          parseDraft(opened, memo);
          // Each edit is undone once, as what made something less makes it more again.
          let before = opened;
          for (const one of edits) {
            const after = edited(before, one);
            for (const text of [after, before, after]) assertReadAsFresh(text, memo);
            before = after;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is read so when a neighbour of a paragraph comes, goes or becomes another one', function () {
    this.timeout(60_000);
    for (const opened of drafts) {
      const memo = newDraftMemo();
      const blocks = opened.split(/((?:\r?\n){2,})/);
      for (let at = 0; at < blocks.length; at += 2)
        for (const other of [
          '',
          'A paragraph between.',
          '— @key',
          '> Another quotation.',
          'As @key writes:',
        ]) {
          parseDraft(opened, memo);
          assertReadAsFresh(blocks.with(at, other).join(''), memo);
        }
      assertReadAsFresh(opened, memo);
    }
  });
});

function assertReadAsFresh(text: string, memo: DraftMemo): void {
  const read = parseDraft(text, memo);
  assert.deepEqual(read, parseDraft(text));
  // Who asks which citation claims a quotation compares objects.
  for (const { citations } of read.quotations)
    assert.ok(citations.every((citation) => read.citations.includes(citation)));
}

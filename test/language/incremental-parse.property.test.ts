import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { newDraftMemo, parseDraft } from '../../src/language/parse-draft';
import { repositoryRoot } from '../support/root';

const folder = path.join(repositoryRoot, 'test', 'fixtures', 'drafts');
const drafts = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(path.join(folder, name), 'utf8'));

/** What people type, and what changes how the rest is read. */
const TYPED = [
  ...['x', ' ', '', '\n', '\n\n', '"', '“', '”', '‘', '>', '> ', '- ', ':', '.', '[', ']', '@', '`', '|'],
  ...['```\n', '<!--', '-->', '<div>', '\n---\n', '[^1]', '\n[^1]: See [@key, p. 3].\n', '(@first) An example.\n'],
  ...['“A quotation of six words”', ' [@key, para. 2]', '\n\n> Quoted words\n\n— @key\n\n', '[key]: http://a.example\n'],
  ...['“One paragraph\n\n“and another one” [@key]', '> [!NOTE]\n'],
];

/** One edit: where, in parts of the draft's length, how many characters go, and what comes for them, or which stretch of it. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof({ weight: 5, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(200) }),
  typed: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...TYPED) },
    { weight: 1, arbitrary: fc.tuple(fc.nat(2000), fc.nat(300)) },
  ),
});

type Edit = typeof edit extends fc.Arbitrary<infer One> ? One : never;

function edited(text: string, { at, cut, typed }: Edit): string {
  const start = Math.floor(at * text.length);
  const put = typeof typed === 'string' ? typed : text.slice(typed[0], typed[0] + typed[1]);
  return text.slice(0, start) + put + text.slice(start + cut);
}

describe('a draft that is edited', () => {
  it('is read after each edit as if it had been opened so', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(
        fc.constantFrom(...drafts),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (opened, edits) => {
          const memo = newDraftMemo();
          parseDraft(opened, memo);
          let text = opened;
          for (const one of edits) {
            text = edited(text, one);
            const { quotations, ...rest } = parseDraft(text, memo);
            const fresh = parseDraft(text);
            assert.deepEqual({ quotations, ...rest }, fresh);
            // Who asks which citation claims a quotation compares objects.
            for (const { citations } of quotations)
              assert.ok(citations.every((citation) => rest.citations.includes(citation)));
          }
        },
      ),
      { numRuns: 2500 },
    );
  });
});

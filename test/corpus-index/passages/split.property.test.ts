import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitMarkdown, splitText } from '#corpus-index';

/** Lines of every sort that the splitter treats in a way of its own. */
const LINES = [
  'The wall was low.',
  'The clerk read the letter of the third of March to all who were there, and then',
  'nobody spoke for a while in the long room',
  'By Ada Verne',
  '3 May 2019',
  'From: Ada Verne',
  'Subject: The wall',
  '3 Comments',
  '2 Responses to “A Wall”',
  'Pingback: Walls',
  'Leave a Reply',
  'Share',
  'Home',
  'BREAKING',
  '- 2 -',
  '4',
  '- Sand',
  '(b) the gate; and',
  '1. Causes',
  '— No',
  'Q: Why?',
  '-ENDS-',
  'Contact: a@example.org',
  '=======',
  'The Night the Wall Gave Way',
  'Photo: A wall.',
  `${'It is a paragraph that nobody wrapped. '.repeat(6)}End.`,
];
const text = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...LINES) },
        fc.string({ unit: 'binary', maxLength: 12 }),
      ),
      fc.constantFrom('', '  ', '\t'),
      fc.constantFrom('\n', '\n', '\n\n', '\r\n', '\r\n\r\n', '\f', '\u2028'),
    ),
    { maxLength: 30 },
  )
  .map((lines) => lines.map(([words, indent, end]) => indent + words + end).join(''));

const stretchesOf = ({ passages, dropped }: ReturnType<typeof splitText>) =>
  [...passages, ...dropped].sort((a, b) => a.start - b.start);

describe('splitting any text', () => {
  it('puts each line that is not blank into one passage or one dropped stretch', () => {
    fc.assert(
      fc.property(text, (text) => {
        const stretches = stretchesOf(splitText(text));
        let behind = 0;
        for (const { start, end } of stretches) {
          assert.ok(start >= behind && end > start);
          assert.equal(text.slice(behind, start).trim(), '');
          assert.equal(text.slice(start, end), text.slice(start, end).trim());
          behind = end;
        }
        assert.equal(text.slice(behind).trim(), '');
      }),
      { numRuns: 2000 },
    );
  });

  it('numbers passages from 1 in the order of the text', () => {
    fc.assert(
      fc.property(text, (text) => {
        const { passages } = splitText(text);
        assert.deepEqual(
          passages.map(({ n }) => n),
          passages.map((_, at) => at + 1),
        );
        assert.ok(passages.every(({ start }, at) => at === 0 || start >= (passages[at - 1]?.end ?? 0)));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives stretches of a Markdown source that do not overlap', () => {
    fc.assert(
      fc.property(text, (text) => {
        const stretches = stretchesOf(splitMarkdown(text));
        assert.ok(stretches.every(({ start }, at) => at === 0 || start >= (stretches[at - 1]?.end ?? 0)));
      }),
      { numRuns: 500 },
    );
  });
});

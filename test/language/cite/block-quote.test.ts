import assert from 'node:assert/strict';
import { blockQuoteEdit } from '../../../src/language/cite/block-quote';
import { draftLines } from '../../../src/language/cite/draft-lines';
import { applyEdits } from '../../../src/language/cite/edit';
import { surroundingsAt } from '../../../src/language/cite/surroundings';

/** Inserts at the cursor mark `|` of a draft. */
function insert(marked: string, paragraphs: string[] = ['Words. [@k]']): string {
  const at = marked.indexOf('|');
  const draft = marked.replace('|', '');
  return applyEdits(draft, [blockQuoteEdit(draftLines(draft), at, paragraphs, surroundingsAt(draft, at))]);
}

describe('a block quote enters a draft', () => {
  for (const [name, before, after] of [
    ['into an empty draft', '|', '> Words. [@k]\n'],
    ['on a blank line between paragraphs', 'One.\n\n|\n\nTwo.\n', 'One.\n\n> Words. [@k]\n\nTwo.\n'],
    ['on the only blank line between paragraphs', 'One.\n|\nTwo.\n', 'One.\n\n> Words. [@k]\n\nTwo.\n'],
    [
      'behind the paragraph, not into its sentence',
      'One |two\nthree.\n\nFour.\n',
      'One two\nthree.\n\n> Words. [@k]\n\nFour.\n',
    ],
    ['at the end of a draft without a last line end', 'One.|', 'One.\n\n> Words. [@k]\n'],
    ['on the last, empty line', 'One.\n\n|', 'One.\n\n> Words. [@k]\n'],
    ['directly below a paragraph', 'One.\n|', 'One.\n\n> Words. [@k]\n'],
    ['inside a list item', '- One|\n- Two\n', '- One\n\n  > Words. [@k]\n\n- Two\n'],
    ['inside a numbered item', '10. One|\n', '10. One\n\n    > Words. [@k]\n'],
    ['inside a nested item', '- One\n  - Two|\n', '- One\n  - Two\n\n    > Words. [@k]\n'],
    [
      'behind a block quote, whose words it does not change',
      '> One|\n> two\n\nThree\n',
      '> One\n> two\n\n> Words. [@k]\n\nThree\n',
    ],
    ['in a block quote that was begun', 'One\n\n> |\n', 'One\n\n> Words. [@k]\n'],
    ['inside a callout', '> [!NOTE]\n> One|\n', '> [!NOTE]\n> One\n>\n> > Words. [@k]\n'],
    ['inside a footnote', 'One.[^1]\n\n[^1]: Note|\n', 'One.[^1]\n\n[^1]: Note\n\n    > Words. [@k]\n'],
    ['below a heading', '# One|\nTwo.\n', '# One\n\n> Words. [@k]\n\nTwo.\n'],
    [
      'with the draft’s own line ends',
      'One.\r\n\r\n|\r\n\r\nTwo.\r\n',
      'One.\r\n\r\n> Words. [@k]\r\n\r\nTwo.\r\n',
    ],
  ] as const) {
    it(name, () => {
      assert.equal(insert(before), after);
    });
  }

  it('keeps paragraphs of the source apart', () => {
    assert.equal(insert('|', ['One.', 'Two. [@k]']), '> One.\n>\n> Two. [@k]\n');
  });
});

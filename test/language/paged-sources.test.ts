import assert from 'node:assert/strict';
import { judgeDraft } from '../../src/language/judge-draft';
import { parseDraft } from '../../src/language/parse-draft';
import { verdictLenses } from '../../src/language/code-lens';
import { reviewItems } from '../../src/language/review/review-items';
import { quotationSide } from '../../src/language/review/review-entry';
import { pagedCorpus } from '../support/paged-corpus';
import { problemsOf } from '../support/problems-of';
import { fixesOf } from './fixes/fixes-of';

const corpus = pagedCorpus([
  ['xi', ['On this page the keeper wrote that eleven ships had passed the light.', 'The harbour slept.']],
  [
    '12',
    ['Here the keeper wrote that twelve ships had passed the light in the storm.', 'The lamps went out.'],
  ],
  [
    '13',
    ['The lamps were lit again by nine.', 'Nobody came that night, and nobody asked why they had not come.'],
  ],
  ['A-3', ['A list of every lamp that was lit that winter, and by whom.']],
  ['Cover', ['The cover shows the light as it stood before the great storm.']],
]);
const fixes = (draft: string) => fixesOf(draft, corpus);
const messages = (draft: string) => problemsOf(draft, corpus).map(({ message }) => message);

describe('A place in a source with pages', () => {
  it('is told by its page as it is printed and its paragraph wherever it is told', () => {
    const elsewhere = '“twelve ships had passed the light” [@paged, p. xi].\n';
    assert.match(messages(elsewhere)[0] ?? '', /but in p\. 12, para\. 3 of Rowe 2011 \(@paged\)/);
    assert.match(
      messages('“twelve boats had passed the light in the storm” [@paged, p. 12].\n')[0] ?? '',
      /not what p\. 12, para\. 3 of Rowe 2011 says/,
    );
    const block =
      '> Here the keeper wrote that twelve ships had passed the light in the storm. [@paged, p. 12]\n';
    const judged = judgeDraft(corpus, parseDraft(block));
    assert.deepEqual(
      verdictLenses(judged, 'all').map(({ title }) => title),
      ['verbatim · Rowe 2011, p. 12, para. 3'],
    );
    const wrong = judgeDraft(corpus, parseDraft(elsewhere));
    const [item] = reviewItems(wrong);
    assert.equal(quotationSide(item!.quotations[0]!, corpus).instead?.place, '@paged, p. 12, para. 3');
  });

  it('is written as the page where the citation names a page', () => {
    assert.deepEqual(fixes('“twelve ships had passed the light” [see @paged, p. xi, my italics].\n'), [
      '* Correct the locator to p. 12 -> “twelve ships had passed the light” [see @paged, p. 12, my italics].\n',
    ]);
    assert.deepEqual(fixes('“eleven ships had passed the light” [@paged, p. 12].\n'), [
      '* Correct the locator to p. xi -> “eleven ships had passed the light” [@paged, p. xi].\n',
    ]);
    assert.deepEqual(fixes('“twelve ships had passed the light” [@paged, p. 99].\n'), [
      '* Correct the locator to p. 12 -> “twelve ships had passed the light” [@paged, p. 12].\n',
    ]);
    assert.deepEqual(fixes('“every lamp that was lit that winter” [@paged, p. 12].\n'), [
      '* Correct the locator to p. A-3 -> “every lamp that was lit that winter” [@paged, p. A-3].\n',
    ]);
  });

  it('is written as the paragraph where the citation names one, or the page has a label that no locator can have', () => {
    assert.deepEqual(fixes('“twelve ships had passed the light” [@paged, para. 1].\n'), [
      '* Correct the locator to para. 3 -> “twelve ships had passed the light” [@paged, para. 3].\n',
    ]);
    assert.deepEqual(fixes('“the light as it stood before the great storm” [@paged, p. 12].\n'), [
      '* Correct the locator to para. 8 -> “the light as it stood before the great storm” [@paged, para. 8].\n',
    ]);
  });

  it('puts the page beside the one that another quotation of the citation needs', () => {
    assert.deepEqual(
      fixes('“The lamps went out” and “The lamps were lit again by nine” [@paged, p. 12].\n'),
      [
        '* Add the page to the locator: pp. 12, 13 -> “The lamps went out” and “The lamps were lit again by nine” [@paged, pp. 12, 13].\n',
      ],
    );
  });

  it('is cited by page from another source if the draft cites it so', () => {
    const draft = 'So it was [@paged, p. 13]. “twelve ships had passed the light” [@nobody].\n';
    assert.deepEqual(fixes(draft), [
      `* Cite Rowe 2011, p. 12 (@paged) -> ${draft.replace('@nobody', '@paged, p. 12')}`,
    ]);
    assert.deepEqual(fixes(draft.replace(', p. 13', '')), [
      `* Cite Rowe 2011, para. 3 (@paged) -> ${draft.replace(', p. 13', '').replace('@nobody', '@paged, para. 3')}`,
    ]);
  });
});

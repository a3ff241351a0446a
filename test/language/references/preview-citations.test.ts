import assert from 'node:assert/strict';
import { judgeDraft } from '../../../src/language/judge-draft';
import { parseDraft } from '../../../src/language/parse-draft';
import { previewCitations } from '../../../src/language/references/preview-citations';
import { corpusOf } from '../../support/corpus-of';

const FILES = { 'wall.txt': 'The wall fell in the night.\n\nThe council met twice in June.\n' };

/** What is marked in the preview of a draft, and how. */
const marksOf = (draft: string): string[] =>
  previewCitations(judgeDraft(corpusOf(FILES), parseDraft(draft)), undefined).map(
    ({ written, mark }) => `${written} ${mark.state}: ${mark.title}`,
  );

describe('marks of citations in the preview', () => {
  it('are not set where nothing but figures and the like of the draft is referred to', () => {
    assert.deepEqual(marksOf('See @fig-x, [@tbl-y; @sec-z] and @eq-a.'), []);
  });

  it('tell of the source where a figure is named in the same brackets', () => {
    assert.deepEqual(marksOf('It fell [@fig-x; @wall, para. 1].'), [
      '[@fig-x; @wall, para. 1] unchecked: No quotation stands here, so nothing was compared',
    ]);
    assert.match(
      marksOf('“The wall fell in the night” [@fig-x; @wall, para. 1].').join(),
      /^\[@fig-x; @wall, para\. 1\] accepted: /,
    );
  });

  it('refuse a key that leads nowhere, also beside a figure', () => {
    assert.deepEqual(marksOf('It fell [@fig-x; @gate].'), [
      '[@fig-x; @gate] refused: @gate leads to no place in the sources',
    ]);
  });
});

import assert from 'node:assert/strict';
import { type Corpus, readSources, splitText } from '#corpus-index';
import { judgeDraft } from '../../src/language/judge-draft';
import { JudgementMemo } from '../../src/language/judgement-memo';
import { parseDraft } from '../../src/language/parse-draft';
import { corpusOf } from '../support/corpus-of';

const WALL =
  'The wall was not built to last, and Berg said so.\n\nThe council met twice in May, as it had to.';
const FILES = {
  'sources.yaml': 'references:\n  - id: wall\n    type: article\n    file: wall.txt\n',
  'wall.txt': WALL,
};
const TRUE = '“The wall was not built to last” [@wall, para. 1].';
const FALSE = '“The council met thrice in May” [@wall, para. 2].';

const put = (corpus: Corpus, path: string, text: string) => {
  corpus.put({ path, format: 'text', text, reading: { text }, ...splitText(text) });
};

/** Judges version after version with one memo: of each the verdicts, and what differs in the draft's own words. */
function versions(
  corpus: Corpus,
): (text: string) => { verdicts: string[]; differs: string[]; objects: unknown[] } {
  const memo = new JudgementMemo();
  return (text) => {
    const draft = parseDraft(text);
    const { quotations } = judgeDraft(corpus, draft, undefined, memo);
    const alone = judgeDraft(corpus, draft).quotations;
    assert.deepEqual(quotations, alone, 'the memo changes nothing in what is found');
    return {
      verdicts: quotations.map(({ judgement }) => judgement.verdict),
      differs: quotations.flatMap(({ judgement }) =>
        judgement.differences.map(({ quotation: [start, end] }) => text.slice(start, end)),
      ),
      objects: quotations.map(({ judgement }) => judgement),
    };
  };
}

describe('judging a draft again', () => {
  it('judges no quotation again that is as it was', () => {
    const judge = versions(corpusOf(FILES));
    const before = judge(`${TRUE}\n\n${FALSE}\n`);
    const after = judge(`${TRUE}\n\n${FALSE}\n\nMore words.\n`);
    before.objects.forEach((judgement, at) => {
      assert.equal(judgement, after.objects[at]);
    });
  });

  it('tells where a difference stands now when words were typed in front of it', () => {
    const judge = versions(corpusOf(FILES));
    assert.deepEqual(judge(FALSE).differs, ['thrice']);
    assert.deepEqual(judge(`Some words. ${FALSE}`).differs, ['thrice']);
    assert.deepEqual(judge(`Some words.\n\n> The council met thrice in May [@wall, para. 2].`).differs, [
      'thrice',
    ]);
  });

  it('tells both of two quotations with the same words where they stand', () => {
    assert.deepEqual(versions(corpusOf(FILES))(`${FALSE}\n\n${FALSE}`).differs, ['thrice', 'thrice']);
  });

  it('judges again what is in other words, however few letters changed', () => {
    const judge = versions(corpusOf(FILES));
    assert.deepEqual(judge(TRUE).verdicts, ['verbatim']);
    assert.deepEqual(judge(TRUE.replace('not ', '')).verdicts, ['altered']);
    assert.deepEqual(judge(TRUE).verdicts, ['verbatim']);
  });

  it('judges again when another paragraph or source is cited', () => {
    const judge = versions(corpusOf(FILES));
    assert.deepEqual(judge(TRUE).verdicts, ['verbatim']);
    assert.deepEqual(judge(TRUE.replace('para. 1', 'para. 2')).verdicts, ['elsewhere']);
    assert.deepEqual(judge(TRUE.replace('@wall', '@hall')).verdicts, ['unresolved']);
  });

  it('judges again when a source changed, appeared or went', () => {
    const corpus = corpusOf(FILES);
    const judge = versions(corpus);
    assert.deepEqual(judge(TRUE).verdicts, ['verbatim']);
    put(corpus, 'wall.txt', WALL.replace('not ', ''));
    assert.deepEqual(judge(TRUE).verdicts, ['altered']);
    put(corpus, 'other.txt', WALL);
    assert.deepEqual(judge(TRUE).verdicts, ['elsewhere']);
    corpus.remove('other.txt');
    assert.deepEqual(judge(TRUE).verdicts, ['altered']);
    corpus.remove('wall.txt');
    assert.deepEqual(judge(TRUE).verdicts, ['unchecked']);
  });

  it('judges again when a record gives a source another key', () => {
    const corpus = corpusOf(FILES);
    const judge = versions(corpus);
    assert.deepEqual(judge(TRUE).verdicts, ['verbatim']);
    corpus.setRecords(readSources(FILES['sources.yaml'].replace('id: wall', 'id: barrier')).records);
    assert.deepEqual(judge(TRUE).verdicts, ['unresolved']);
    assert.deepEqual(judge(TRUE.replace('@wall', '@barrier')).verdicts, ['verbatim']);
  });

  it('judges again beside another corpus', () => {
    const memo = new JudgementMemo();
    const verdict = (corpus: Corpus) =>
      judgeDraft(corpus, parseDraft(TRUE), undefined, memo).quotations[0]?.judgement.verdict;
    assert.equal(verdict(corpusOf(FILES)), 'verbatim');
    assert.equal(verdict(corpusOf({ ...FILES, 'wall.txt': 'Nothing of the kind stands here.' })), 'missing');
  });
});

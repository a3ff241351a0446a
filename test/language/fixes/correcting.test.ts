import assert from 'node:assert/strict';
import { DraftFixes } from '../../../src/language/fixes/draft-fixes';
import { corpusOf } from '../../support/corpus-of';
import { judgedWith, lockedDraft } from '../../support/locked-draft';
import { fixesIn, fixesOf } from './fixes-of';

const corpus = corpusOf({
  'wall.txt':
    'The wall was not built to last. Everybody knew that.\n\nHe went home early that day and slept.\n\nHe went home early that day and ate.\n\nOnce more: everybody knew that the wall would fall in time.',
  'tide.txt': 'The tide rose on Sunday and did not fall.\n\nNobody came to see it, for it was cold.',
  'copy.txt': 'Nobody came to see it, for it was cold.',
  'sources.yaml':
    'references:\n  - id: wall\n    file: wall.txt\n    author: [{family: Verne, given: Ada}]\n    issued: 2014\n  - id: tide\n    file: tide.txt\n  - id: copy\n    file: copy.txt\n',
});
const fixes = (draft: string) => fixesOf(draft, corpus);

describe('fixing a key', () => {
  it('takes the near key where the quoted words stand in that source', () => {
    assert.deepEqual(fixes('“The wall was not built to last” [see @wal, para. 1, emphasis mine].'), [
      '* Correct the key to @wall -> “The wall was not built to last” [see @wall, para. 1, emphasis mine].',
    ]);
  });

  it('leaves the choice to the writer where nothing is quoted', () => {
    assert.deepEqual(fixes('So it was [@wal].'), ['Correct the key to @wall -> So it was [@wall].']);
  });

  it('does not take a near key whose source does not have the words, but the one that has', () => {
    assert.deepEqual(fixes('“The tide rose on Sunday and did not fall” [@wal, para. 4].'), [
      '* Cite tide, para. 1 (@tide) -> “The tide rose on Sunday and did not fall” [@tide, para. 1].',
    ]);
  });

  it('keeps a suppressed author and braces where the key needs them', () => {
    assert.deepEqual(fixes('So it was [-@{wall_}].'), ['Correct the key to @wall -> So it was [-@wall].']);
  });
});

describe('fixing a locator', () => {
  it('names the paragraph in which the words stand', () => {
    assert.deepEqual(fixes('“The wall was not built to last” [@wall, para. 44].'), [
      '* Correct the locator to para. 1 -> “The wall was not built to last” [@wall, para. 1].',
    ]);
    assert.deepEqual(fixes('“The wall was not built to last” [@wall, para. 2].'), [
      '* Correct the locator to para. 1 -> “The wall was not built to last” [@wall, para. 1].',
    ]);
    assert.deepEqual(fixes('@wall [p. 3] says: “The wall was not built to last.”'), [
      '* Correct the locator to para. 1 -> @wall [para. 1] says: “The wall was not built to last.”',
    ]);
  });

  it('offers each paragraph where the words stand in several, and prefers none', () => {
    const expected = [4, 5].map(
      (n) =>
        `Correct the locator to para. ${n - 2} -> “He went home early that day” [@wall, para. ${n - 2}].`,
    );
    assert.deepEqual(fixes('“He went home early that day” [@wall, para. 1].'), expected);
  });

  it('names the paragraphs of all quotations that one citation serves', () => {
    const draft =
      '“The wall was not built to last” and “the wall would fall in time”, both in [@wall, para. 44].';
    assert.deepEqual(fixes(draft), [
      `* Correct the locator to paras. 1, 4 -> ${draft.replace('para. 44', 'paras. 1, 4')}`,
    ]);
  });

  it('adds a paragraph where another quotation needs the one that is named', () => {
    const draft =
      '“The wall was not built to last” and “the wall would fall in time”, both in [@wall, para. 1].';
    assert.deepEqual(fixes(draft), [
      `* Add the paragraph to the locator: paras. 1, 4 -> ${draft.replace('para. 1', 'paras. 1, 4')}`,
    ]);
  });

  it('takes a page for a paragraph only as a choice, where nothing is quoted', () => {
    assert.deepEqual(fixes('So it was [@wall, 3].'), [
      'Name a paragraph instead of a page: para. 3 -> So it was [@wall, para. 3].',
    ]);
    assert.deepEqual(fixes('So it was [@wall, 33].'), []);
  });

  it('corrects a citation in a footnote', () => {
    assert.deepEqual(fixes('“The wall was not built to last.”[^1]\n\n[^1]: @wall [para. 3].'), [
      '* Correct the locator to para. 1 -> “The wall was not built to last.”[^1]\n\n[^1]: @wall [para. 1].',
    ]);
  });
});

describe('fixing what an ambiguous citation means', () => {
  it('offers each paragraph with its beginning', () => {
    assert.deepEqual(fixes('@wall says: “He went home early that day.”'), [
      'Name para. 2: “He went home early that day and slept.” -> @wall [para. 2] says: “He went home early that day.”',
      'Name para. 3: “He went home early that day and ate.” -> @wall [para. 3] says: “He went home early that day.”',
    ]);
  });

  it('keeps what else the citation says', () => {
    assert.match(
      fixes('“He went home early that day” [see @wall, emphasis mine; @tide, para. 1].')[0] ?? '',
      /\[see @wall, para\. 2, emphasis mine; @tide, para\. 1\]/,
    );
  });
});

describe('fixing a locator whose paragraph has moved', () => {
  const before = 'The tide rose.\n\nThe clerk wrote it down. Nobody came.\n';
  const draft = 'It says “Nobody came” [@tide, para. 2].';
  const { lock } = lockedDraft(corpusOf({ 'tide.txt': before }), draft);
  const fixesNow = (text: string) => {
    const found = new DraftFixes(judgedWith(corpusOf({ 'tide.txt': text }), draft, lock));
    return found.problems.flatMap((problem) =>
      found.of(problem).map(({ title }) => `${problem.code}: ${title}`),
    );
  };

  it('names the paragraph where the locked words stand, though the cited one has the same words', () => {
    assert.deepEqual(fixesNow(`It began so.\n\nThen, we hear, Nobody came. So it was.\n\n${before}`), [
      'moved-quotation: Correct the locator to para. 4',
    ]);
  });

  it('is offered once where the citation is wrong as well', () => {
    assert.deepEqual(fixesNow(`It began so.\n\n${before}`), [
      'misplaced-quotation: Correct the locator to para. 3',
    ]);
  });

  it('leaves it to the writer where nobody can tell which place was quoted', () => {
    assert.deepEqual(fixesNow('New words came.\n\nThen, they say, Nobody came any more to it.\n'), []);
  });
});

describe('fixing the source of a quotation', () => {
  it('cites the source in which the words stand', () => {
    assert.deepEqual(fixes('> The tide rose on Sunday and did not fall.\n>\n> [@wall, para. 4]'), [
      '* Cite tide, para. 1 (@tide) -> > The tide rose on Sunday and did not fall.\n>\n> [@tide, para. 1]',
    ]);
  });

  it('prefers none where several sources have the words', () => {
    const [first] = fixes('“Nobody came to see it, for it was cold” [@wall].');
    assert.match(first ?? '', /^Cite /);
  });

  it('does nothing where one of several citations must be wrong', () => {
    assert.deepEqual(fixes('“The tide rose on Sunday and did not fall” [@wall; @copy].'), []);
  });

  it('does not take a citation away from another quotation that it is right for', () => {
    assert.deepEqual(
      fixes('“The wall was not built to last” and “The tide rose on Sunday”, both in [@wall].'),
      [],
    );
  });
});

describe('fixing all of a kind', () => {
  const draft =
    '“The wall was not built to last” [@wall, para. 2].\n\n“The wall would fall” [@wall, para. 1].\n\n“the wall would fall in time” [@wall, para. 3].\n\n“He went home early that day” [@wall, para. 1].';

  it('corrects what has a preferred fix and leaves what is a choice', () => {
    const all = fixesIn(draft, corpus);
    const misplaced = all.problems.find(({ code }) => code === 'misplaced-quotation')!;
    assert.equal(all.titleOfAll(misplaced), 'Correct the citations of all misplaced quotations');
    assert.deepEqual(
      all.all('misplaced-quotation').map(({ text }) => text),
      ['para. 1', 'para. 4'],
    );
  });

  it('finds for each problem the way that mends it', () => {
    const both =
      '“The wall was not built to last” and “the wall would fall in time”, both in [@wall, para. 1].\n\n“Everybody knew that” [@wall, para. 3].';
    assert.deepEqual(
      fixesIn(both, corpus)
        .all('misplaced-quotation')
        .map(({ text }) => text),
      ['paras. 1, 4', 'para. 1'],
    );
  });

  it('is not offered where there is one alone', () => {
    const alone = fixesIn('“The wall was not built to last” [@wall, para. 2].', corpus);
    assert.equal(alone.titleOfAll(alone.problems[0]!), undefined);
  });

  it('changes a citation once where two quotations ask for the same', () => {
    const shared = fixesIn(
      '“The wall was not built to last” and “Everybody knew that” are both in [@wall, para. 3].',
      corpus,
    );
    assert.deepEqual(
      shared.all('misplaced-quotation').map(({ text }) => text),
      ['para. 1'],
    );
  });
});

describe('what is fixed without asking', () => {
  const safe = (draft: string) =>
    fixesIn(draft, corpus)
      .safe()
      .map(({ text }) => text);

  it('is a locator that the quoted words prove', () => {
    assert.deepEqual(
      safe('“The wall was not built to last” [@wall, para. 2]. “the wall would fall in time” [@wall, p. 9].'),
      ['para. 1', 'para. 4'],
    );
  });

  it('is never a word, a key, a source or a choice', () => {
    assert.deepEqual(safe('“The wall was built to last” [@wall, para. 1].'), []);
    assert.deepEqual(safe('“The wall was not built to last” [@wal, para. 1].'), []);
    assert.deepEqual(safe('“The tide rose on Sunday and did not fall” [@wall, para. 1].'), []);
    assert.deepEqual(safe('“He went home early that day” [@wall, para. 1].'), []);
    assert.deepEqual(safe('So it was [@wall, 3].'), []);
  });
});

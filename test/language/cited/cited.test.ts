import assert from 'node:assert/strict';
import { citationWords } from '../../../src/language/cited/citation-words';
import { citationsOfParagraphs, citedPassages } from '../../../src/language/cited/citing';
import { isProblem, outcomeOf, toneOf } from '../../../src/language/cited/outcome';
import { reliance, sourceUses } from '../../../src/language/cited/source-use';
import { judgeDraft } from '../../../src/language/judge-draft';
import { parseDraft } from '../../../src/language/parse-draft';
import { reviewItems } from '../../../src/language/review/review-items';
import { corpusOf } from '../../support/corpus-of';

const CORPUS = corpusOf({
  'wall.txt': 'The wall was not built to last.\n\nThe council met twice in June.\n\nNobody came in July.\n',
  'tide.txt': 'The tide rose on Sunday and did not fall.\n\nIt fell on Monday.\n',
});

const items = (draft: string) => reviewItems(judgeDraft(CORPUS, parseDraft(draft)));
const outcomes = (draft: string) => items(draft).map(outcomeOf);

describe('what a citation comes to', () => {
  it('is the verdict on what it quotes, the first that is not accepted before others', () => {
    assert.deepEqual(outcomes('“The wall was not built to last” [@wall, para. 1].'), ['verbatim']);
    assert.deepEqual(outcomes('“The wall was built to last” [@wall, para. 1].'), ['altered']);
    assert.deepEqual(
      outcomes('“The council met twice in June” and “Nobody ever came there in July” [@wall].'),
      ['missing'],
    );
  });

  it('is unquoted where nothing is quoted, and unresolved where the source or the place is not known', () => {
    assert.deepEqual(outcomes('They met [@wall, para. 2]. See [@nobody], [@wall, para. 9].'), [
      'unquoted',
      'unresolved',
      'unresolved',
    ]);
  });

  it('calls no source quoted whose words stand in another of the same bracket', () => {
    assert.deepEqual(outcomes('“The tide rose on Sunday and did not fall” [@tide; @wall; @nobody].'), [
      'verbatim',
      'unquoted',
      'unresolved',
    ]);
  });

  it('is shown as neither right nor wrong where nothing is quoted or could be checked', () => {
    assert.deepEqual((['unquoted', 'unchecked'] as const).map(toneOf), ['plain', 'plain']);
    assert.deepEqual((['verbatim', 'editorial'] as const).map(toneOf), ['good', 'good']);
    assert.deepEqual((['altered', 'unresolved'] as const).map(toneOf), ['bad', 'bad']);
  });

  it('is a problem where the draft is at fault', () => {
    assert.deepEqual(
      (['verbatim', 'editorial', 'altered', 'elsewhere', 'missing', 'unresolved'] as const).map(isProblem),
      [false, false, true, true, true, true],
    );
    assert.deepEqual((['unchecked', 'unquoted', 'typographic'] as const).map(isProblem), [
      false,
      false,
      false,
    ]);
  });
});

describe('what a list shows of a citation', () => {
  it('is the words quoted, else the sentence', () => {
    assert.deepEqual(
      items('He wrote: “Nobody came\nin July” [@wall, para. 3]. They met [@wall, para. 2].').map(
        citationWords,
      ),
      ['Nobody came in July', 'They met.'],
    );
  });
});

describe('how drafts use sources', () => {
  const first = items(
    'Twice [@wall, para. 2]. “Nobody came in July” [@wall]. Later [@wall, para. 2]. [@nobody]',
  );
  const second = items('They met [@wall, paras. 2-3], says @tide.');

  it('counts citations and drafts of each source and passage, also by words without a locator', () => {
    const uses = sourceUses([first, second]);
    const wall = uses.get('wall');
    assert.deepEqual([wall?.citations, wall?.drafts], [4, 2]);
    assert.deepEqual(
      [...(wall?.passages ?? [])].map(([n, { citations, drafts }]) => [n, citations, drafts]),
      [
        [2, 3, 2],
        [3, 2, 2],
      ],
    );
    const tide = uses.get('tide');
    assert.deepEqual([tide?.citations, tide?.passages.size], [1, 0]);
    assert.equal(uses.get('nobody'), undefined);
  });

  it('tells where each passage is cited', () => {
    assert.deepEqual(
      citedPassages('wall', [first, second]).map(({ n, citations }) => [
        n,
        citations.map(({ draft }) => draft),
      ]),
      [
        [2, [0, 0, 1]],
        [3, [0, 1]],
      ],
    );
    assert.equal(citationsOfParagraphs(first, 'wall', [3]).length, 1);
    assert.equal(citationsOfParagraphs(first, 'tide', [3]).length, 0);
  });
});

describe('the source that drafts rest on', () => {
  const cite = (wall: number, tide: number) =>
    items(`${'One [@wall]. '.repeat(wall)}${'Two [@tide]. '.repeat(tide)}Three [@nobody].`);
  const told = (wall: number, tide: number, sources = CORPUS.sources) => {
    const found = reliance(sources, sourceUses([cite(wall, tide)]));
    return found && [found.source.key, found.citations, found.total];
  };

  it('has more than half of the citations whose source is known', () => {
    assert.deepEqual(told(8, 5), ['wall', 8, 13]);
    assert.deepEqual(told(5, 6), ['tide', 6, 11]);
    assert.equal(told(6, 6), undefined);
  });

  it('is told of ten citations and more, and where there is another source to cite', () => {
    assert.equal(told(9, 0), undefined);
    assert.deepEqual(told(10, 0), ['wall', 10, 10]);
    assert.equal(told(10, 0, CORPUS.sources.slice(0, 1)), undefined);
  });
});

import assert from 'node:assert/strict';
import { Corpus, judgeAnywhere, judgeQuotation, splitText } from '#corpus-index';

const TEXT = [
  'The mayor said that “the wall was not built to last” and that the engineers — all of them — had known it. He did not resign.',
  'According to the 1998 report, 470,000 tonnes of sand were moved. […] The council [of elders] agreed. The report was never published.',
  'The council met twice in May. The council met twice in June, and the ofﬁce was closed.[3] Nobody came.',
].join('\n\n');

function corpusOf(...texts: string[]): Corpus {
  const corpus = new Corpus();
  texts.forEach((text, at) => {
    corpus.put({ path: `sources/s${at}.txt`, format: 'text', text, reading: { text }, ...splitText(text) });
  });
  return corpus;
}

const corpus = corpusOf(TEXT);
const judge = (quote: string, paragraphs?: number[]) =>
  judgeQuotation(corpus, [{ text: quote }], [{ key: 's0', ...(paragraphs ? { paragraphs } : {}) }]);

describe('judging a quotation', () => {
  for (const [name, quote, verdict] of [
    ['the same characters', 'all of them — had known it', 'verbatim'],
    [
      'other quote marks and dashes',
      "The mayor said that 'the wall was not built to last' and that the engineers - all of them - had",
      'typographic',
    ],
    ['a ligature spelled out', 'and the office was closed', 'typographic'],
    ['a footnote mark left out', 'the office was closed. Nobody came.', 'typographic'],
    ['a line break for a space', 'The report was\nnever published', 'typographic'],
    ['a comma of the writer at the end', 'He did not resign,', 'typographic'],
    ['a marked omission', 'the 1998 report, […] tonnes of sand were moved', 'editorial'],
    [
      'an omission marked by dots',
      'The mayor said that . . . the engineers — all of them — had known it',
      'editorial',
    ],
    ['a capital in brackets', '[T]he engineers — all of them — had known it', 'editorial'],
    ['words put in by the editor', 'He [the mayor] did not resign', 'editorial'],
    ['a word replaced by the editor', '[The mayor] did not resign', 'editorial'],
    ['[sic]', '470,000 tonnes [sic] of sand were moved', 'editorial'],
    [
      'brackets and an ellipsis that are the source’s',
      'were moved. […] The council [of elders] agreed',
      'verbatim',
    ],
    ['a negation dropped', 'the wall was built to last', 'altered'],
    ['a number changed', '470.000 tonnes of sand were moved', 'altered'],
    ['a capital changed without a mark', 'the report was never published', 'altered'],
    ['a word added', 'The report was never ever published', 'altered'],
    [
      'fragments in the wrong order',
      'The report was never published […] tonnes of sand were moved',
      'altered',
    ],
    [
      'two sentences joined without a mark',
      'tonnes of sand were moved. The report was never published.',
      'altered',
    ],
    ['half a word', 'he report was never publish', 'missing'],
    ['inner quote marks dropped', 'The mayor said that the wall was not built to last', 'altered'],
  ] as const) {
    it(`calls ${name} ${verdict}`, () => {
      assert.equal(judge(quote).verdict, verdict);
    });
  }

  it('names the exact stretch of the source', () => {
    const { place } = judge("'the wall was not built to last'");
    assert.equal(TEXT.slice(place?.start, place?.end), '“the wall was not built to last”');
    assert.equal(place?.n, 1);
  });

  it('accepts a quotation that begins in the cited paragraph and runs into the next', () => {
    assert.equal(judge('He did not resign. According to the 1998 report', [1]).verdict, 'typographic');
    assert.equal(judge('He did not resign. According to the 1998 report', [2]).verdict, 'elsewhere');
  });

  it('says in which paragraph the words stand when the citation names another', () => {
    const { verdict, suggestion } = judge('He did not resign', [3]);
    assert.equal(verdict, 'elsewhere');
    assert.equal(suggestion?.n, 1);
  });

  it('says which source the words come from when another is cited', () => {
    const two = corpusOf(TEXT, 'A second source. It has words of its own, and a few more.');
    const { verdict, suggestion } = judgeQuotation(
      two,
      [{ text: 'It has words of its own' }],
      [{ key: 's0' }],
    );
    assert.equal(verdict, 'elsewhere');
    assert.equal(suggestion?.source, 's1');
  });

  it('does not choose between two places that fit equally well', () => {
    const twice = corpusOf('The wall was low.\n\nNobody came.\n\nThe wall was low.');
    assert.equal(
      judgeQuotation(twice, [{ text: 'The wall was low' }], [{ key: 's0' }]).verdict,
      'unresolved',
    );
    assert.equal(
      judgeQuotation(twice, [{ text: 'The wall was low' }], [{ key: 's0', paragraphs: [3] }]).place?.n,
      3,
    );
  });

  it('calls an unknown key unresolved and says where the words stand', () => {
    const { verdict, reason, suggestion } = judgeQuotation(
      corpus,
      [{ text: 'He did not resign' }],
      [{ key: 'nobody' }],
    );
    assert.deepEqual([verdict, reason, suggestion?.source], ['unresolved', 'unknown-source', 's0']);
  });

  it('names the risk of a sentence cut before its end', () => {
    assert.deepEqual(
      judge('The mayor said that.').risks.map(({ kind }) => kind),
      ['negation'],
    );
  });

  it('names the risk of fragments from different paragraphs, and refuses fragments too short to be placed', () => {
    assert.deepEqual(
      judge('the engineers — all of them […] The council met twice in June').risks.map(({ kind }) => kind),
      ['negation', 'hedge', 'attribution', 'fragments-apart'],
    );
    assert.equal(judge('The mayor […] closed').verdict, 'missing');
  });

  it('takes a full stop in front of an ellipsis for the writer’s own where the source goes on, and says so', () => {
    for (const quote of [
      'According to the 1998 report. ... tonnes of sand were moved',
      'According to the 1998 report.... tonnes of sand were moved',
      'According to the 1998 report. … tonnes of sand were moved.',
    ]) {
      const { verdict, risks } = judge(quote);
      assert.equal(verdict, 'editorial', quote);
      assert.ok(
        risks.some(({ kind }) => kind === 'cut-sentence'),
        quote,
      );
    }
  });

  it('says nothing of such a full stop that is the source’s', () => {
    const { verdict, risks } = judge('The council met twice in May. … and the office was closed');
    assert.equal(verdict, 'editorial');
    assert.ok(!risks.some(({ kind }) => kind === 'cut-sentence'));
  });

  it('accepts no full stop that stands in front of words', () => {
    assert.equal(
      judge('According to the 1998 report. 470,000 tonnes of sand … were moved').verdict,
      'altered',
    );
    assert.equal(
      judge('According. to the 1998 report … tonnes of sand were moved in all').verdict,
      'altered',
    );
  });

  it('does not compare a quotation without words', () => {
    assert.equal(judgeAnywhere(corpus, [{ text: '…' }]).verdict, 'unchecked');
  });
});

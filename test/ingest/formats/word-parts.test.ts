import assert from 'node:assert/strict';
import { Corpus, type SourceText } from '#corpus-index';
import { makeDocxOf } from '../../support/make-documents';
import { passagesOf, readSourceBytes } from '../../support/read-formatted';
import { verdictsOf } from '../../support/verdicts-of';

const run = (words: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
const paragraph = (...runs: readonly string[]) => `<w:p>${runs.join('')}</w:p>`;
const sentence = (within: string) =>
  paragraph(run('The clerk of the harbour had '), within, run('seen the plans of the wall.'));

const readWord = (body: string, styles?: string) => readSourceBytes('a.docx', makeDocxOf(body, styles));

function problemsOf(source: SourceText) {
  const corpus = new Corpus();
  corpus.put(source);
  return corpus.problems.map(({ code, parts }) => [code, ...(parts ?? [])]);
}

const WHOLE = '“The clerk of the harbour had not seen the plans” [@KEY]';
const SHORT = '“The clerk of the harbour had seen the plans” [@KEY]';

describe('words of a Word document', () => {
  const wrapped = {
    'a field': `<w:fldSimple w:instr=" MERGEFIELD n ">${run('not ')}</w:fldSimple>`,
    'an override of direction': `<w:bdo w:val="ltr">${run('not ')}</w:bdo>`,
    'a direction of its own': `<w:dir w:val="ltr">${run('not ')}</w:dir>`,
    'signs above': `<w:r><w:ruby><w:rubyPr/><w:rt>${run('naught')}</w:rt><w:rubyBase>${run('not ')}</w:rubyBase></w:ruby></w:r>`,
    'a formula of one line': `<m:oMath><m:r><m:t>not </m:t></m:r></m:oMath>`,
  };
  for (const [how, words] of Object.entries(wrapped))
    it(`are read within ${how}`, async () => {
      const source = await readWord(sentence(words));
      assert.deepEqual(verdictsOf(source, WHOLE, SHORT), ['verbatim', 'altered']);
      assert.deepEqual(problemsOf(source), []);
    });

  it('have lines, tabs and boxes as they are shown', async () => {
    const box = `<w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${paragraph(run('Words in a box.'))}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>`;
    const alternatives = (fallback: string) =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box}</mc:Choice>${fallback}</mc:AlternateContent></w:r>`;
    const source = await readWord(
      paragraph(run('One line.'), '<w:r><w:cr/></w:r>', run('Another'), '<w:r><w:ptab/></w:r>', run('one.')) +
        paragraph(run('Beside a box.'), alternatives('')) +
        paragraph(
          run('Beside two.'),
          alternatives(
            `<mc:Fallback><w:pict><w:txbxContent>${paragraph(run('The other box.'))}</w:txbxContent></w:pict></mc:Fallback>`,
          ),
        ),
    );
    assert.deepEqual(passagesOf(source), [
      'One line.\nAnother one.',
      'Beside a box.',
      'Words in a box.',
      'Beside two.',
      'The other box.',
    ]);
  });

  const unseen: Readonly<Record<string, readonly [within: string, styles?: string]>> = {
    'in a run': [run('not ', '<w:b/><w:vanish/>')],
    'by a style': [
      run('not ', '<w:rStyle w:val="Inner"/>'),
      '<w:style w:type="character" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Inner"><w:basedOn w:val="Base"/></w:style>',
    ],
  };
  for (const [how, [within, styles]] of Object.entries(unseen))
    it(`are none where they are hidden ${how}`, async () => {
      const source = await readWord(sentence(within), styles);
      assert.deepEqual(verdictsOf(source, WHOLE, SHORT), ['altered', 'verbatim']);
      assert.deepEqual(problemsOf(source), []);
    });

  it('are read where a run is not hidden after all', async () => {
    const source = await readWord(sentence(run('not ', '<w:vanish w:val="0"/>')));
    assert.deepEqual(verdictsOf(source, WHOLE), ['verbatim']);
  });

  it('are read where a tracked change keeps that they were struck out before', async () => {
    const before = '<w:rPrChange w:id="1" w:author="A"><w:rPr><w:strike/><w:vanish/></w:rPr></w:rPrChange>';
    const source = await readWord(sentence(run('not ', `<w:b/>${before}`)));
    assert.deepEqual(verdictsOf(source, WHOLE), ['verbatim']);
    assert.deepEqual(problemsOf(source), []);
  });

  for (const line of ['strike', 'dstrike'])
    it(`are left out where they are struck out, which is said: ${line}`, async () => {
      const source = await readWord(sentence(run('not ', `<w:${line}/>`)));
      assert.deepEqual(verdictsOf(source, WHOLE, SHORT), ['altered', 'verbatim']);
      assert.deepEqual(problemsOf(source), [['withdrawn-words']]);
    });
});

describe('what cannot be read of a Word document', () => {
  const formula =
    '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>';
  const unread = {
    'an equation': [formula, 'an equation'],
    'an equation of its own line': [`<m:oMathPara>${formula}</m:oMathPara>`, 'an equation'],
    'words in an element that nobody knows': [`<x:word>${run('not ')}</x:word>`, 'words in “x:word”'],
    'a sign without a letter': [
      '<w:r><w:sym w:font="Harbour Signs" w:char="F0AA"/></w:r>',
      'a sign of a font of signs',
    ],
  } as const;
  for (const [what, [within, name]] of Object.entries(unread))
    it(`is named, and no quotation runs over it: ${what}`, async () => {
      const source = await readWord(sentence(within));
      assert.deepEqual(passagesOf(source), ['The clerk of the harbour had […]seen the plans of the wall.']);
      assert.deepEqual(verdictsOf(source, SHORT, '“seen the plans of the wall” [@KEY]'), [
        'altered',
        'verbatim',
      ]);
      assert.deepEqual(problemsOf(source), [['unread-part', name]]);
    });

  it('is named where it is a document within this one', async () => {
    const source = await readWord(
      `${paragraph(run('The first day ended.'))}<w:altChunk r:id="r9"/>${paragraph(run('The third day began.'))}`,
    );
    assert.deepEqual(
      verdictsOf(source, '“day ended. The third day” [@KEY]', '“The third day began” [@KEY]'),
      ['altered', 'verbatim'],
    );
    assert.deepEqual(problemsOf(source), [['unread-part', 'a document within this one']]);
  });
});

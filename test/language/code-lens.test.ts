import assert from 'node:assert/strict';
import { verdictLenses, type LensMode } from '../../src/language/code-lens';
import { judgeDraft } from '../../src/language/judge-draft';
import { parseDraft } from '../../src/language/parse-draft';
import { corpusOf } from '../support/corpus-of';
import { checkedCorpus } from '../support/problems-of';

const TRUE = '> The wall was not built to last. [@wall]\n';
const ALTERED = '> The tide rose on Monday and did not fall. [@tide]\n';

function lenses(text: string, mode: LensMode = 'all'): string[] {
  const judged = judgeDraft(checkedCorpus(), parseDraft(text));
  return verdictLenses(judged, mode).map(({ span, title, place }) => {
    const line = text.slice(0, span.start).split('\n').length;
    return `${line}: ${title}${place ? ` -> ${place.source}` : ''}`;
  });
}

describe('the verdict above a block quote', () => {
  it('says what it is and where the words stand', () => {
    assert.deepEqual(lenses(`${TRUE}\nText.\n\n${ALTERED}`), [
      '1: verbatim · wall, para. 1 -> wall',
      '5: altered: 1 difference · Verne 2014, para. 1 -> tide',
    ]);
    assert.deepEqual(lenses('> The wall was […] built to last. [@wall]\n'), [
      '1: editorial · wall, para. 1 · takes away a negation -> wall',
    ]);
  });

  it('stands only where something is wrong, as long as nobody asks for all', () => {
    assert.deepEqual(lenses(`${TRUE}\nText.\n\n${ALTERED}`, 'problems'), [
      '5: altered: 1 difference · Verne 2014, para. 1 -> tide',
    ]);
    assert.deepEqual(lenses(ALTERED, 'off'), []);
  });

  it('names each reason in plain words', () => {
    const quote = '> The tide rose on Sunday and did not fall.';
    assert.deepEqual(lenses(`${quote} [@wall]\n`), ['1: elsewhere · Verne 2014, para. 1 -> tide']);
    assert.deepEqual(lenses(`${quote} [@nobody]\n`), [
      '1: not compared: no source has this key · Verne 2014, para. 1 -> tide',
    ]);
    assert.deepEqual(lenses(`${quote} [@book]\n`), ['1: not checked: the text of the source is not here']);
    assert.deepEqual(lenses('> The lamps in the harbour were lit. [@tide]\n'), ['1: in none of the sources']);
    assert.deepEqual(lenses(`${quote}\n`), ['1: not checked: no citation']);
    assert.deepEqual(lenses(`${quote}\n`, 'problems'), []);
  });

  it('stands above the block quote, not above the words behind an attribution', () => {
    assert.deepEqual(lenses('Text.\n\n> @tide writes:\n>\n> The tide rose on Monday and did not fall.\n'), [
      '3: altered: 1 difference · Verne 2014, para. 1 -> tide',
    ]);
  });

  it('leaves quotations in running text alone', () => {
    assert.deepEqual(lenses('“The tide rose on Monday and did not fall” [@tide].\n'), []);
  });

  it('keeps its order, whatever marks of direction the author has in the name', () => {
    const author = '[{ family: "Ver\\u202Ene\\u2066", given: Ada }]';
    const corpus = corpusOf({
      'tide.txt': 'The tide rose on Sunday and did not fall.',
      'sources.yaml': `references:\n  - { id: tide, file: tide.txt, author: ${author}, issued: 2014 }\n`,
    });
    const judged = judgeDraft(corpus, parseDraft('> The tide rose on Sunday and did not fall. [@tide]\n'));
    assert.deepEqual(
      verdictLenses(judged, 'all').map(({ title }) => title),
      ['verbatim · Verne 2014, para. 1'],
    );
  });
});

import assert from 'node:assert/strict';
import { corpusOf } from '../../support/corpus-of';
import { fixesOf } from './fixes-of';

const LONG =
  'The committee met on Monday in the old hall, where the clock had stopped years before and had been left so since, and resolved that the wall be raised by two metres before the winter, and that the lamps stay where they were.';
const corpus = corpusOf({
  'wall.txt': `Everybody on the council knew that, reportedly, and said nothing of it to the 214 people of Ostrey.\n\n${LONG}\n\nThe wall was not built to last, and Berg said so.`,
});

/** The fixes that mark, of the first problem. */
const marked = (draft: string): string[] =>
  fixesOf(draft, corpus).filter((fix) => !fix.includes('Restore the source’s words'));

describe('marking what was changed', () => {
  it('puts an ellipsis in brackets where words were left out', () => {
    assert.deepEqual(marked('“Everybody knew that, reportedly, and said nothing” [@wall].'), [
      'Mark what is left out with […] -> “Everybody […] knew that, reportedly, and said nothing” [@wall].',
    ]);
  });

  it('says in its title what a reader loses', () => {
    assert.deepEqual(marked('“Everybody on the council knew that, and said nothing of it” [@wall].'), [
      'Mark what is left out with […] (takes away a hedge) -> “Everybody on the council knew that […], and said nothing of it” [@wall].',
    ]);
  });

  it('brackets a capital', () => {
    assert.deepEqual(marked('“everybody on the council knew that” [@wall].'), [
      'Put the changes in brackets -> “[e]verybody on the council knew that” [@wall].',
    ]);
  });

  it('brackets words that were changed or added', () => {
    assert.deepEqual(
      marked('“Everybody on the committee knew that, reportedly, and said nothing” [@wall].'),
      [
        'Put the changes in brackets -> “Everybody on the [committee] knew that, reportedly, and said nothing” [@wall].',
      ],
    );
    assert.deepEqual(marked('“Everybody on the small council knew that, reportedly” [@wall].'), [
      'Put the changes in brackets -> “Everybody on the [small] council knew that, reportedly” [@wall].',
    ]);
  });

  it('marks omissions and changes together', () => {
    assert.deepEqual(marked('“everybody on the council knew, reportedly, and said nothing” [@wall].'), [
      'Mark what is left out with […] and changes with brackets -> “[e]verybody on the council knew […], reportedly, and said nothing” [@wall].',
    ]);
  });

  it('marks where two places were joined', () => {
    assert.match(
      marked(
        '“The committee met on Monday in the old hall, and resolved that the wall be raised by two metres before the winter, and that the lamps stay where they were” [@wall].',
      )[0] ?? '',
      /^Mark what is left out with \[…\].* -> .* old hall \[…\], and resolved/,
    );
  });

  it('never makes a dropped "not" look edited', () => {
    assert.deepEqual(marked('“The wall was built to last, and Berg said so” [@wall].'), []);
    assert.deepEqual(marked('“was built to last, and Berg said so” [@wall].'), []);
  });

  it('never brackets another number or another name', () => {
    assert.deepEqual(marked('“said nothing of it to the 241 people of Ostrey” [@wall].'), []);
    assert.deepEqual(marked('“241 people of Ostrey” and “nothing of it to the 14 people” [@wall].'), []);
    assert.deepEqual(marked('“The wall was not built to last, and Orton said so” [@wall].'), []);
  });

  it('is no way out for words in another order', () => {
    assert.deepEqual(marked('“reportedly, and said nothing of it, everybody knew that” [@wall].'), []);
  });
});

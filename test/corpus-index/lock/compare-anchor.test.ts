import assert from 'node:assert/strict';
import { compareAnchor } from '#corpus-index';
import { lockSpan, lockWords, sourceOf, spanOf } from '../../support/lock-of';

const TEXT = [
  'The sea rose in the night and nobody saw it.',
  'The wall was not built to last, as the harbour master had said in spring.',
  'Everybody knew that. The council met twice in June and did nothing.',
  'Everybody knew that. The clerk, however, had kept no minutes of either meeting.',
].join('\n\n');

/** Locks words of `TEXT` and tells what became of them in another text. */
function compared(words: string, now: string, path = 'sources/s.txt') {
  const source = sourceOf(now, path);
  const comparison = compareAnchor(source, lockWords(sourceOf(TEXT, path), words).anchor);
  const place = 'place' in comparison ? comparison.place : undefined;
  return {
    ...comparison,
    n: place?.n,
    words: place && source.text.slice(place.start, place.end),
  };
}

describe('a locked quotation in a source that is', () => {
  const WALL = 'The wall was not built to last';
  const found = (words: string, now: string) => {
    const { state, n, words: there } = compared(words, now);
    return [state, n, there];
  };

  it('unchanged: still there', () => {
    for (const words of [WALL, 'Everybody knew that', 'sea', TEXT.slice(46)])
      assert.equal(compared(words, TEXT).state, 'still-there', words);
  });

  it('changed behind it, or a little before: still there', () => {
    assert.deepEqual(found(WALL, `${TEXT}\n\nMore.`), ['still-there', 2, WALL]);
    assert.deepEqual(found(WALL, TEXT.replace('saw it', 'sow it')), ['still-there', 2, WALL]);
  });

  it('saved with other line ends, wrapped otherwise or typeset otherwise: still there or moved, never changed', () => {
    assert.deepEqual(found(WALL, TEXT.replace(/\n/g, '\r\n')), ['still-there', 2, WALL]);
    const wrapped = TEXT.replace('was not built', 'was not\nbuilt');
    assert.equal(compared(WALL, wrapped).state, 'still-there');
    assert.equal(compared(WALL, wrapped.replace(/\n/g, '\r\n')).state, 'still-there');
    assert.equal(compared(WALL, TEXT.replace('built to', 'built\u00A0to')).state, 'still-there');
  });

  it('wrapped so that a line end parts a word, or no more: still there', () => {
    const parted = TEXT.replace('harbour master', 'har-\nbour master');
    assert.equal(compared('as the harbour master had', parted).state, 'still-there');
    const locked = lockWords(sourceOf(parted), 'as the har-\nbour master had');
    assert.equal(compareAnchor(sourceOf(TEXT), locked.anchor).state, 'still-there');
  });

  it('longer before it: moved, into which paragraph', () => {
    assert.deepEqual(found(WALL, `A new one.\n\n${TEXT}`), ['moved', 3, WALL]);
    assert.deepEqual(found('had kept no minutes', `A new one.\n\n${TEXT}`), [
      'moved',
      5,
      'had kept no minutes',
    ]);
  });

  it('put in another order: moved with its paragraph', () => {
    const [sea = '', wall = '', ...rest] = TEXT.split('\n\n');
    assert.deepEqual(found(WALL, [sea, ...rest, wall].join('\n\n')), ['moved', 4, WALL]);
  });

  it('changed in a word: changed, and what stands there now', () => {
    assert.deepEqual(found(WALL, TEXT.replace('not built', 'hardly built')), [
      'changed',
      2,
      'The wall was hardly built to last',
    ]);
    assert.deepEqual(found(WALL, TEXT.replace('not ', '')), ['changed', 2, 'The wall was built to last']);
  });

  it('changed in a word of a quotation too short to be found by its words', () => {
    assert.deepEqual(found('twice', TEXT.replace('twice', 'once')), ['changed', 3, 'once']);
    assert.deepEqual(found('met twice in', TEXT.replace('met twice in', 'had come together before')), [
      'changed',
      3,
      'had come together before',
    ]);
  });

  it('rewritten: gone', () => {
    assert.equal(
      compared(WALL, 'Nothing of it is left here.\n\nOther words stand in their place.').state,
      'gone',
    );
    assert.equal(compared('twice', 'Nothing of it is left here.').state, 'gone');
  });

  it('without the paragraph: gone', () => {
    const [sea = '', , ...rest] = TEXT.split('\n\n');
    assert.equal(compared(WALL, [sea, ...rest].join('\n\n')).state, 'gone');
  });

  it('the same twice: told apart by what stands around', () => {
    const second = {
      start: TEXT.lastIndexOf('Everybody knew'),
      end: TEXT.lastIndexOf('Everybody knew') + 14,
    };
    const { anchor } = lockSpan(sourceOf(TEXT), second);
    const comparison = compareAnchor(sourceOf(`A new one.\n\n${TEXT}`), anchor);
    assert.equal(comparison.state === 'moved' && comparison.certain && comparison.place.n, 5);
  });

  it('no longer telling which of two is meant: ambiguous, with both', () => {
    const now =
      'New start.\n\nEverybody knew that, they wrote.\n\nNew words.\n\nEverybody knew that, they wrote.\n\nAn end.';
    const comparison = compareAnchor(sourceOf(now), lockWords(sourceOf(TEXT), 'Everybody knew that').anchor);
    if (comparison.state !== 'ambiguous') assert.fail(comparison.state);
    assert.deepEqual(comparison.places.map(({ n }) => n).sort(), [2, 4]);
  });

  it('left with only one of two places alike: moved, but not for certain', () => {
    const [sea = '', wall = '', , clerk = ''] = TEXT.split('\n\n');
    const { anchor } = lockWords(sourceOf(TEXT), 'Everybody knew that');
    const now = sourceOf([sea, wall, `New. ${clerk}`].join('\n\n'));
    const comparison = compareAnchor(now, anchor);
    assert.deepEqual(
      [comparison.state, comparison.state === 'moved' && comparison.certain],
      ['moved', false],
    );
  });

  it('the words of somebody who comments on the web page: gone', () => {
    const [sea = ''] = TEXT.split('\n\n');
    const page = `${sea}\n\n5 Responses to “The Wall”\n\nAda says:\nThe wall was not built to last, as the harbour master had said.`;
    const source = sourceOf(page);
    const dropped = source.dropped.find(({ reason }) => reason === 'comment');
    if (dropped) assert.equal(compared(WALL, page).state, 'gone');
  });

  it('Markdown with other marks: still there', () => {
    const [before, now] = [
      'It was *not built* to last, they **said**.',
      'It was _not built_ to last, they **said**.',
    ];
    const locked = lockWords(sourceOf(before, 'sources/s.md'), 'not built* to last');
    assert.equal(compareAnchor(sourceOf(now, 'sources/s.md'), locked.anchor).state, 'still-there');
  });

  it('part of a longer word now: not taken for the same', () => {
    const now = TEXT.replace('The sea rose', 'The seaweed rose');
    const { anchor } = lockSpan(sourceOf(TEXT), spanOf(sourceOf(TEXT), 'sea'));
    const comparison = compareAnchor(sourceOf(now), anchor);
    assert.deepEqual(
      [comparison.state, 'place' in comparison && comparison.place.text],
      ['changed', 'seaweed'],
    );
  });
});

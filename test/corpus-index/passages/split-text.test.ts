import assert from 'node:assert/strict';
import { splitText } from '#corpus-index';

/** Passages and dropped stretches as a person reads them: `4 words…` or `heading: words…`. */
function outline(text: string, overrides?: Parameters<typeof splitText>[1]): string[] {
  const { passages, dropped } = splitText(text, overrides);
  const rows = [
    ...passages.map(({ n, start, end }) => ({ start, row: `${n} ${text.slice(start, end)}` })),
    ...dropped.map(({ reason, start, end }) => ({ start, row: `${reason}: ${text.slice(start, end)}` })),
  ];
  return rows.sort((a, b) => a.start - b.start).map(({ row }) => row.replace(/\s+/g, ' '));
}

describe('splitting plain text', () => {
  it('parts paragraphs at blank lines and joins hard-wrapped lines', () => {
    const text =
      'The harbour was closed for\nthree days. Nobody knew\nwhy.\n\n\nOn the fourth day it opened.\n';
    assert.deepEqual(outline(text), [
      '1 The harbour was closed for three days. Nobody knew why.',
      '2 On the fourth day it opened.',
    ]);
  });

  it('parts a text without blank lines at its line ends', () => {
    const long = (words: string) => `${words} ${'and the tide went on rising over the quay '.repeat(4)}.`;
    const text = [long('First the water came'), long('Then the wind turned'), 'Nobody slept.'].join('\n');
    assert.equal(splitText(text).passages.length, 3);
  });

  it('joins lines that break off in mid-sentence in a text without blank lines', () => {
    const text = [
      `The mayor spoke for an hour. ${'He blamed the engineers for the flood. '.repeat(4)}`,
      'On July 20, 2016, the council published its first report about the harbour and its walls. The',
      'Treasury had asked for it twice, and the engineers who had built the wall had by then helped',
      `the council to find the plans. ${'They were not complete. '.repeat(8)}`,
    ].join('\n');
    assert.equal(splitText(text).passages.length, 2);
  });

  it('finds paragraphs in wrapped text without blank lines by their short last lines', () => {
    const text = [
      'The harbour was closed for three days, and the ships lay outside in the',
      'roads until the pilots came back on the evening of the fourth day.',
      'Nobody was hurt.',
      'The council met on the next morning and heard the engineers, who said that',
      'the wall had been too low.',
    ].join('\n');
    assert.deepEqual(
      splitText(text).passages.map(({ start, end }) => text.slice(start, end).slice(0, 11)),
      ['The harbour', 'Nobody was ', 'The council'],
    );
  });

  it('gives exact offsets with CRLF, indents and trailing blanks', () => {
    const text = '\r\n  One paragraph.  \r\n\r\n\tAnother one,\r\n\tin two lines. \r\n';
    assert.deepEqual(
      splitText(text).passages.map(({ start, end }) => text.slice(start, end)),
      ['One paragraph.', 'Another one,\r\n\tin two lines.'],
    );
  });

  it('reads title, author and date from the head of an article', () => {
    const text =
      'A Wall Too Low\n\nBy Ada Verne (@averne) on March 24, 2014\n\nThe harbour was closed.\n\nIt opened again.';
    const { metadata, passages } = splitText(text);
    assert.deepEqual(metadata, { author: ['Ada Verne'], title: 'A Wall Too Low', issued: '2014-03-24' });
    assert.equal(passages.length, 2);
  });

  it('takes banner and site from above the title, and a subtitle from below it', () => {
    const text =
      'Coast News - Local News - Harbourpost\n\nA wall too low\n\nEngineers had warned the council\n\nThe harbour was closed.';
    assert.deepEqual(outline(text), [
      'site-banner: Coast News - Local News - Harbourpost',
      'title: A wall too low',
      'subtitle: Engineers had warned the council',
      '1 The harbour was closed.',
    ]);
    assert.equal(splitText(text).metadata.site, 'Harbourpost');
  });

  it('drops headings between paragraphs, and keeps questions and short sentences', () => {
    const text = 'The harbour was closed.\n\nReasons to worry\n\nWhy was the wall so low?\n\nNobody knew.';
    assert.deepEqual(outline(text), [
      '1 The harbour was closed.',
      'heading: Reasons to worry',
      '2 Why was the wall so low?',
      '3 Nobody knew.',
    ]);
  });

  it('takes a name that stands alone for a caption when the text names it', () => {
    const text =
      'Later Berta van Horn spoke to the council.\n\nBerta van Horn, engineer\n\nNobody answered her.';
    assert.match(outline(text)[1] ?? '', /^caption: Berta/);
  });

  it('drops pingbacks, comments and forms behind an article', () => {
    const text = [
      'The harbour was closed.',
      '3 thoughts on “A Wall Too Low”',
      '  1. Pingback: Another Wall | Coast Blog',
      'I was there and saw it all happen, it was terrible.',
      'Leave a Reply',
      'Your email address will not be published. Required fields are marked *',
    ].join('\n\n');
    assert.deepEqual(
      splitText(text).dropped.map(({ reason }) => reason),
      ['comment', 'pingback', 'comment', 'comment-form', 'comment-form'],
    );
  });

  it('drops a comment form whose fields stand together', () => {
    const text = 'The harbour was closed.\n\n\nPlease enter your comment!\nPlease enter your name here';
    assert.equal(splitText(text).passages.length, 1);
  });

  it('drops a note on translation at the end, and keeps prose about translation', () => {
    const text =
      'The harbour was closed.\n\nHer book was translated from the Dutch by two friends of the engineer.\n\nThis article is translated from Kust en Haven and does not necessarily reflect its views.';
    assert.deepEqual(
      outline(text).map((row) => row.split(' ', 1)[0]),
      ['1', '2', 'translation-note:'],
    );
  });

  it('keeps a list of short lines as text, not as headings', () => {
    const text = [
      'The council named four ships.',
      'The Heron',
      'The Gull',
      'The Tern',
      'The Plover',
      'None of them sailed.',
    ].join('\n\n');
    assert.equal(splitText(text).passages.length, 6);
  });

  it('lets a record overrule what was found', () => {
    const text =
      'The harbour was closed.\n\nReasons to worry\n\nNobody knew.\n\nBuy our book today and save.';
    assert.deepEqual(outline(text, { keep: ['Reasons'], drop: ['Buy our  book'] }), [
      '1 The harbour was closed.',
      '2 Reasons to worry',
      '3 Nobody knew.',
      'record: Buy our book today and save.',
    ]);
  });

  it('finds nothing in an empty text', () => {
    assert.deepEqual(splitText(' \n\n '), { passages: [], dropped: [], metadata: { author: [] } });
  });
});

import { overlaps, readingSpans, type Span } from '#corpus-index';
import { ownWords } from '../fixes/draft-words';
import type { PlacedQuotation } from '../fixes/misquotation';
import { escapeMarkdown } from '../markdown-escape';

/** So much of what does not differ is shown on either side of what does, in UTF-16 code units. */
const CONTEXT = 90;

/** A quotation and its place in the source, one below the other, with the words in bold that differ. */
export function sideBySide({ quotation: { reading }, differences, source, place }: PlacedQuotation): string {
  const [theirs = place] = readingSpans(source, [place]);
  const own = differences.map(({ quotation }) => ownWords(reading, quotation));
  const other = differences.flatMap(({ source: [start, end] }) => readingSpans(source, [{ start, end }]));
  return [
    `*Draft:* ${withBold(reading.text, { start: 0, end: reading.text.length }, own)}`,
    `*Source:* ${withBold(source.reading.text, theirs, other)}`,
  ].join('\n\n');
}

/** A stretch of a text with some of its words in bold, and only the neighbourhood of these where the rest is long. */
function withBold(text: string, stretch: Span, marked: readonly Span[]): string {
  let markdown = '';
  let from = stretch.start;
  for (const word of wholeWords(text, stretch, marked)) {
    markdown += `${plain(text.slice(from, word.start), from > stretch.start, true)}**${escapeMarkdown(text.slice(word.start, word.end))}**`;
    from = word.end;
  }
  return markdown + plain(text.slice(from, stretch.end), from > stretch.start, false);
}

/** Up to the white space around them, as Markdown sees no bold that begins or ends inside a word; touching ones as one. */
function wholeWords(text: string, stretch: Span, marked: readonly Span[]): Span[] {
  const words: { start: number; end: number }[] = [];
  for (const { start, end } of marked) {
    if (end <= start) continue;
    const from = start - (/\S*$/.exec(text.slice(stretch.start, start))?.[0].length ?? 0);
    const to = end + (/^\S*/.exec(text.slice(end, stretch.end))?.[0].length ?? 0);
    const last = words.at(-1);
    if (last && overlaps(last, { start: from, end: to })) last.end = Math.max(last.end, to);
    else words.push({ start: from, end: to });
  }
  return words;
}

/** Text that does not differ; of a long one what is next to what does. */
function plain(text: string, isBehind: boolean, isBefore: boolean): string {
  if (text.length <= CONTEXT * (Number(isBehind) + Number(isBefore) + 1)) return escapeMarkdown(text);
  const head = isBehind || !isBefore ? text.slice(0, CONTEXT).replace(/\S*$/, '') : '';
  const tail = isBefore ? text.slice(-CONTEXT).replace(/^\S*/, '') : '';
  return `${escapeMarkdown(head)}…${escapeMarkdown(tail)}`;
}

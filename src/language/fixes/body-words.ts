import { overlaps, readingOf, readingSpans, type Source, type Span } from '#corpus-index';

/** Words of a source, and whether white space stands before and behind them there. */
export interface BodyWords {
  readonly text: string;
  readonly spacedBefore: boolean;
  readonly spacedBehind: boolean;
}

/**
 * What a quotation would have of a stretch of its source: the words of the body. Of headings and captions between paragraphs
 * nothing: a quotation runs over them.
 */
export function bodyWords(source: Source, [start, end]: readonly [number, number]): BodyWords {
  const [reading = { start, end }] = readingSpans(source, [{ start, end }]);
  const { text } = source.reading;
  return {
    text: inBody(source, { start, end })
      .map((span) => readingOf(source, span))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim(),
    spacedBefore: /\s/.test(text[reading.start - 1] ?? ' '),
    spacedBehind: /\s/.test(text[reading.end] ?? ' '),
  };
}

/** The parts of a stretch that lie in passages. */
function inBody({ passages }: Source, stretch: Span): Span[] {
  return passages
    .filter((passage) => overlaps(passage, stretch))
    .map(({ start, end }) => ({ start: Math.max(start, stretch.start), end: Math.min(end, stretch.end) }));
}

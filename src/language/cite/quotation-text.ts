import { readingOf, type Source, type Span } from '#corpus-index';
import { plainToMarkdown } from './plain-to-markdown';

/** Between two stretches that are not neighbours: an omission of the writer's, told apart from the source's own. */
const OMISSION = '[…]';

/** The quoted stretches as Markdown, one piece for each paragraph of the source. */
export function quotedParagraphs(source: Source, quoted: readonly Span[]): string[] {
  const paragraphs: string[] = [];
  let last: { n: number; end: number } | undefined;
  for (const { n, span } of byPassage(source, quoted)) {
    const words = plainToMarkdown(readingOf(source, span));
    if (words === '') continue;
    if (last?.n === n) {
      const between =
        readingOf(source, { start: last.end, end: span.start }).trim() === '' ? ' ' : ` ${OMISSION} `;
      paragraphs.push(`${paragraphs.pop() ?? ''}${between}${words}`);
    } else if (last && leavesOut(source, last, span, n)) {
      paragraphs.push(`${OMISSION} ${words}`);
    } else {
      paragraphs.push(words);
    }
    last = { n, end: span.end };
  }
  return paragraphs;
}

/** The stretches cut at the borders of passages, in order, none in what was dropped. */
function byPassage(source: Source, quoted: readonly Span[]): { n: number; span: Span }[] {
  return [...quoted]
    .sort((a, b) => a.start - b.start)
    .flatMap((stretch) =>
      source.passages.flatMap((passage) => {
        const span = {
          start: Math.max(stretch.start, passage.start),
          end: Math.min(stretch.end, passage.end),
        };
        return span.start < span.end ? [{ n: passage.n, span }] : [];
      }),
    );
}

/** Whether body text lies between the end of one stretch and the beginning of one in a later paragraph. */
function leavesOut(source: Source, last: { n: number; end: number }, span: Span, n: number): boolean {
  if (n > last.n + 1) return true;
  const [before, after] = [source.passages[last.n - 1], source.passages[n - 1]];
  return (
    readingOf(source, { start: last.end, end: before?.end ?? last.end }).trim() !== '' ||
    readingOf(source, { start: after?.start ?? span.start, end: span.start }).trim() !== ''
  );
}

/**
 * Words between quotation marks: curly ones, or straight ones where the draft has only those. The source's own double marks
 * become single ones inside.
 */
export function inQuotationMarks(words: string, draft: string): string {
  const straight = /"/.test(draft) && !/[“”«»„]/.test(draft);
  const inner = straight
    ? words.replace(/[“”„"]/g, "'")
    : words
        .replace(/“|„/g, '‘')
        .replace(/”/g, '’')
        .replace(/(^|[\s([—–-])"(?=\S)/g, '$1‘')
        .replace(/"/g, '’');
  return straight ? `"${inner}"` : `“${inner}”`;
}

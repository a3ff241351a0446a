import { appendReading, MappedTextBuilder, markdownSpan, rawMarkdown, type Span } from '#corpus-index';
import type { Citation, Quotation } from '../draft';
import type { Anchor } from './anchors';
import { isAttributionText } from './attribution-words';
import type { PlacedProse } from './placed-prose';
import type { Prose } from './prose';
import { trimmed } from './quoted-stretches';
import { firstFrom } from './spans';

/** Quoted words of one run of text, in units of its inline text. */
export interface QuotedPart extends Span {
  readonly placed: PlacedProse;
}

/** A quotation of one or more parts, each a paragraph. */
export function quotationOf(
  draft: string,
  kind: Quotation['kind'],
  parts: readonly QuotedPart[],
  citations: readonly Citation[],
): Quotation {
  const spans = parts.map(({ placed, start, end }) =>
    movedBy(markdownSpan(placed.prose.inline, start, end), placed.base),
  );
  const span = { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
  const builder = new MappedTextBuilder();
  parts.forEach((part, index) => {
    if (index > 0) builder.replace('\n\n', spans[index - 1]?.end ?? 0, spans[index]?.start ?? 0);
    appendWords(builder, draft, part.placed, part);
  });
  const reading = builder.finish();
  // As Markdown the words in a citation's square brackets would look like the editor's own.
  const text = parts.some(hasCitationWords)
    ? reading.text
    : parts
        .map(({ placed, start, end }) => rawMarkdown(draft, placed.base, placed.prose.inline, start, end))
        .join('\n\n');
  return { kind, span, text, reading, citations };
}

function hasCitationWords({ placed, start, end }: QuotedPart): boolean {
  const { anchors } = placed.prose;
  for (let at = Math.max(0, firstFrom(anchors, start) - 1); (anchors[at]?.start ?? end) < end; at++)
    if (anchors[at]?.words !== undefined && (anchors[at]?.end ?? 0) > start) return true;
  return false;
}

const movedBy = ({ start, end }: Span, base: number): Span => ({ start: start + base, end: end + base });

/**
 * Adds the words of a stretch without the citations and notes in it and the space before them. What a citation's brackets
 * hold besides is shown to the reader among the quoted words, and is compared with them.
 */
export function appendWords(
  builder: MappedTextBuilder,
  draft: string,
  { prose, base }: Pick<PlacedProse, 'prose' | 'base'>,
  { start, end }: Span,
): void {
  const { inline, anchors } = prose;
  let from = start;
  for (let at = firstFrom(anchors, start); at < anchors.length; at++) {
    const anchor = anchors[at];
    if (!anchor || anchor.start >= end) break;
    for (const cut of anchor.cuts) {
      if (cut.start < from || cut.end > end) continue;
      const before = cut.as === '' ? trimmed(inline.text, from, cut.start).end : cut.start;
      appendReading(builder, draft, base, inline, from, before);
      const span = movedBy(markdownSpan(inline, cut.start, cut.end), base);
      if (cut.as !== '') builder.replace(cut.as, span.start, span.end);
      from = before > start || cut.as !== '' ? cut.end : trimmed(inline.text, cut.end, end).start;
    }
  }
  appendReading(builder, draft, base, inline, from, end);
}

/** Where the words of a stretch end: before the citations at its end and the punctuation around them. */
export function endWithoutCitations(prose: Prose, start: number, end: number): number {
  const { text } = prose.inline;
  let last = end;
  for (let at = firstFrom(prose.anchors, end) - 1; at >= 0; at--) {
    const anchor = prose.anchors[at];
    const tail = anchor && tailOf(anchor);
    if (!tail || tail.end > last) continue;
    if (tail.start < start || !/^[\s.,;:!?)…]*$/.test(text.slice(tail.end, last))) break;
    if (anchor.kind === 'in-text' && !/(?:^|[.!?…"”’»)])\s*$/.test(text.slice(start, tail.start))) break;
    last = trimmed(text, start, tail.start).end;
  }
  return last;
}

/** What of a citation is no words where it stands behind them: all if the words in its brackets are names; else its key. */
function tailOf({ start, end, cuts, words }: Anchor): Span | undefined {
  if (words === undefined || isAttributionText(words)) return { start, end };
  return cuts.length === 1 ? cuts[0] : undefined;
}

/**
 * Where the words of a stretch begin: behind the citations at its start, such as `[@key, p. 3]` or `@key:`; an author
 * without a colon is part of the sentence.
 */
export function startWithoutCitations(prose: Prose, start: number, end: number): number {
  const { text } = prose.inline;
  let first = start;
  for (let at = firstFrom(prose.anchors, start); at < prose.anchors.length; at++) {
    const anchor = prose.anchors[at];
    if (!anchor || anchor.end > end || text.slice(first, anchor.start).trim() !== '') break;
    if (anchor.words !== undefined) break;
    const behind = /^[\s:.,;—–-]*/.exec(text.slice(anchor.end, end))?.[0] ?? '';
    if (anchor.kind === 'in-text' && !behind.startsWith(':')) break;
    first = anchor.end + behind.length;
  }
  return first;
}

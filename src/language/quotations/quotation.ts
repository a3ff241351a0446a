import { appendReading, MappedTextBuilder, markdownSpan, rawMarkdown, type Span } from '#corpus-index';
import type { Citation, Quotation } from '../draft';
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
  const text = parts
    .map(({ placed, start, end }) => rawMarkdown(draft, placed.base, placed.prose.inline, start, end))
    .join('\n\n');
  const builder = new MappedTextBuilder();
  parts.forEach((part, index) => {
    if (index > 0) builder.replace('\n\n', spans[index - 1]?.end ?? 0, spans[index]?.start ?? 0);
    appendWords(builder, draft, part.placed, part);
  });
  return { kind, span, text, reading: builder.finish(), citations };
}

const movedBy = ({ start, end }: Span, base: number): Span => ({ start: start + base, end: end + base });

/** Adds the words of a stretch without the citations and notes in it and the space before them. */
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
    if (!anchor || anchor.end > end) break;
    if (anchor.start < from) continue;
    const before = trimmed(inline.text, from, anchor.start);
    appendReading(builder, draft, base, inline, from, before.end);
    from = before.end > start ? anchor.end : trimmed(inline.text, anchor.end, end).start;
  }
  appendReading(builder, draft, base, inline, from, end);
}

/** Where the words of a stretch end: before the citations at its end and the punctuation around them. */
export function endWithoutCitations(prose: Prose, start: number, end: number): number {
  const { text } = prose.inline;
  let last = end;
  for (let at = firstFrom(prose.anchors, end) - 1; at >= 0; at--) {
    const anchor = prose.anchors[at];
    if (!anchor || anchor.end > last) continue;
    if (anchor.start < start || !/^[\s.,;:!?)…]*$/.test(text.slice(anchor.end, last))) break;
    if (anchor.kind === 'in-text' && !/(?:^|[.!?…"”’»)])\s*$/.test(text.slice(start, anchor.start))) break;
    last = trimmed(text, start, anchor.start).end;
  }
  return last;
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
    const behind = /^[\s:.,;—–-]*/.exec(text.slice(anchor.end, end))?.[0] ?? '';
    if (anchor.kind === 'in-text' && !behind.startsWith(':')) break;
    first = anchor.end + behind.length;
  }
  return first;
}

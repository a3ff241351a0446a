import { overlaps, type Span } from '#corpus-index';
import type { Draft } from '../draft';

/**
 * Tells whether a stretch of a draft is the writer's own prose: outside of quotations and what may be one, citations with
 * what their brackets hold, code, front matter and link targets. Names are spelled there as the house does, elsewhere as
 * others do.
 */
export function ownWords(draft: Draft): (span: Span) => boolean {
  const others = [
    ...draft.quotations.map(({ span }) => span),
    ...draft.unread.map(({ start, end }) => ({ start, end: paragraphEnd(draft.text, end) })),
    ...draft.citations.flatMap(({ span, group }) => [span, group]),
    ...draft.opaque,
  ].sort((a, b) => a.start - b.start);
  const reach = reaches(others);
  return (span) => {
    const last = lastBefore(others, span.end);
    for (let at = last; at >= 0 && (reach[at] ?? 0) > span.start; at--) {
      const other = others[at];
      if (other && overlaps(other, span)) return false;
    }
    return true;
  };
}

/** A mark without a partner may quote to the end of its paragraph. */
function paragraphEnd(text: string, from: number): number {
  const blank = /\r?\n[ \t]*\r?\n/g;
  blank.lastIndex = from;
  return blank.exec(text)?.index ?? text.length;
}

/** By stretch: how far it and those before it reach. */
function reaches(spans: readonly Span[]): number[] {
  let far = 0;
  return spans.map(({ end }) => (far = Math.max(far, end)));
}

/** The number of the last stretch that begins before an offset; -1 where none does. */
function lastBefore(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

import { type InlineText, type Span } from '#corpus-index';
import type { CitationGroup } from '../citations/find-citations';
import type { Citation } from '../draft';
import type { Prose } from './prose';

/**
 * What may claim a quotation for a source, in units of an inline text. A `bracket` stands behind what it speaks of, as
 * does a `note`; `in-text`, an author named in the sentence, mostly stands before. A citation between round brackets
 * is a bracket.
 */
export interface Anchor extends Span {
  readonly kind: 'bracket' | 'in-text' | 'note';
  readonly citations: readonly Citation[];
  /** Of a reference to a footnote. */
  readonly label?: string;
  /** Of an inline note. */
  readonly note?: Prose;
}

/** How far the round brackets around a citation may stand from it. */
const WIDEST_PARENTHESIS = 120;

export function anchorsOf(
  inline: InlineText,
  groups: readonly CitationGroup[],
  notes: ReadonlyMap<number, Prose>,
): Anchor[] {
  const citations = groups.map((group) => citationAnchor(inline.text, group));
  const references = inline.pieces
    .filter(({ kind }) => kind === 'note')
    .map(({ at, length, label }): Anchor => {
      const note = notes.get(at);
      return {
        kind: 'note',
        start: at,
        end: at + length,
        citations: [],
        ...(label !== undefined && { label }),
        ...(note && { note }),
      };
    });
  return references.length === 0
    ? citations
    : [...citations, ...references].sort((a, b) => a.start - b.start);
}

function citationAnchor(text: string, { kind, start, end, citations }: CitationGroup): Anchor {
  const before = /\([^()"“”„«»]*$/.exec(text.slice(Math.max(0, start - WIDEST_PARENTHESIS), start));
  const after = /^[^()"“”„«»]*\)/.exec(text.slice(end, end + WIDEST_PARENTHESIS));
  if (!before || !after) return { kind, start, end, citations };
  return { kind: 'bracket', start: start - before[0].length, end: end + after[0].length, citations };
}

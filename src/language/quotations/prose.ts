import type { InlineText, Span } from '#corpus-index';
import { findCitations, type CitationGroup } from '../citations/find-citations';
import { anchorsOf, type Anchor } from './anchors';
import type { UnpairedMark } from './mark-pairs';
import { quotedStretches, type QuotedStretch } from './quoted-stretches';
import { sentenceEnds } from './sentences';

/** A run of running text (a paragraph, a heading, a cell, an inline note) with all that stands in it. */
export interface Prose {
  readonly inline: InlineText;
  /** The Markdown that the inline text's offsets are those of. */
  readonly markdown: string;
  /** All citations, those inside others too. */
  readonly groups: readonly CitationGroup[];
  readonly exampleLabels: readonly string[];
  /** What may claim a quotation, in order: citations and references to notes. */
  readonly anchors: readonly Anchor[];
  readonly quotations: readonly QuotedStretch[];
  /** Quotation marks without a partner. */
  readonly unpaired: readonly UnpairedMark[];
  /** See `sentenceEnds`. */
  readonly sentences: readonly number[];
  /** The inline notes, each a run of its own. */
  readonly notes: readonly Prose[];
}

export function readProse(inline: InlineText, markdown: string): Prose {
  const { groups, exampleLabels } = findCitations(inline, markdown);
  const outer = groups.filter(({ inner }) => !inner);
  const notes = new Map(
    inline.pieces.flatMap(({ at, content }): [number, Prose][] =>
      content ? [[at, readProse(content, markdown)]] : [],
    ),
  );
  const anchors = anchorsOf(inline, outer, notes);
  const { quotations, unpaired } = quotedStretches(inline, markdown, outer);
  const closers: readonly Span[] = anchors.filter(({ kind }) => kind !== 'in-text');
  const sentences = sentenceEnds(inline, quotations, closers);
  return {
    inline,
    markdown,
    groups,
    exampleLabels,
    anchors,
    quotations,
    unpaired,
    sentences,
    notes: [...notes.values()],
  };
}

import type { Corpus, SourceText, Span } from '#corpus-index';
import type { Draft } from '../draft';
import { escapeMarkdown } from '../markdown-escape';
import { actorHover } from './actor-hover';
import { citationHover } from './citation-hover';
import { differenceHover, quotationHover } from './quotation-hover';
import type { ActorView } from '../actor-view';

/** What a hover shows, as Markdown without trust: no commands, no HTML. */
export interface HoverContent {
  readonly span: Span;
  readonly markdown: string;
}

/** Makes a link to a stretch of a source's file; the surface knows where files are. Undefined where none can lead there. */
export type LinkTo = (source: Pick<SourceText, 'path' | 'text' | 'format'>, span: Span) => string | undefined;

/** Words that lead to a place, or the words alone. */
export const linked = (words: string, target: string | undefined): string =>
  target === undefined ? escapeMarkdown(words) : `[${escapeMarkdown(words)}](${target})`;

export interface HoverContext {
  readonly corpus: Corpus;
  readonly actors: ActorView;
  readonly linkTo: LinkTo;
  /** Sources are still being read: what a quotation says cannot be told yet. */
  readonly isIndexing: boolean;
  /** The reference of the citation at hand as it will be printed, as Markdown; where the surface can print it. */
  readonly reference?: string;
}

/**
 * The hover at an offset of a draft; nothing in code, front matter or links. One card at a time, the one about the fewest
 * words: a citation on its key; on words of a quotation that are not the source's, what the source has, even if they are
 * a name, since a wrong name is what a reviewer must see; else who a name is, as a reader asks; else the quotation, which
 * is reached on all its other words.
 */
export function draftHover(context: HoverContext, draft: Draft, offset: number): HoverContent | undefined {
  const citation = citationHover(context, draft, offset);
  if (citation || isOpaque(draft, offset)) return citation;
  return (
    (context.isIndexing ? undefined : differenceHover(context, draft, offset)) ??
    actorHover(context, context.actors.mentionsInDraft(draft), offset) ??
    (context.isIndexing ? undefined : quotationHover(context, draft, offset))
  );
}

/** The hover at an offset of a source: an actor. */
export const sourceHover = (context: HoverContext, text: string, offset: number): HoverContent | undefined =>
  actorHover(context, context.actors.mentionsIn(text), offset);

const isOpaque = (draft: Draft, offset: number): boolean =>
  draft.opaque.some((span) => span.start <= offset && offset < span.end) ||
  draft.citations.some(({ span }) => span.start <= offset && offset <= span.end);

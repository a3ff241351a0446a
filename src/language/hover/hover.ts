import type { Corpus, Span } from '#corpus-index';
import type { Draft } from '../draft';
import { actorHover } from './actor-hover';
import { citationHover } from './citation-hover';
import type { ActorView } from '../actor-view';

/** What a hover shows, as Markdown without trust: no commands, no HTML. */
export interface HoverContent {
  readonly span: Span;
  readonly markdown: string;
}

/** Makes a link to a stretch of a source's file; the surface knows where files are. */
export type LinkTo = (source: { readonly path: string; readonly text: string }, span: Span) => string;

export interface HoverContext {
  readonly corpus: Corpus;
  readonly actors: ActorView;
  readonly linkTo: LinkTo;
}

/** The hover at an offset of a draft: a citation, else an actor; nothing in code, front matter or links. */
export function draftHover(context: HoverContext, draft: Draft, offset: number): HoverContent | undefined {
  return (
    citationHover(context, draft, offset) ??
    (isOpaque(draft, offset) ? undefined : actorHover(context, draft.text, offset))
  );
}

/** The hover at an offset of a source: an actor. */
export const sourceHover = (context: HoverContext, text: string, offset: number): HoverContent | undefined =>
  actorHover(context, text, offset);

const isOpaque = (draft: Draft, offset: number): boolean =>
  draft.opaque.some((span) => span.start <= offset && offset < span.end) ||
  draft.citations.some(({ span }) => span.start <= offset && offset <= span.end);

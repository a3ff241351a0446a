import type { Draft } from '../draft';
import { actorCompletionPrefix } from './actor-prefix';
import { escapeMarkdown } from '../markdown-escape';
import type { CompletionContext, Completions } from './completion';

/** More names than this are no help in a list. */
const MOST_ITEMS = 50;

/** In prose: the actors one of whose names has a word that begins as typed. */
export function completeActor(
  { actors }: CompletionContext,
  draft: Draft,
  offset: number,
): Completions | undefined {
  const typed = actorCompletionPrefix(draft.text, offset);
  if (typed === undefined || draft.citations.some(({ span }) => span.start <= offset && offset <= span.end))
    return undefined;
  const items = actors.complete(typed.text, MOST_ITEMS).map(({ actor, alias }, rank) => ({
    label: actor.name,
    kind: 'actor' as const,
    detail: alias === actor.name ? (actor.position[0] ?? actor.schema) : alias,
    documentation: escapeMarkdown(
      [actor.position.join(', '), actor.summary ?? ''].filter((part) => part !== '').join('. '),
    ),
    filterText: typed.text,
    sortText: String(rank).padStart(3, '0'),
    replace: { start: typed.start, end: offset },
    newText: actor.name,
  }));
  return { items, incomplete: true };
}

import type { Draft } from '../draft';
import { escapeMarkdown } from '../markdown-escape';
import { namePrefixes, type NamePrefix } from './actor-prefix';
import type { CompletionContext, CompletionItem, Completions } from './completion';

/** More names than this are no help in a list. */
const MOST_ITEMS = 50;

/** In prose: the actors one of whose names has words that begin as typed. */
export function completeActor(
  context: CompletionContext,
  draft: Draft,
  offset: number,
): Completions | undefined {
  const prefixes = namePrefixes(draft.text, offset);
  if (prefixes.length === 0 || draft.citations.some(({ span }) => span.start <= offset && offset <= span.end))
    return undefined;
  for (const prefix of prefixes) {
    const items = itemsFor(context, prefix, offset);
    if (items.length > 0) return { items, incomplete: true };
  }
  return { items: [], incomplete: true };
}

const itemsFor = ({ actors }: CompletionContext, prefix: NamePrefix, offset: number): CompletionItem[] =>
  actors.complete(prefix.text, MOST_ITEMS).map(({ actor, alias }, rank) => ({
    label: actor.name,
    kind: 'actor' as const,
    detail: alias === actor.name ? (actor.position[0] ?? actor.schema) : alias,
    documentation: escapeMarkdown(
      [actor.position.join(', '), actor.summary ?? ''].filter((part) => part !== '').join('. '),
    ),
    filterText: prefix.text,
    sortText: String(rank).padStart(3, '0'),
    replace: { start: prefix.start, end: offset },
    newText: actor.name,
  }));

import { touches, type Actor, type ActorCompletion } from '#corpus-index';
import { familyOf, spelled } from '../actors/house-spelling';
import { sourceSpellings } from '../actors/source-spellings';
import type { Draft } from '../draft';
import { escapeMarkdown } from '../markdown-escape';
import { shortReference } from '../reference';
import { namePrefixes, type NamePrefix } from './actor-prefix';
import type { CompletionContext, CompletionItem, Completions } from './completion';

/** More names than this are no help in a list. */
const MOST_ITEMS = 50;

/**
 * The actors one of whose names has words that begin as typed. In the writer's own words in the house spelling, in a
 * quotation as the cited sources spell them there.
 */
export function completeActor(
  context: CompletionContext,
  draft: Draft,
  offset: number,
): Completions | undefined {
  const prefixes = namePrefixes(draft.text, offset);
  if (prefixes.length === 0 || draft.citations.some(({ span }) => span.start <= offset && offset <= span.end))
    return undefined;
  const offers = offersAt(context, draft, offset);
  for (const prefix of prefixes) {
    const items = itemsFor(context, prefix, offset, offers);
    if (items.length > 0) return { items, incomplete: true };
  }
  return { items: [], incomplete: true };
}

/** What may be written for an actor, the best first, and what is said beside it. */
type Offers = (found: ActorCompletion) => readonly { readonly text: string; readonly detail: string }[];

function offersAt(context: CompletionContext, draft: Draft, offset: number): Offers {
  const quotation = draft.quotations.find(
    ({ span, citations }) => citations.length > 0 && touches(span, offset),
  );
  const own = houseOffers(draft, offset);
  if (!quotation) return own;
  return (found) => {
    const spellings = sourceSpellings(context, quotation.citations, found.actor.id);
    if (spellings.length === 0) return own(found);
    return spellings.map(({ text, source }) => ({ text, detail: `as in ${shortReference(source)}` }));
  };
}

/** The house spelling; behind it the family name, which is enough once the draft has named a person in full. */
function houseOffers(draft: Draft, offset: number): Offers {
  const before = draft.text.slice(0, offset);
  return ({ actor, alias }) => {
    // A part of the name says nothing new beside it.
    const isPart = spelled(actor.name).includes(spelled(alias));
    const detail = isPart ? (actor.position[0] ?? actor.schema) : alias;
    const family = shortName(actor);
    // To look for names in the whole draft would take too long at a keystroke.
    const isNamed = [actor.name, ...actor.alias].some((name) => name !== family && before.includes(name));
    return [
      { text: actor.name, detail },
      ...(family !== undefined && isNamed ? [{ text: family, detail: actor.name }] : []),
    ];
  };
}

/** The family name in the house spelling, where the registry says that it names the person where the full name does. */
function shortName(actor: Actor): string | undefined {
  const family = familyOf(actor, actor.name);
  return family !== undefined && actor.weakAlias.some((alias) => spelled(alias) === spelled(family))
    ? family
    : undefined;
}

const itemsFor = (
  { actors }: CompletionContext,
  prefix: NamePrefix,
  offset: number,
  offers: Offers,
): CompletionItem[] =>
  actors
    .complete(prefix.text, MOST_ITEMS)
    .flatMap((found) => offers(found).map((offer) => ({ ...offer, actor: found.actor })))
    .map(({ actor, text, detail }, rank) => ({
      label: text,
      kind: 'actor' as const,
      detail,
      documentation: escapeMarkdown(
        [actor.position.join(', '), actor.summary ?? ''].filter((part) => part !== '').join('. '),
      ),
      filterText: prefix.text,
      sortText: String(rank).padStart(3, '0'),
      replace: { start: prefix.start, end: offset },
      newText: text,
    }));

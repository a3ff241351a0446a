import { passageAt, touches, type Actor, type Mention, type Source } from '#corpus-index';
import { spelled } from '../actors/house-spelling';
import type { SourceMentions } from '../actor-view';
import { escapeMarkdown } from '../markdown-escape';
import { passageLocator, shortReference } from '../reference';
import { linked, type HoverContent, type HoverContext } from './hover';

/** So many passages are linked, the first of each source before the second of any. */
const MOST_LINKS = 3;

/** On a name: who that is, and where the sources name them. */
export function actorHover(
  context: HoverContext,
  mentions: readonly Mention[],
  offset: number,
): HoverContent | undefined {
  const mention = mentions.find((candidate) => touches(candidate, offset));
  if (!mention) return undefined;
  const cards = mention.actors.flatMap((id) => {
    const actor = context.actors.actor(id);
    return actor ? [actorCard(context, actor)] : [];
  });
  const lead = cards.length > 1 ? ['This name can mean any of these:'] : [];
  const why = matchedAs(mention);
  return {
    span: { start: mention.start, end: mention.end },
    markdown: [...lead, ...cards, ...why].join('\n\n---\n\n'),
  };
}

/** Why the words are taken for the actor's name, where the record does not have them or the text must have said more. */
function matchedAs({ explanation, weak, origin }: Mention): string[] {
  if (explanation !== undefined) return [`*Matched as ${escapeMarkdown(explanation)}.*`];
  return weak && origin === 'weakAlias'
    ? ['*A short name: counted because the text gives the full one.*']
    : [];
}

/** Name and kind, position and membership, summary, other names, mentions. */
function actorCard(context: HoverContext, actor: Actor): string {
  const memberships = actor.memberOf.map((id) => context.actors.actor(id)?.name ?? id);
  const aliases = [...actor.alias, ...actor.previousName, ...actor.weakAlias];
  const named = context.actors.sourcesNaming(actor.id);
  return [
    `**${escapeMarkdown(actor.name)}** · ${escapeMarkdown(actor.schema)}`,
    line('', actor.position),
    line('Member of ', memberships),
    actor.summary === undefined ? '' : escapeMarkdown(actor.summary),
    line('Also: ', aliases),
    ...mentionLines(named),
    passageLinks(context, named),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const line = (label: string, values: readonly string[]): string =>
  values.length === 0 ? '' : label + escapeMarkdown(values.join(', '));

/** For each source, how often it names the actor and how it spells the name, the usual spelling first. */
function mentionLines(named: readonly SourceMentions[]): string[] {
  if (named.length === 0) return ['Not named in the sources.'];
  const rows = named.map(({ source, mentions }) => {
    const spellings = spellingsIn(source, mentions).map(({ text, count }, at, all) => {
      const times = all.length > 1 && count > 1 ? ` (${count})` : '';
      return `*${escapeMarkdown(text)}*${times}`;
    });
    return `- ${escapeMarkdown(shortReference(source))}: ${mentions.length} × ${spellings.join(', ')}`;
  });
  return [rows.join('\n')];
}

function spellingsIn({ text }: Source, mentions: SourceMentions['mentions']) {
  const counted = new Map<string, { text: string; count: number }>();
  for (const { start, end } of mentions) {
    const written = text.slice(start, end).replace(/\s+/g, ' ');
    const { text: first, count } = counted.get(spelled(written)) ?? { text: written, count: 0 };
    counted.set(spelled(written), { text: first, count: count + 1 });
  }
  return [...counted.values()].sort((a, b) => b.count - a.count);
}

function passageLinks({ linkTo }: HoverContext, named: readonly SourceMentions[]): string {
  const places = named.map(({ source, mentions }) => passagesOf(source, mentions));
  const rounds = Math.max(0, ...places.map((one) => one.length));
  const inTurn = Array.from({ length: rounds }, (_, round) =>
    places.flatMap((one) => one[round] ?? []),
  ).flat();
  return inTurn
    .slice(0, MOST_LINKS)
    .map(({ source, passage }) =>
      linked(`${shortReference(source)}, ${passageLocator(passage)}`, linkTo(source, passage)),
    )
    .join(' · ');
}

function passagesOf(source: Source, mentions: SourceMentions['mentions']) {
  const found = mentions.flatMap((mention) => passageAt(source, mention.start) ?? []);
  return [...new Set(found)].map((passage) => ({ source, passage }));
}

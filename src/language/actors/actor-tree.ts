import type { Actor, Corpus, Mention, Source } from '#corpus-index';
import type { ActorView } from '../actor-view';
import { excerpt } from '../cite/excerpt';
import { passageText } from '../passage-text';
import { chosenSources, namingPassages, type NamingPassage } from './named-in-passages';

/** How often the sources name an actor without doubt. */
export interface ActorCount {
  readonly actor: Actor;
  readonly mentions: number;
  readonly passages: number;
  readonly sources: number;
}

/** Every actor of the registry in its order, also those that no source names; `key` for one source alone. */
export function countActors(corpus: Corpus, view: ActorView, key?: string): ActorCount[] {
  const counts = new Map<string, { mentions: number; passages: number; sources: number }>();
  for (const source of chosenSources(corpus.sources, key)) {
    const here = new Set<string>();
    for (const { named } of namingPassages(view, source)) {
      for (const [id, mentions] of named) {
        const count = counts.get(id) ?? { mentions: 0, passages: 0, sources: 0 };
        count.mentions += mentions.length;
        count.passages++;
        if (!here.has(id)) count.sources++;
        here.add(id);
        counts.set(id, count);
      }
    }
  }
  return corpus.actors.map((actor) => ({
    actor,
    ...(counts.get(actor.id) ?? { mentions: 0, passages: 0, sources: 0 }),
  }));
}

/** What is equally strong stands in the order of names: the same corpus, the same list. */
export const mostMentionedFirst = (counts: readonly ActorCount[]): ActorCount[] =>
  counts.toSorted((x, y) => y.mentions - x.mentions || byName(x.actor, y.actor));

/** By code units, not by a locale: the same everywhere. */
export const byName = (a: Actor, b: Actor): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** A passage that names the actors asked for. */
export interface MentioningPassage {
  readonly passage: NamingPassage['passage'];
  /** The mentions of these actors, in order. */
  readonly mentions: readonly Mention[];
  /** One line of the passage around the first mention, plain text. */
  readonly excerpt: string;
}

/** The passages of one source that name them. */
export interface MentioningSource {
  readonly source: Source;
  readonly mentions: number;
  /** The first `limit` of `total`. */
  readonly passages: readonly MentioningPassage[];
  readonly total: number;
}

/** Where the sources name an actor, or several in one passage; sources that do not are left out. */
export function mentionsBySource(
  corpus: Corpus,
  view: ActorView,
  ids: readonly string[],
  { key, limit }: { readonly key?: string | undefined; readonly limit: number },
): MentioningSource[] {
  return chosenSources(corpus.sources, key).flatMap((source) => {
    const naming = namingPassages(view, source).filter(({ named }) => ids.every((id) => named.has(id)));
    if (naming.length === 0) return [];
    const mentions = naming.map(({ named }) => mentionsOf(named, ids));
    return {
      source,
      mentions: mentions.reduce((sum, one) => sum + one.length, 0),
      passages: naming
        .slice(0, limit)
        .map(({ passage }, at) => mentioningPassage(source, passage, mentions[at] ?? [])),
      total: naming.length,
    };
  });
}

const mentionsOf = (named: NamingPassage['named'], ids: readonly string[]): Mention[] =>
  ids.flatMap((id) => named.get(id) ?? []).sort((a, b) => a.start - b.start);

function mentioningPassage(
  source: Source,
  passage: NamingPassage['passage'],
  mentions: readonly Mention[],
): MentioningPassage {
  const [first] = mentions;
  const words = first ? source.text.slice(first.start, first.end) : '';
  return { passage, mentions, excerpt: excerpt(passageText(source, passage), words) };
}

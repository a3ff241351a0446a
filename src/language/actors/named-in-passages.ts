import { passageAt, type Mention, type Passage, type Source } from '#corpus-index';
import type { ActorView } from '../actor-view';

/** Who a passage names without doubt, and where. */
export interface NamingPassage {
  readonly source: Source;
  readonly passage: Passage;
  /** By the actor's id, its mentions in order. */
  readonly named: ReadonlyMap<string, readonly Mention[]>;
}

interface Naming {
  readonly source: Source;
  readonly passages: readonly NamingPassage[];
  readonly byActor: ReadonlyMap<string, readonly Mention[]>;
}

/** By the list of a source's mentions, which is another one whenever the text or the registry is. */
const known = new WeakMap<readonly Mention[], Naming>();

/** The passages of a source that name an actor of the registry without doubt, in order. */
export const namingPassages = (view: ActorView, source: Source): readonly NamingPassage[] =>
  namingOf(view, source).passages;

/** Where a source names an actor without doubt, in order. */
export const sureMentions = (view: ActorView, source: Source, id: string): readonly Mention[] =>
  namingOf(view, source).byActor.get(id) ?? [];

function namingOf(view: ActorView, source: Source): Naming {
  const mentions = view.mentionsOf(source);
  const before = known.get(mentions);
  if (before?.source === source) return before;
  const passages = byPassage(source, mentions);
  const found = { source, passages, byActor: byActor(passages) };
  known.set(mentions, found);
  return found;
}

function byActor(passages: readonly NamingPassage[]): Map<string, readonly Mention[]> {
  const found = new Map<string, Mention[]>();
  for (const { named } of passages) {
    for (const [id, mentions] of named) {
      const all = found.get(id);
      if (all) all.push(...mentions);
      else found.set(id, [...mentions]);
    }
  }
  return found;
}

function byPassage(source: Source, mentions: readonly Mention[]): NamingPassage[] {
  const found: { source: Source; passage: Passage; named: Map<string, Mention[]> }[] = [];
  for (const mention of mentions) {
    const [id, ...others] = mention.actors;
    const passage = passageAt(source, mention.start);
    if (id === undefined || others.length > 0 || !passage) continue;
    let last = found.at(-1);
    if (last?.passage !== passage) found.push((last = { source, passage, named: new Map() }));
    const of = last.named.get(id);
    if (of) of.push(mention);
    else last.named.set(id, [mention]);
  }
  return found;
}

/** The sources that are meant: one of them by its key, or all. */
export const chosenSources = (sources: readonly Source[], key: string | undefined): readonly Source[] =>
  key === undefined ? sources : sources.filter((source) => source.key === key);

import type { Actor } from '../../records/actor';
import { isAbbreviation, nameKey } from '../name-words';
import type { CollectedName } from './collect-names';
import { collectNames } from './collect-names';
import type { DiscoveredName, NamePlace, NearActor } from './discovered-name';
import { PLACES } from './discovered-name';
import type { SchemaGuess } from './guess-schema';
import { guessSchema } from './guess-schema';
import type { JoinedName } from './join-names';
import { joinNames } from './join-names';
import { formsOfRun } from './name-forms';
import type { NearIndex } from './near-actors';
import { nearActors, nearIndex } from './near-actors';
import type { SourceNames } from './source-names';
import type { StatedFact } from './stated-pairs';
import { statedFacts } from './stated-pairs';

export interface Registry {
  readonly actors: readonly Actor[];
  /** Names that a person told to ignore. */
  readonly ignored: readonly string[];
}

/**
 * The names in the sources that no actor claims and nobody told to ignore, the likeliest person or organisation
 * that matters first. A name is a run of capitals without titles, openings of sentences, months and nationalities; its
 * spellings, its stated abbreviations and aliases, and the bare surname of a person named in full count as one.
 */
export function discoverNames(sources: readonly SourceNames[], registry: Registry): DiscoveredName[] {
  const small = smallWords(sources);
  const names = collectNames(sources, small);
  const known = nearIndex(registry.actors);
  const passedOver = new Set([...known.keys, ...registry.ignored.map(nameKey)]);
  for (const key of names.keys()) if (passedOver.has(key) || passedOver.has(`al ${key}`)) names.delete(key);
  const facts = statedFacts(sources, (text) => formsOfRun({ text, isInitial: false }, small));
  const texts = new Map(sources.map(({ source, text }) => [source, text]));
  return joinNames(names, facts.pairs)
    .map((joined) => describe(joined, { texts, known, facts, registry }))
    .sort((a, b) => b.score - a.score || b.count - a.count || (a.name < b.name ? -1 : 1));
}

function smallWords(sources: readonly SourceNames[]): ReadonlySet<string> {
  const small = new Set<string>();
  for (const source of sources) for (const word of source.small) small.add(word);
  return small;
}

interface Context {
  readonly texts: ReadonlyMap<string, string>;
  readonly known: NearIndex;
  readonly facts: StatedFact;
  readonly registry: Registry;
}

function describe({ main, all }: JoinedName, context: Context): DiscoveredName {
  const { tally } = main;
  const isAbbreviated = all.some((name) => context.facts.abbreviated.has(name.key));
  const guess = guessSchema({
    text: main.text,
    found: main.found,
    count: tally.count,
    titles: main.titles,
    before: tally.before,
    behind: wordsBehind(tally.places, context.texts),
    isAbbreviated,
  });
  const variants = variantsOf(all);
  return {
    name: main.text,
    variants,
    count: tally.count,
    sources: [...tally.bySource]
      .map(([source, count]) => ({ source, count }))
      .sort((a, b) => b.count - a.count),
    places: placesToShow(tally.places),
    schema: guess.schema,
    reason: guess.reason,
    score: scoreOf(main, guess),
    aliasOf: ownersOf(all, variants, context),
  };
}

function variantsOf(all: readonly CollectedName[]): DiscoveredName['variants'] {
  const counts = new Map<string, number>();
  for (const { forms } of all)
    for (const [text, count] of forms) counts.set(text, (counts.get(text) ?? 0) + count);
  return [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count);
}

/**
 * What speaks for a person or organisation, times how often the sources name it: once counts 0.6 of what very often
 * does. A capital that only ever opens a sentence may be no name at all.
 */
function scoreOf({ tally, found, text }: CollectedName, { strength }: SchemaGuess): number {
  const often = 1 - 1 / (1 + Math.log2(1 + tally.count));
  const inSources = 1 - 1 / (1 + tally.bySource.size);
  const weight = 0.35 + 0.35 * often + 0.3 * inSources;
  const isDoubtful = tally.free === 0 && found.length === 1 && !isAbbreviation(text);
  return Math.round(1000 * strength * weight * (isDoubtful ? 0.4 : 1)) / 1000;
}

/** One of each source first. */
function placesToShow(places: readonly NamePlace[]): NamePlace[] {
  const first = places.filter(({ source }, at) => places.findIndex((one) => one.source === source) === at);
  const others = places.filter((place) => !first.includes(place));
  return [...first, ...others].slice(0, PLACES);
}

function wordsBehind(places: readonly NamePlace[], texts: ReadonlyMap<string, string>): string[] {
  return places.flatMap(({ source, end }) => {
    const behind = /^\s(?:also |has |had |later )?(\p{Ll}+)/u.exec(
      texts.get(source)?.slice(end, end + 30) ?? '',
    );
    return behind?.[1] ?? [];
  });
}

/** What the texts state comes first. */
function ownersOf(
  all: readonly CollectedName[],
  variants: DiscoveredName['variants'],
  context: Context,
): NearActor[] {
  const stated = all.flatMap(({ key }) => {
    const owner = context.facts.owners.get(key);
    const actor = owner && context.registry.actors.find(({ id }) => id === owner.actor);
    return actor ? [{ id: actor.id, name: actor.name, reason: owner.reason }] : [];
  });
  const near = nearActors(
    context.known,
    variants.map(({ text }) => text),
  );
  return [...stated, ...near.filter(({ id }) => !stated.some((one) => one.id === id))];
}

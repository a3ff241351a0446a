import type { CancellationToken } from 'vscode-languageserver/node';
import type { Source } from '#corpus-index';
import type {
  ActorGraphParams,
  ActorGraphResult,
  ActorLink,
  ActorMentionsParams,
  ActorMentionsResult,
  ActorsParams,
  ActorsResult,
  ActorSummary,
  DatedPassageRow,
  DatedSource,
  MentionSource,
  SourceChoice,
} from '../protocol';
import { ACTORS_FILE } from '../ingest/settings';
import { actorKind } from '../language/actors/actor-kind';
import {
  countActors,
  mentionsBySource,
  mostMentionedFirst,
  type ActorCount,
  type MentioningSource,
} from '../language/actors/actor-tree';
import { coMentions, type ActorPair } from '../language/actors/co-mentions';
import { datedWithin, datesByYear, timeline, type DatedPassage } from '../language/actors/timeline';
import { excerpt } from '../language/cite/excerpt';
import { passageText } from '../language/passage-text';
import { passageLocator, shortReference } from '../language/reference';
import type { FolderCorpus } from './folder-corpus';
import { rest } from './in-slices';
import { readNames } from './read-names';
import { positionsIn } from './to-lsp';
import { sourceUri } from './uris';
import type { Workspace } from './workspace';

/** So many passages of one source are listed for an actor; the rest is counted. */
const MOST_PASSAGES = 500;

/** A picture of more actors than this cannot be read. */
const MOST_SHOWN = 60;

/** What a view lists at most; the rest is counted. */
const MOST_ACTORS = 5000;
const MOST_ROWS = 1000;

/** Answers the Actors view and the actor graph. */
export class ActorViewRequests {
  constructor(private readonly workspace: Workspace) {}

  async actors({ folder: uri, source }: ActorsParams, token: CancellationToken): Promise<ActorsResult> {
    const folder = this.workspace.folder(uri);
    if (!folder) return { actors: [], total: 0, sources: [], hasRegistry: false, complete: true };
    await readNames(folder, token);
    const counts = mostMentionedFirst(countActors(folder.corpus, folder.actors, source));
    return {
      actors: counts.slice(0, MOST_ACTORS).map(actorSummary),
      total: counts.length,
      ...stateOf(folder),
    };
  }

  async mentions(
    { folder: uri, actors, source: key }: ActorMentionsParams,
    token: CancellationToken,
  ): Promise<ActorMentionsResult> {
    const folder = this.workspace.folder(uri);
    if (!folder || actors.length === 0) return { sources: [] };
    await readNames(folder, token);
    const found = mentionsBySource(folder.corpus, folder.actors, actors, { key, limit: MOST_PASSAGES });
    return { sources: found.map((one) => mentionSource(folder, one)) };
  }

  async graph(
    { folder: uri, source: key, minimum, dated: wanted }: ActorGraphParams,
    token: CancellationToken,
  ): Promise<ActorGraphResult> {
    const folder = this.workspace.folder(uri);
    if (!folder) return NOTHING;
    await readNames(folder, token);
    const { corpus, actors: view } = folder;
    const all = coMentions(corpus, view, { key, minimum });
    const actors = all.actors.slice(0, MOST_ROWS);
    await rest();
    const place = new Map(actors.map(({ actor }, at) => [actor.id, at]));
    const { dated, sources } = timeline(corpus, view, {
      key,
      actors: new Set(place.keys()),
      named: wanted?.actors,
    });
    const within = datedWithin(dated, wanted ?? {});
    await rest();
    return {
      actors: actors.map(actorSummary),
      totalActors: all.actors.length,
      shown: Math.min(actors.length, MOST_SHOWN),
      links: linksOf(all.pairs, place),
      totalLinks: all.pairs.length,
      datedYears: datesByYear(dated),
      dated: within.slice(0, MOST_ROWS).map((one) => datedRow(folder, one, place)),
      totalDated: within.length,
      datedSources: sources.map(({ source, issued }) => datedSource(folder, source, issued)),
      ...stateOf(folder),
    };
  }
}

const NOTHING: ActorGraphResult = {
  actors: [],
  totalActors: 0,
  shown: 0,
  links: [],
  totalLinks: 0,
  datedYears: [],
  dated: [],
  totalDated: 0,
  datedSources: [],
  sources: [],
  hasRegistry: false,
  complete: true,
};

/** The strongest, and of the actors that a picture shows all. */
function linksOf(pairs: readonly ActorPair[], place: ReadonlyMap<string, number>): ActorLink[] {
  const links = pairs.flatMap(({ a, b, passages }) => {
    const [first, second] = [place.get(a.id), place.get(b.id)];
    return first === undefined || second === undefined ? [] : [{ a: first, b: second, passages }];
  });
  return links.filter(({ a, b }, at) => at < MOST_ROWS || (a < MOST_SHOWN && b < MOST_SHOWN));
}

const stateOf = (folder: FolderCorpus): Pick<ActorsResult, 'sources' | 'hasRegistry' | 'complete'> => ({
  sources: folder.corpus.sources.map(sourceChoice),
  hasRegistry: folder.recordFiles.has(ACTORS_FILE),
  complete: folder.phase === 'ready',
});

const sourceChoice = (source: Source): SourceChoice => ({
  key: source.key,
  reference: shortReference(source),
  title: source.title ?? source.path,
});

const actorSummary = ({ actor, mentions, passages, sources }: ActorCount): ActorSummary => ({
  id: actor.id,
  name: actor.name,
  kind: actorKind(actor.schema),
  schema: actor.schema,
  position: actor.position.join(', '),
  summary: actor.summary ?? '',
  mentions,
  passages,
  sources,
});

function mentionSource(folder: FolderCorpus, found: MentioningSource): MentionSource {
  const { source, mentions, passages, total } = found;
  const positions = positionsIn(source);
  return {
    ...sourceChoice(source),
    uri: sourceUri(folder.root, source),
    mentions,
    total,
    passages: passages.map(({ passage, mentions: here, excerpt: line }) => ({
      n: passage.n,
      locator: passageLocator(passage),
      excerpt: line,
      range: positions.range(here[0] ?? passage),
      mentions: here.length,
    })),
  };
}

function datedRow(
  folder: FolderCorpus,
  { source, date, actors }: DatedPassage,
  place: ReadonlyMap<string, number>,
): DatedPassageRow {
  return {
    iso: date.iso,
    reference: `${shortReference(source)}, ${passageLocator(date.passage)}`,
    uri: sourceUri(folder.root, source),
    range: positionsIn(source).range(date),
    excerpt: excerpt(passageText(source, date.passage), source.text.slice(date.start, date.end)),
    actors: actors.flatMap((id) => place.get(id) ?? []),
  };
}

const datedSource = (folder: FolderCorpus, source: Source, iso: string): DatedSource => ({
  ...sourceChoice(source),
  iso,
  uri: sourceUri(folder.root, source),
});

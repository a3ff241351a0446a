import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { nameKey, type DiscoveredName as FoundName } from '#corpus-index';
import type {
  ActorRowsResult,
  ActorsEdit,
  AddActorParams,
  AddAliasParams,
  DiscoveredName,
  DiscoveredNamesParams,
  DiscoveredNamesResult,
  ExportActorsResult,
  IgnoreNameParams,
  ImportActorsParams,
  ImportActorsResult,
  PassageRow,
} from '../protocol';
import { exportFtm } from '../language/exchange/export-ftm';
import { importFtm } from '../language/exchange/import-ftm';
import { addActor } from '../language/registry/add-actor';
import { addAlias } from '../language/registry/add-alias';
import { placeInSource } from '../language/registry/discover-in-corpus';
import { ignoreName } from '../language/registry/ignore-name';
import { proposedActor } from '../language/registry/proposed-actor';
import { actorsEdit, actorsText, type ActorsText } from './actors-file';
import { passageRow } from './cite-requests';
import type { FolderCorpus } from './folder-corpus';
import { FolderDiscovery, type DiscoveryClient } from './folder-discovery';
import { positionsIn } from './to-lsp';
import type { Workspace } from './workspace';

const DEFAULT_LIMIT = 200;
const NO_FOLDER = 'Open the folder that holds your sources and drafts first.';
const NOWHERE: ActorsEdit = { uri: '', creates: false, edits: [], problem: NO_FOLDER };

interface FolderParams {
  readonly folder?: string;
}

/** Answers what concerns names that no actor claims yet, and changes of actors.yaml. */
export class DiscoveryRequests {
  private readonly discoveries = new WeakMap<FolderCorpus, FolderDiscovery>();

  constructor(
    private readonly workspace: Workspace,
    private readonly documents: TextDocuments<TextDocument>,
    private readonly client: DiscoveryClient,
  ) {}

  async discoveredNames({
    folder: uri,
    limit = DEFAULT_LIMIT,
  }: DiscoveredNamesParams): Promise<DiscoveredNamesResult> {
    const folder = this.folder(uri);
    if (!folder) return { names: [], total: 0, complete: true, ignored: [] };
    const found = await this.namesOf(folder);
    return {
      names: found.slice(0, limit).map((name) => discoveredName(folder, name)),
      total: found.length,
      complete: folder.phase === 'ready',
      ignored: folder.ignored,
    };
  }

  async addActor({ folder: uri, name, schema, alias }: AddActorParams): Promise<ActorsEdit> {
    const folder = this.folder(uri);
    if (!folder) return NOWHERE;
    const text = await this.text(folder);
    const found = await this.find(folder, name);
    const proposed = found && proposedActor({ ...found, name });
    return actorsEdit(
      text,
      addActor(text.text, {
        name,
        schema: schema ?? proposed?.schema ?? 'LegalEntity',
        alias: alias ?? proposed?.alias ?? [],
        weakAlias: alias ? [] : (proposed?.weakAlias ?? []),
      }),
    );
  }

  async addAlias({ folder: uri, ...alias }: AddAliasParams): Promise<ActorsEdit> {
    const folder = this.folder(uri);
    if (!folder) return NOWHERE;
    const text = await this.text(folder);
    return actorsEdit(text, addAlias(text.text, alias));
  }

  async ignoreName({ folder: uri, name }: IgnoreNameParams): Promise<ActorsEdit> {
    const folder = this.folder(uri);
    if (!folder) return NOWHERE;
    const text = await this.text(folder);
    return actorsEdit(text, ignoreName(text.text, name));
  }

  actorRows({ folder: uri }: FolderParams): ActorRowsResult {
    const actors = this.folder(uri)?.corpus.actors ?? [];
    return {
      actors: actors
        .map(({ id, name, schema }) => ({ id, name, schema }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en')),
    };
  }

  async exportActors({ folder: uri }: FolderParams): Promise<ExportActorsResult> {
    const folder = this.folder(uri);
    if (!folder) return { text: '', count: 0, problem: NO_FOLDER };
    const { text, problem } = await this.text(folder);
    const made = exportFtm(text);
    const why = problem ?? ('problem' in made ? made.problem : undefined);
    if (why !== undefined || 'problem' in made) return { text: '', count: 0, problem: why ?? '' };
    return { text: made.lines.map((line) => `${line}\n`).join(''), count: made.actors };
  }

  async importActors({ folder: uri, text: ftm }: ImportActorsParams): Promise<ImportActorsResult> {
    const folder = this.folder(uri);
    const nothing = { added: [], changed: [], suggestions: [], problems: [] };
    if (!folder) return { ...NOWHERE, ...nothing };
    const text = await this.text(folder);
    const { added, changed, suggestions, problems, ...change } = importFtm(text.text, ftm);
    return { ...actorsEdit(text, change), added, changed, suggestions, problems };
  }

  /** The folder is closed. */
  async leave(uri: string): Promise<void> {
    const folder = this.workspace.folder(uri);
    if (folder) await this.discoveries.get(folder)?.leave();
  }

  /** The folder named; of several none is taken by chance. */
  private folder(uri: string | undefined): FolderCorpus | undefined {
    if (uri !== undefined) return this.workspace.folder(uri) ?? this.workspace.locate(uri)?.folder;
    return this.workspace.all.length === 1 ? this.workspace.all[0] : undefined;
  }

  private text(folder: FolderCorpus): Promise<ActorsText> {
    return actorsText(folder, this.documents, this.workspace);
  }

  private namesOf(folder: FolderCorpus): Promise<readonly FoundName[]> {
    let discovery = this.discoveries.get(folder);
    if (!discovery) this.discoveries.set(folder, (discovery = new FolderDiscovery(folder, this.client)));
    return discovery.names();
  }

  private async find(folder: FolderCorpus, name: string): Promise<FoundName | undefined> {
    const key = nameKey(name);
    const names = await this.namesOf(folder).catch(() => []);
    return (
      names.find((one) => nameKey(one.name) === key) ??
      names.find(({ variants }) => variants.some(({ text }) => nameKey(text) === key))
    );
  }
}

/** With the keys of sources in place of their paths. */
function discoveredName(folder: FolderCorpus, found: FoundName): DiscoveredName {
  const { corpus } = folder;
  const { name, variants, count, schema, reason, score, aliasOf } = found;
  return {
    ...{ folder: folder.uri, name, variants, count, schema, reason, score, aliasOf },
    sources: found.sources.flatMap(({ source: path, count: times }) => {
      const source = corpus.sourceAt(path);
      return source ? [{ key: source.key, count: times }] : [];
    }),
    passages: found.places.flatMap(({ source: path, start, end }) => {
      const place = placeInSource(corpus.sourceAt(path), { source: path, start, end });
      if (!place) return [];
      const row: PassageRow = passageRow(folder, place.source, place.passage, name);
      return [{ ...row, range: positionsIn(place.source).range(place) }];
    }),
  };
}

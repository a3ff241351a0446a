import { type Disposable, type Event, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { ActorsResult, ActorSummary, FolderHealth } from '../../protocol/index';
import type { HealthWatch } from '../health-watch';
import type { Server } from '../server';
import { discoveredNames } from './discovered-names';
import { ACTOR_KINDS } from './kinds';
import type { ActorNode } from './nodes';
import { treeItem } from './tree-items';

/** What a person chose to see. */
export interface ActorTreeChoice {
  readonly order: 'mentions' | 'name';
  /** One source alone, in its folder. */
  readonly source: { readonly folder: string; readonly key: string; readonly reference: string } | undefined;
}

/** Why the view has nothing to show: decides which welcome text stands there. */
export type ActorTreeState = 'loading' | 'filled' | 'no-sources' | 'no-registry' | 'stopped';

/** Fills the Actors view from the server, level by level as it is opened. */
export class ActorTree implements TreeDataProvider<ActorNode>, Disposable {
  readonly #server: Server;
  readonly #health: HealthWatch;
  readonly #changed = new EventEmitter<undefined>();
  readonly #state = new EventEmitter<ActorTreeState>();
  #choice: ActorTreeChoice;
  readonly onDidChangeTreeData: Event<undefined> = this.#changed.event;
  /** After each filling. */
  readonly onDidFill = this.#state.event;

  constructor(server: Server, health: HealthWatch, choice: ActorTreeChoice) {
    this.#server = server;
    this.#health = health;
    this.#choice = choice;
  }

  get choice(): ActorTreeChoice {
    return this.#choice;
  }

  set choice(choice: ActorTreeChoice) {
    this.#choice = choice;
    this.refresh();
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  dispose(): void {
    this.#changed.dispose();
    this.#state.dispose();
  }

  getTreeItem(node: ActorNode): TreeItem {
    return treeItem(node);
  }

  async getChildren(node?: ActorNode): Promise<ActorNode[]> {
    if (!node) return this.#roots();
    switch (node.kind) {
      case 'folder':
        return (await this.#groups(node.folder)).nodes;
      case 'group':
        return node.actors.map((actor) => ({ kind: 'actor', folder: node.folder, actor }));
      case 'actor':
        return this.#sources(node.folder, node.actor.id);
      case 'source':
        return passages(node);
      case 'names':
        return (await discoveredNames(this.#server, node.folder)).map((discovered) => ({
          kind: 'name',
          folder: node.folder,
          name: discovered.name,
          discovered,
        }));
      case 'name':
        return node.discovered.passages.map(({ uri, range, excerpt, reference, n }, at) => ({
          kind: 'passage',
          id: JSON.stringify([node.folder, node.name, uri, n, at]),
          uri,
          passage: { excerpt, range, mentions: 1 },
          place: reference,
        }));
      case 'passage':
      case 'more':
        return [];
    }
  }

  async #roots(): Promise<ActorNode[]> {
    const folders = (this.#health.folders ?? []).filter(
      ({ folder }) => this.#choice.source === undefined || folder === this.#choice.source.folder,
    );
    const [only, ...others] = folders;
    if (!only) {
      this.#state.fire('loading');
      return [];
    }
    if (others.length > 0) {
      this.#state.fire('filled');
      return folders.map(({ folder, name }) => ({ kind: 'folder', folder, name }));
    }
    const { nodes, state } = await this.#groups(only.folder);
    this.#state.fire(nodes.length > 0 ? 'filled' : state);
    return nodes;
  }

  async #groups(folder: string): Promise<{ nodes: ActorNode[]; state: ActorTreeState }> {
    const source = this.#choice.source?.key;
    const asked = { folder, ...(source === undefined ? {} : { source }) };
    const result = await this.#server.actors(asked).catch(() => undefined);
    if (!result) return { nodes: [], state: 'stopped' };
    const nodes = actorGroups(folder, result, this.#choice);
    // Which names these are is found out when somebody opens the group: that may take a while the first time.
    if (result.hasRegistry && result.complete && source === undefined) nodes.push({ kind: 'names', folder });
    return { nodes, state: stateOf(result, this.#health.folders) };
  }

  async #sources(folder: string, actor: string): Promise<ActorNode[]> {
    const source = this.#choice.source?.key;
    const asked = { folder, actors: [actor], ...(source === undefined ? {} : { source }) };
    const found = await this.#server.actorMentions(asked).catch(() => undefined);
    return (found?.sources ?? []).map((one) => ({ kind: 'source', folder, actor, source: one }));
  }
}

function actorGroups(folder: string, { actors, total }: ActorsResult, choice: ActorTreeChoice): ActorNode[] {
  const wanted = choice.source === undefined ? actors : actors.filter(({ mentions }) => mentions > 0);
  const groups = ACTOR_KINDS.flatMap((of): ActorNode[] => {
    const members = wanted.filter(({ kind }) => kind === of);
    return members.length === 0
      ? []
      : [{ kind: 'group', folder, of, actors: inOrder(members, choice.order) }];
  });
  const left = total - actors.length;
  return left > 0 ? [...groups, { kind: 'more', id: folder, count: left, of: 'actors' }] : groups;
}

/** The server's order is by mentions. */
const inOrder = (actors: readonly ActorSummary[], order: ActorTreeChoice['order']) =>
  order === 'mentions' ? actors : actors.toSorted((a, b) => a.name.localeCompare(b.name));

function stateOf({ complete, sources, hasRegistry }: ActorsResult, folders: readonly FolderHealth[] = []) {
  if (!complete) return 'loading';
  if (sources.length === 0 && folders.every(({ unreadable }) => unreadable.length === 0)) return 'no-sources';
  return hasRegistry ? 'filled' : 'no-registry';
}

function passages({ folder, actor, source }: Extract<ActorNode, { kind: 'source' }>): ActorNode[] {
  const id = (...more: readonly (string | number)[]) => JSON.stringify([folder, actor, source.key, ...more]);
  const nodes: ActorNode[] = source.passages.map((passage) => ({
    kind: 'passage',
    id: id(passage.n),
    uri: source.uri,
    passage,
    place: passage.locator,
  }));
  const left = source.total - source.passages.length;
  return left > 0 ? [...nodes, { kind: 'more', id: id('more'), count: left, of: 'passages' }] : nodes;
}

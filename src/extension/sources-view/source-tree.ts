import { type Disposable, type Event, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { SourcesResult } from '../../protocol/cited';
import type { HealthWatch } from '../health-watch';
import type { Server } from '../server';
import type { SourceNode } from './nodes';
import { rowCard, treeItem } from './tree-items';

/** Which comes first: sources by key and passages as they stand, or the most cited. */
export type SourceOrder = 'text' | 'cited';

/** Why the view has nothing to show: decides which welcome text stands there. */
export type SourceTreeState = 'loading' | 'filled' | 'no-sources' | 'stopped';

/** What was found when the view was filled. */
export interface SourceFilling {
  readonly state: SourceTreeState;
  /** Of each folder with one, the source that its drafts rest on more than on all others. */
  readonly reliances: readonly NonNullable<SourcesResult['reliance']>[];
}

/** By folder; undefined where the server did not answer. */
type Answers = ReadonlyMap<string, SourcesResult | undefined>;

/** Fills the Sources view from the server, level by level as it is opened. */
export class SourceTree implements TreeDataProvider<SourceNode>, Disposable {
  readonly #server: Server;
  readonly #health: HealthWatch;
  readonly #changed = new EventEmitter<undefined>();
  readonly #filled = new EventEmitter<SourceFilling>();
  #order: SourceOrder;
  /** What the view was filled with, by folder; and what it is to be filled with next, where that was asked for already. */
  #shown: Answers = new Map();
  #asked: Answers | undefined;
  readonly onDidChangeTreeData: Event<undefined> = this.#changed.event;
  /** After each filling. */
  readonly onDidFill = this.#filled.event;

  constructor(server: Server, health: HealthWatch, order: SourceOrder) {
    this.#server = server;
    this.#health = health;
    this.#order = order;
  }

  get order(): SourceOrder {
    return this.#order;
  }

  set order(order: SourceOrder) {
    this.#order = order;
    this.refresh();
  }

  refresh(): void {
    this.#asked = undefined;
    this.#changed.fire(undefined);
  }

  /** Fills the view anew only where the server tells something else: drafts are typed in all the time. */
  async refreshIfChanged(): Promise<void> {
    const before = saidBy(this.#shown);
    const found = await this.#askAll();
    if (saidBy(found) === before) return;
    this.#asked = found;
    this.#changed.fire(undefined);
  }

  dispose(): void {
    this.#changed.dispose();
    this.#filled.dispose();
  }

  getTreeItem(node: SourceNode): TreeItem {
    return treeItem(node);
  }

  /** Only for the row that the mouse rests on. */
  resolveTreeItem(item: TreeItem, node: SourceNode): TreeItem {
    return Object.assign(item, { tooltip: rowCard(node) ?? item.tooltip });
  }

  async getChildren(node?: SourceNode): Promise<SourceNode[]> {
    if (!node) return this.#roots();
    switch (node.kind) {
      case 'folder':
        return this.#filling(node.folder).nodes;
      case 'unread':
        return node.files.map((file) => ({ kind: 'file', folder: node.folder, file }));
      case 'source':
        return this.#passages(node.folder, node.source.key);
      case 'file':
      case 'passage':
      case 'more':
        return [];
    }
  }

  async #roots(): Promise<SourceNode[]> {
    this.#shown = this.#asked ?? (await this.#askAll());
    this.#asked = undefined;
    const folders = this.#health.folders ?? [];
    const found = folders.map(({ folder }) => this.#filling(folder));
    const state = found.find((one) => one.state !== 'filled')?.state ?? 'loading';
    const nodes: SourceNode[] =
      folders.length > 1
        ? folders.map(({ folder, name }) => ({ kind: 'folder', folder, name }))
        : (found[0]?.nodes ?? []);
    this.#filled.fire({
      state: nodes.length > 0 ? 'filled' : state,
      reliances: [...this.#shown.values()].flatMap((answer) => answer?.reliance ?? []),
    });
    return nodes;
  }

  async #askAll(): Promise<Answers> {
    const folders = this.#health.folders ?? [];
    return new Map(
      await Promise.all(
        folders.map(
          async ({ folder }) =>
            [folder, await this.#server.sources({ folder }).catch(() => undefined)] as const,
        ),
      ),
    );
  }

  #filling(folder: string): { readonly nodes: SourceNode[]; readonly state: SourceTreeState } {
    const answer = this.#shown.get(folder);
    if (!answer) return { nodes: [], state: this.#shown.has(folder) ? 'stopped' : 'loading' };
    const nodes = sourceNodes(folder, answer, this.#order);
    return { nodes, state: nodes.length > 0 ? 'filled' : answer.complete ? 'no-sources' : 'loading' };
  }

  async #passages(folder: string, key: string): Promise<SourceNode[]> {
    const asked = { folder, key, isCitedFirst: this.#order === 'cited' };
    const found = await this.#server.sourcePassages(asked).catch(() => undefined);
    if (!found) return [];
    const { uri, passages, total } = found;
    const nodes: SourceNode[] = passages.map((passage) => ({ kind: 'passage', uri, passage }));
    const left = total - passages.length;
    return left > 0
      ? [...nodes, { kind: 'more', id: JSON.stringify([folder, key]), count: left, of: 'passages' }]
      : nodes;
  }
}

const saidBy = (answers: Answers): string => JSON.stringify([...answers]);

/** What could not be read comes first: it is easily passed over, and nothing from it is checked. */
function sourceNodes(
  folder: string,
  { sources, total, unread }: SourcesResult,
  order: SourceOrder,
): SourceNode[] {
  const ordered = sources.toSorted(
    (a, b) =>
      (order === 'cited' ? (b.use?.citations ?? 0) - (a.use?.citations ?? 0) : 0) ||
      a.key.localeCompare(b.key),
  );
  const left = total - sources.length;
  return [
    ...(unread.length > 0 ? [{ kind: 'unread' as const, folder, files: unread }] : []),
    ...ordered.map((source) => ({ kind: 'source' as const, folder, source })),
    ...(left > 0 ? [{ kind: 'more' as const, id: folder, count: left, of: 'sources' as const }] : []),
  ];
}

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

/** Fills the Sources view from the server, level by level as it is opened. */
export class SourceTree implements TreeDataProvider<SourceNode>, Disposable {
  readonly #server: Server;
  readonly #health: HealthWatch;
  readonly #changed = new EventEmitter<undefined>();
  readonly #filled = new EventEmitter<SourceFilling>();
  #order: SourceOrder;
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
        return (await this.#ask(node.folder)).nodes;
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
    const folders = this.#health.folders ?? [];
    const found = await Promise.all(folders.map(({ folder }) => this.#ask(folder)));
    const state = found.find((one) => one.state !== 'filled')?.state ?? 'loading';
    const nodes: SourceNode[] =
      folders.length > 1
        ? folders.map(({ folder, name }) => ({ kind: 'folder', folder, name }))
        : (found[0]?.nodes ?? []);
    this.#filled.fire({
      state: nodes.length > 0 ? 'filled' : state,
      reliances: found.flatMap(({ reliance }) => reliance ?? []),
    });
    return nodes;
  }

  async #ask(folder: string): Promise<{
    readonly nodes: SourceNode[];
    readonly state: SourceTreeState;
    readonly reliance?: SourcesResult['reliance'];
  }> {
    const result = await this.#server.sources({ folder }).catch(() => undefined);
    if (!result) return { nodes: [], state: 'stopped' };
    const nodes = sourceNodes(folder, result, this.#order);
    const { reliance, complete } = result;
    const state = nodes.length > 0 ? 'filled' : complete ? 'no-sources' : 'loading';
    return { nodes, state, ...(reliance && { reliance }) };
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

/** What could not be read comes first: it is easily passed over, and nothing from it is checked. */
function sourceNodes(
  folder: string,
  { sources, total, unread }: SourcesResult,
  order: SourceOrder,
): SourceNode[] {
  const ordered = sources.toSorted(
    (a, b) => (order === 'cited' ? b.citations - a.citations : 0) || a.key.localeCompare(b.key),
  );
  const left = total - sources.length;
  return [
    ...(unread.length > 0 ? [{ kind: 'unread' as const, folder, files: unread }] : []),
    ...ordered.map((source) => ({ kind: 'source' as const, folder, source })),
    ...(left > 0 ? [{ kind: 'more' as const, id: folder, count: left, of: 'sources' as const }] : []),
  ];
}

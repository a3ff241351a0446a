import { commands, Disposable, type ExtensionContext, l10n, window } from 'vscode';
import type { PassageRef } from '../../protocol/index';
import { citeInDraft } from '../cite-in-draft';
import type { DocumentRoles } from '../document-roles';
import type { DraftWatch } from '../draft-watch';
import type { HealthWatch } from '../health-watch';
import { plainText } from '../plain-label';
import { dragPassages } from '../quote-into-draft/dragged-passage';
import type { Server } from '../server';
import type { SourceNode } from './nodes';
import { type SourceFilling, type SourceOrder, SourceTree } from './source-tree';

const ID = 'sourcewright.sources';
const ORDER = 'sourcewright.sources.order';

interface Uses {
  readonly server: Server;
  readonly health: HealthWatch;
  readonly roles: DocumentRoles;
  readonly drafts: DraftWatch;
}

/** The Sources view, its commands and the context keys that say what they apply to. */
export function createSourcesView(
  { workspaceState }: ExtensionContext,
  { server, health, roles, drafts }: Uses,
): Disposable {
  const tree = new SourceTree(server, health, workspaceState.get(ORDER) === 'cited' ? 'cited' : 'text');
  const view = window.createTreeView(ID, {
    treeDataProvider: tree,
    showCollapseAll: true,
    dragAndDropController: dragPassages((node: SourceNode) =>
      node.kind === 'passage' ? node.passage : undefined,
    ),
  });
  const setOrder = (order: SourceOrder) => {
    tree.order = order;
    void commands.executeCommand('setContext', ORDER, order);
    void workspaceState.update(ORDER, order);
  };
  void commands.executeCommand('setContext', ORDER, tree.order);
  const command = (name: string, run: (node?: SourceNode) => unknown) =>
    commands.registerCommand(`sourcewright.${name}`, run);
  return Disposable.from(
    tree,
    view,
    drafts.onDidChange(() => {
      // A view out of sight is filled when it is shown.
      if (view.visible) void tree.refreshIfChanged();
      else tree.refresh();
    }),
    tree.onDidFill((filling) => {
      void commands.executeCommand('setContext', 'sourcewright.sources.state', filling.state);
      view.message = relianceText(filling);
    }),
    command('showMostCitedFirst', () => {
      setOrder('cited');
    }),
    command('showSourcesInOrder', () => {
      setOrder('text');
    }),
    command('citePassageRow', (node) => {
      if (node?.kind === 'passage') return citeInDraft(server, roles, passageRef(node.passage), []);
      return undefined;
    }),
  );
}

const passageRef = ({ folder, key, n }: PassageRef): PassageRef => ({ folder, key, n });

/** That one source carries more than all others together; empty where none does. */
const relianceText = ({ reliances }: SourceFilling): string =>
  reliances
    .map(({ reference, citations, total }) =>
      l10n.t(
        '{0} % of the citations rest on one source: {1}',
        Math.round((citations * 100) / total),
        plainText(reference),
      ),
    )
    .join('\n');

import { commands, Disposable, l10n, window, type ExtensionContext, type TreeView } from 'vscode';
import type { HealthWatch } from '../health-watch';
import { plainText } from '../plain-label';
import type { Server } from '../server';
import { writing } from '../trust';
import { ActorTree, type ActorTreeChoice } from './actor-tree';
import { chooseSource } from './choose-source';
import { createRegistry } from './create-registry';
import type { ActorNode } from './nodes';

const ID = 'sourcewright.actors';
const ORDER = 'sourcewright.actors.order';

/** What changes while sources are read is shown so often at most; in milliseconds. */
const PAUSE = 400;

/** The Actors view, its commands and the context keys that say what they apply to. */
export function createActorsView(context: ExtensionContext, server: Server, health: HealthWatch): Disposable {
  const order = context.workspaceState.get(ORDER) === 'name' ? 'name' : 'mentions';
  const tree = new ActorTree(server, health, { order, source: undefined });
  const view = window.createTreeView(ID, { treeDataProvider: tree, showCollapseAll: true });
  const choose = (choice: Partial<ActorTreeChoice>) => {
    tree.choice = { ...tree.choice, ...choice };
    showChoice(view, tree.choice);
    void context.workspaceState.update(ORDER, tree.choice.order);
  };
  showChoice(view, tree.choice);
  const command = (name: string, run: () => unknown) => commands.registerCommand(`sourcewright.${name}`, run);
  return Disposable.from(
    tree,
    view,
    refreshOnChange(tree, health),
    tree.onDidFill((state) => void commands.executeCommand('setContext', 'sourcewright.actors.state', state)),
    command('sortActorsByName', () => {
      choose({ order: 'name' });
    }),
    command('sortActorsByMentions', () => {
      choose({ order: 'mentions' });
    }),
    command('filterActors', async () => {
      const source = await chooseSource(server, health);
      if (source) choose({ source });
    }),
    command('clearActorFilter', () => {
      choose({ source: undefined });
    }),
    command('createRegistry', writing(createRegistry)),
  );
}

function showChoice(view: TreeView<ActorNode>, { order, source }: ActorTreeChoice): void {
  void commands.executeCommand('setContext', ORDER, order);
  void commands.executeCommand('setContext', 'sourcewright.actors.filtered', source !== undefined);
  view.message = source === undefined ? '' : l10n.t('Only in {0}', plainText(source.reference));
}

/** At most once in a while: indexing tells of every file. */
function refreshOnChange(tree: ActorTree, health: HealthWatch): Disposable {
  let timer: NodeJS.Timeout | undefined;
  const subscription = health.onDidChange(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      tree.refresh();
    }, PAUSE);
  });
  return Disposable.from(subscription, {
    dispose: () => {
      clearTimeout(timer);
    },
  });
}

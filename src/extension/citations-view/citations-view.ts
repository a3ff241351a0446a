import {
  commands,
  Disposable,
  type ExtensionContext,
  l10n,
  type TreeView,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { DocumentRoles } from '../document-roles';
import type { DraftWatch } from '../draft-watch';
import type { HealthWatch } from '../health-watch';
import { openPassage } from '../open-passage';
import { plainText } from '../plain-label';
import type { LeftReviews } from '../review/left-reviews';
import type { Server } from '../server';
import { type CitationNode, CitationTree, type CitationTreeChoice } from './citation-tree';
import { CitationStore, type Scope } from './citation-store';
import type { Grouping } from './group-citations';

const ID = 'sourcewright.citations';
const SCOPE = `${ID}.scope`;
const BY = `${ID}.groupBy`;

interface Uses {
  readonly server: Server;
  readonly health: HealthWatch;
  readonly roles: DocumentRoles;
  readonly drafts: DraftWatch;
  readonly left: LeftReviews;
}

/** The Citations view, its commands and the context keys that say what they apply to. */
export function createCitationsView(
  { workspaceState }: ExtensionContext,
  { server, health, roles, drafts, left }: Uses,
): Disposable {
  const store = new CitationStore(
    server,
    health,
    roles,
    workspaceState.get(SCOPE) === 'all' ? 'all' : 'active',
  );
  const tree = new CitationTree(store, { by: keptGrouping(workspaceState.get(BY)), filter: '' });
  const view = window.createTreeView(ID, { treeDataProvider: tree, showCollapseAll: true });
  const show = () => {
    showChoice(view, store, tree, left);
  };
  const choose = (choice: Partial<CitationTreeChoice>) => {
    tree.choice = { ...tree.choice, ...choice };
    void workspaceState.update(BY, tree.choice.by);
    show();
  };
  const setScope = async (scope: Scope) => {
    void workspaceState.update(SCOPE, scope);
    await store.setScope(scope);
    show();
  };
  show();
  return Disposable.from(
    store,
    tree,
    view,
    drafts.onDidChange((draft) => void store.refresh(draft)),
    roles.onDidChangeLastDraft(() => void store.refresh()),
    left.onDidChange(show),
    store.onDidChange(() => {
      tree.refresh();
      show();
    }),
    ...viewCommands({ choose, setScope, filter: () => tree.choice.filter }),
    // Not in the manifest: only a row of the view runs it.
    commands.registerCommand('sourcewright.showCitationInDraft', (id: string) => showInDraft(store, id)),
  );
}

const keptGrouping = (kept: unknown): Grouping => (kept === 'source' || kept === 'draft' ? kept : 'verdict');

interface Choosing {
  readonly choose: (choice: Partial<CitationTreeChoice>) => void;
  readonly setScope: (scope: Scope) => Promise<void>;
  readonly filter: () => string;
}

function viewCommands({ choose, setScope, filter }: Choosing): Disposable[] {
  const command = (name: string, run: () => unknown) => commands.registerCommand(`sourcewright.${name}`, run);
  const group = (name: string, by: Grouping) =>
    command(name, () => {
      choose({ by });
    });
  return [
    group('groupCitationsByVerdict', 'verdict'),
    group('groupCitationsBySource', 'source'),
    group('groupCitationsByDraft', 'draft'),
    command('showCitationsOfAllDrafts', () => setScope('all')),
    command('showCitationsOfActiveDraft', () => setScope('active')),
    command('filterCitations', async () => {
      const said = await window.showInputBox({
        title: l10n.t('Filter Citations'),
        prompt: l10n.t('Words of the quotation or sentence, of the source, the place or the draft'),
        value: filter(),
      });
      if (said !== undefined) choose({ filter: said.trim() });
    }),
    command('clearCitationFilter', () => {
      choose({ filter: '' });
    }),
  ];
}

function showChoice(
  view: TreeView<CitationNode>,
  store: CitationStore,
  tree: CitationTree,
  left: LeftReviews,
): void {
  const { by, filter } = tree.choice;
  const context = (name: string, value: unknown) => void commands.executeCommand('setContext', name, value);
  context(BY, by);
  context(SCOPE, store.scope);
  context(`${ID}.filtered`, filter !== '');
  context(`${ID}.state`, store.state);
  context(`${ID}.leftReviews`, left.all.length > 0);
  view.description = store.scope === 'all' ? l10n.t('All Drafts') : plainText(store.draftName ?? '');
  view.message = [
    filterText(filter, tree.shown.length, store.citations.length),
    unreadText(store.unread),
    leftText(left),
  ]
    .filter((line) => line !== '')
    .join('\n');
  const problems = store.citations.filter(({ isProblem }) => isProblem).length;
  view.badge =
    problems === 0
      ? undefined
      : {
          value: problems,
          tooltip:
            problems === 1
              ? l10n.t('1 citation with a problem')
              : l10n.t('{0} citations with problems', problems),
        };
}

const filterText = (filter: string, shown: number, all: number): string =>
  filter === '' ? '' : l10n.t('{0} of {1} citations, with “{2}”', shown, all, plainText(filter));

const unreadText = (unread: readonly string[]): string =>
  unread.length === 0 ? '' : l10n.t('Not read: {0}', unread.map(plainText).join(', '));

const leftText = ({ all }: LeftReviews): string =>
  all.length === 0
    ? ''
    : l10n.t('Reviews whose draft is gone: {0}', all.map(({ draft }) => plainText(draft)).join(', '));

/** Goes to a citation, where it stands by now. */
async function showInDraft(store: CitationStore, id: string): Promise<void> {
  const find = () => store.citations.find((one) => one.id === id);
  const draft = find()?.draft ?? '';
  const open = workspace.textDocuments.find(({ uri }) => uri.toString() === Uri.parse(draft).toString());
  if (open && open.version !== store.versionOf(draft)) await store.refresh(open.uri);
  const found = find();
  if (found) await openPassage({ uri: found.draft, range: found.range, beside: false });
}

import { type Disposable, l10n, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { GraphChoice } from '../../protocol/actor-graph-page';
import type { HealthWatch } from '../health-watch';
import type { Server } from '../server';
import { GraphPanel } from './graph-panel';
import { pageRoot } from '../page-html';
import { readChoice } from './read-message';

const TYPE = 'sourcewright.actorGraph';

/** Opens the picture of who is named with whom, one for each folder, and restores it when VS Code is opened again. */
export class ActorGraphs implements Disposable {
  readonly #extension: Uri;
  readonly #server: Server;
  readonly #health: HealthWatch;
  readonly #open = new Map<string, GraphPanel>();
  readonly #serializer: Disposable;

  constructor(extension: Uri, server: Server, health: HealthWatch) {
    this.#extension = extension;
    this.#server = server;
    this.#health = health;
    this.#serializer = window.registerWebviewPanelSerializer(TYPE, {
      deserializeWebviewPanel: (panel, state: unknown) => {
        const choice = readChoice(stateChoice(state));
        if (choice && isOpenFolder(choice.folder)) this.#attach(panel, choice);
        else panel.dispose();
        return Promise.resolve();
      },
    });
  }

  async show(): Promise<void> {
    const folders = workspace.workspaceFolders ?? [];
    const folder = folders.length > 1 ? await window.showWorkspaceFolderPick() : folders[0];
    if (!folder) return;
    const uri = folder.uri.toString();
    const open = this.#open.get(uri);
    if (open) {
      open.reveal();
      return;
    }
    const panel = window.createWebviewPanel(TYPE, l10n.t('Actor Graph'), ViewColumn.Active, {
      enableScripts: true,
      localResourceRoots: [pageRoot(this.#extension)],
    });
    this.#attach(panel, { folder: uri, minimum: 1 });
  }

  dispose(): void {
    this.#serializer.dispose();
    for (const panel of this.#open.values()) panel.dispose();
  }

  #attach(panel: WebviewPanel, choice: GraphChoice): void {
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageRoot(this.#extension)] };
    const icon = Uri.joinPath(this.#extension, 'media');
    panel.iconPath = {
      light: Uri.joinPath(icon, 'graph-light.svg'),
      dark: Uri.joinPath(icon, 'graph-dark.svg'),
    };
    const { folder } = choice;
    this.#open.set(folder, new GraphPanel(panel, choice, this.#extension, this.#server, this.#health));
    panel.onDidDispose(() => this.#open.delete(folder));
  }
}

/** The page keeps more than the choice: which view, what is selected. */
const stateChoice = (state: unknown): unknown =>
  typeof state === 'object' && state !== null && 'choice' in state ? state.choice : undefined;

const isOpenFolder = (folder: string): boolean =>
  workspace.workspaceFolders?.some(({ uri }) => uri.toString() === folder) === true;

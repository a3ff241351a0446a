import {
  type Disposable,
  type ExtensionContext,
  l10n,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { DocumentRoles } from '../document-roles';
import type { HealthWatch } from '../health-watch';
import type { Server } from '../server';
import { pageRoot } from '../page-html';
import { information } from '../tell';
import { renamedTo } from './follow-renames';
import { draftOf } from './read-message';
import { ReviewPanel } from './review-panel';

const TYPE = 'sourcewright.review';

/** Opens the review of a draft, one panel for each, and restores it when VS Code is opened again. */
export class Reviews implements Disposable {
  readonly #context: ExtensionContext;
  readonly #server: Server;
  readonly #roles: DocumentRoles;
  readonly #open = new Map<string, ReviewPanel>();
  readonly #subscriptions: readonly Disposable[];

  constructor(context: ExtensionContext, server: Server, health: HealthWatch, roles: DocumentRoles) {
    this.#context = context;
    this.#server = server;
    this.#roles = roles;
    server.onReviewChanged(({ draft }) => this.#open.get(Uri.parse(draft).toString())?.refresh());
    this.#subscriptions = [
      health.onDidChange(() => {
        for (const panel of this.#open.values()) panel.refresh();
      }),
      workspace.onDidRenameFiles(({ files }) => {
        for (const [key, panel] of [...this.#open]) {
          const draft = renamedTo(Uri.parse(key), files);
          if (draft) this.#follow(panel, key, draft);
        }
      }),
      window.registerWebviewPanelSerializer(TYPE, {
        deserializeWebviewPanel: (panel, state: unknown) => {
          const draft = draftOf(state);
          if (draft === undefined) panel.dispose();
          else this.#attach(panel, Uri.parse(draft));
          return Promise.resolve();
        },
      }),
    ];
  }

  /** @param given the draft that a menu was opened on; else the active one, else the last that was. */
  async show(given: unknown): Promise<void> {
    const active = () => window.activeTextEditor?.document.uri ?? this.#roles.lastDraft;
    const draft = given instanceof Uri ? given : active();
    const open = draft && this.#open.get(draft.toString());
    if (open) {
      open.reveal();
      return;
    }
    if (!draft || draft.scheme !== 'file' || (await this.#roles.of(draft)) !== 'draft') {
      void information(l10n.t('Open the draft that is to be reviewed, saved in a folder.'));
      return;
    }
    this.#attach(window.createWebviewPanel(TYPE, '', ViewColumn.Active), draft);
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
    for (const panel of this.#open.values()) panel.dispose();
  }

  #attach(panel: WebviewPanel, draft: Uri): void {
    const key = draft.toString();
    const open = this.#open.get(key);
    if (open) {
      // VS Code restores a panel when it is shown first; until then nobody knows that it is there.
      panel.dispose();
      open.reveal();
      return;
    }
    panel.webview.options = {
      enableScripts: true,
      enableCommandUris: false,
      localResourceRoots: [pageRoot(this.#context.extensionUri)],
    };
    const review = new ReviewPanel(panel, draft, this.#context, this.#server);
    this.#open.set(key, review);
    const follow = () => {
      if (panel.active) this.#roles.reviewing(review.draft);
    };
    follow();
    panel.onDidChangeViewState(follow);
    panel.onDidDispose(() => {
      for (const [known, one] of this.#open) if (one === review) this.#open.delete(known);
    });
  }

  #follow(panel: ReviewPanel, before: string, draft: Uri): void {
    this.#open.delete(before);
    this.#open.set(draft.toString(), panel);
    panel.follow(draft);
  }
}

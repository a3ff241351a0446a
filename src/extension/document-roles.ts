import { commands, type Disposable, EventEmitter, type TextEditor, type Uri, window } from 'vscode';
import { SOURCE_TEXT_SCHEME, type DocumentRole } from '../protocol/index';
import type { HealthWatch } from './health-watch';
import type { Server } from './server';

/**
 * Keeps the context keys `sourcewright.isDraft`, `sourcewright.isSource` and `sourcewright.isUnknown` right, and remembers the
 * last draft. The manifest takes any Markdown for a draft until it is known to be a source: Cite Passage is there at once.
 */
export class DocumentRoles implements Disposable {
  readonly #server: Server;
  readonly #known = new Map<string, DocumentRole>();
  readonly #subscriptions: readonly Disposable[];
  readonly #draftChanged = new EventEmitter<void>();
  #lastDraft: Uri | undefined;
  /** Another draft is the last one. */
  readonly onDidChangeLastDraft = this.#draftChanged.event;

  constructor(server: Server, health: HealthWatch) {
    this.#server = server;
    this.#subscriptions = [
      window.onDidChangeActiveTextEditor((editor) => void this.#follow(editor)),
      health.onDidChange(() => void this.#follow(window.activeTextEditor)),
    ];
    void this.#follow(window.activeTextEditor);
  }

  /** The draft that was the active editor last, or whose review was. */
  get lastDraft(): Uri | undefined {
    return this.#lastDraft;
  }

  /** The review of this draft is in front: after a window was loaded anew, no editor may have shown the draft. */
  reviewing(draft: Uri): void {
    this.#remember(draft);
  }

  /** What a file is; `none` while no server answers. */
  async of(uri: Uri): Promise<DocumentRole> {
    if (!['file', 'untitled', SOURCE_TEXT_SCHEME].includes(uri.scheme)) return 'none';
    return await this.#server.role(uri).catch(() => 'none' as const);
  }

  dispose() {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#draftChanged.dispose();
  }

  async #follow(editor: TextEditor | undefined) {
    if (!editor) return;
    const { document } = editor;
    const key = document.uri.toString();
    setContext(this.#known.get(key) ?? 'unknown');
    const role = await this.of(document.uri);
    this.#known.set(key, role);
    if (editor !== window.activeTextEditor) return;
    setContext(role);
    if (role === 'draft') this.#remember(document.uri);
  }

  #remember(draft: Uri) {
    if (this.#lastDraft?.toString() === draft.toString()) return;
    this.#lastDraft = draft;
    this.#draftChanged.fire();
  }
}

function setContext(role: DocumentRole | 'unknown') {
  void commands.executeCommand('setContext', 'sourcewright.isDraft', role === 'draft');
  void commands.executeCommand('setContext', 'sourcewright.isSource', role === 'source');
  void commands.executeCommand('setContext', 'sourcewright.isUnknown', role === 'unknown');
}

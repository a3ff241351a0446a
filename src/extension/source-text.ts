import {
  commands,
  type Disposable,
  env,
  EventEmitter,
  extensions,
  UIKind,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { SOURCE_TEXT_SCHEME } from '../protocol/index';
import type { HealthWatch } from './health-watch';
import type { Server } from './server';
import { information } from './tell';

const TEXT_ENDING = '.txt';

/** Shows the text of sources that are none themselves, read-only, and keeps it true to what the server has read. */
export class SourceTexts implements Disposable {
  readonly #server: Server;
  readonly #changed = new EventEmitter<Uri>();
  readonly #subscriptions: readonly { dispose(): unknown }[];

  constructor(server: Server, health: HealthWatch) {
    this.#server = server;
    this.#subscriptions = [
      workspace.registerTextDocumentContentProvider(SOURCE_TEXT_SCHEME, {
        onDidChange: (listener: (uri: Uri) => void) => this.#changed.event(listener),
        provideTextDocumentContent: async (uri) => (await server.sourceText(uri)).text,
      }),
      commands.registerCommand('sourcewright.openOriginal', () => this.#openOriginal()),
      commands.registerCommand('sourcewright.openSourceText', (file?: Uri) => openText(file)),
      health.onDidChange(() => {
        for (const { uri } of workspace.textDocuments)
          if (uri.scheme === SOURCE_TEXT_SCHEME) this.#changed.fire(uri);
      }),
      this.#changed,
    ];
  }

  dispose() {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /**
   * The file whose text is shown, in the program for it; at the page where the cursor is, where an editor here can do that. A
   * browser has no program for a file that lies elsewhere.
   */
  async #openOriginal() {
    const editor = window.activeTextEditor;
    if (editor?.document.uri.scheme !== SOURCE_TEXT_SCHEME) return;
    const { uri } = editor.document;
    const file = uri.with({ scheme: 'file', path: uri.path.slice(0, -TEXT_ENDING.length) });
    const { line, character } = editor.selection.active;
    const { page, problem } = await this.#server.original({
      uri: uri.toString(),
      position: { line, character },
    });
    if (problem !== undefined) {
      void information(problem);
      return;
    }
    if (!hasEditorFor(file) && env.uiKind === UIKind.Desktop) {
      await env.openExternal(file);
      return;
    }
    const target = page === undefined ? file : file.with({ fragment: `page=${page}` });
    await commands.executeCommand('vscode.open', target);
  }
}

async function openText(file: Uri | undefined) {
  if (!file) return;
  const uri = file.with({ scheme: SOURCE_TEXT_SCHEME, path: file.path + TEXT_ENDING });
  await window.showTextDocument(uri, { preview: true });
}

/** Whether an extension shows files of this ending in the editor, as viewers of PDF do. */
function hasEditorFor({ path }: Uri): boolean {
  const ending = /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? '';
  return extensions.all.some(({ packageJSON }) => {
    const { contributes } = packageJSON as {
      contributes?: { customEditors?: readonly { selector?: readonly { filenamePattern?: string }[] }[] };
    };
    const patterns = contributes?.customEditors?.flatMap(({ selector }) => selector ?? []) ?? [];
    return patterns.some(({ filenamePattern }) => filenamePattern?.toLowerCase().endsWith(ending) === true);
  });
}

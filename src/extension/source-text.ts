import { commands, type Disposable, EventEmitter, type Uri, window, workspace } from 'vscode';
import { SOURCE_TEXT_ENDING, SOURCE_TEXT_SCHEME } from '../protocol/index';
import type { HealthWatch } from './health-watch';
import { openOriginal } from './open-original';
import type { Server } from './server';

/** Shows the text of sources that are none themselves, read-only, and keeps it true to what the server has read. */
export class SourceTexts implements Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly #subscriptions: readonly { dispose(): unknown }[];

  constructor(server: Server, health: HealthWatch) {
    this.#subscriptions = [
      workspace.registerTextDocumentContentProvider(SOURCE_TEXT_SCHEME, {
        onDidChange: (listener: (uri: Uri) => void) => this.#changed.event(listener),
        provideTextDocumentContent: async (uri) => (await server.sourceText(uri)).text,
      }),
      commands.registerCommand('sourcewright.openOriginal', () => openOriginal(server)),
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
}

async function openText(file: Uri | undefined) {
  if (!file) return;
  const uri = file.with({ scheme: SOURCE_TEXT_SCHEME, path: file.path + SOURCE_TEXT_ENDING });
  await window.showTextDocument(uri, { preview: true });
}

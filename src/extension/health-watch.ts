import { type Disposable, EventEmitter, type Uri, workspace } from 'vscode';
import type { FolderHealth, Health } from '../protocol/index';
import type { Server } from './server';

/** The last state of health the server told. */
export class HealthWatch implements Disposable {
  readonly #changed = new EventEmitter<void>();
  #health: Health | undefined;
  readonly onDidChange = this.#changed.event;

  constructor(server: Server) {
    server.onHealth((health) => {
      this.#health = health;
      this.#changed.fire();
    });
  }

  /** Undefined until the server has spoken. */
  get folders(): readonly FolderHealth[] | undefined {
    return this.#health?.folders;
  }

  /** The workspace folder of a file; of an untitled one, the only folder there is. */
  folderOf(uri: Uri): FolderHealth | undefined {
    const folder = workspace.getWorkspaceFolder(uri)?.uri.toString();
    if (folder) return this.folders?.find((each) => each.folder === folder);
    return this.folders?.length === 1 ? this.folders[0] : undefined;
  }

  dispose() {
    this.#changed.dispose();
  }
}

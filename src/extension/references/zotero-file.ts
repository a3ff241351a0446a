import * as path from 'node:path';
import { Disposable, l10n, RelativePattern, Uri, workspace, type WorkspaceFolder } from 'vscode';
import type { Server } from '../server';
import { information } from '../tell';
import { importFrom, read } from './import-references';
import { zoteroFile, zoteroSetting } from './zotero-setting';

/** Watches the files to which Better BibTeX exports: what is new in them is offered, and never taken by itself. */
export class ZoteroFiles implements Disposable {
  readonly #server: Server;
  readonly #settings: Disposable;
  #watchers: Disposable[] = [];
  /** What was offered last for a folder: the same is not offered twice. */
  readonly #offered = new Map<string, string>();

  constructor(server: Server) {
    this.#server = server;
    this.#settings = Disposable.from(
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(zoteroSetting)) this.#watch();
      }),
      workspace.onDidChangeWorkspaceFolders(() => {
        this.#watch();
      }),
    );
    this.#watch();
  }

  dispose() {
    this.#settings.dispose();
    for (const watcher of this.#watchers) watcher.dispose();
  }

  #watch() {
    for (const watcher of this.#watchers) watcher.dispose();
    this.#watchers = (workspace.workspaceFolders ?? []).flatMap((folder) => {
      const file = zoteroFile(folder.uri);
      if (!file) return [];
      const pattern = new RelativePattern(Uri.joinPath(file, '..'), path.posix.basename(file.path));
      const watcher = workspace.createFileSystemWatcher(pattern);
      const changed = () => void this.#offer(folder, file);
      return [watcher, watcher.onDidChange(changed), watcher.onDidCreate(changed)];
    });
  }

  async #offer({ uri }: WorkspaceFolder, file: Uri) {
    const folder = uri.toString();
    try {
      const origin = await read(file);
      const { added } = await this.#server.importReferences({ folder, ...origin });
      const keys = added.map(({ key }) => key).join(' ');
      if (keys === '' || this.#offered.get(folder) === keys) return;
      this.#offered.set(folder, keys);
      const show = l10n.t('Preview');
      const said = l10n.t('Zotero has references that sources.yaml has not: {0}.', added.length);
      if ((await information(said, show)) === show) await importFrom(this.#server, folder, await read(file));
    } catch {
      // A file that is just being written, or is gone: the next change of it, or the command, says what is wrong.
    }
  }
}

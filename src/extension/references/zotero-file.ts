import * as path from 'node:path';
import {
  Disposable,
  l10n,
  type Memento,
  RelativePattern,
  Uri,
  workspace,
  type WorkspaceFolder,
} from 'vscode';
import type { HealthWatch } from '../health-watch';
import type { Server } from '../server';
import { information } from '../tell';
import { importFrom, read } from './import-references';
import { zoteroFile, zoteroSetting } from './zotero-setting';

/** Watches the files to which Better BibTeX exports: what is new in them is offered, and never taken by itself. */
export class ZoteroFiles implements Disposable {
  readonly #server: Server;
  readonly #health: HealthWatch;
  /** What was offered last for a folder: the same is not offered twice, nor at the next start. */
  readonly #offered: Memento;
  readonly #listeners: Disposable;
  #watchers: Disposable[] = [];
  /** Files to be looked at when all sources of their folder have been read. */
  readonly #pending = new Map<string, Uri>();

  constructor(server: Server, health: HealthWatch, offered: Memento) {
    this.#server = server;
    this.#health = health;
    this.#offered = offered;
    this.#listeners = Disposable.from(
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(zoteroSetting)) this.#watch();
      }),
      workspace.onDidChangeWorkspaceFolders(() => {
        this.#watch();
      }),
      health.onDidChange(() => {
        this.#lookAtPending();
      }),
    );
    this.#watch();
  }

  dispose() {
    this.#listeners.dispose();
    for (const watcher of this.#watchers) watcher.dispose();
  }

  #watch() {
    for (const watcher of this.#watchers) watcher.dispose();
    this.#pending.clear();
    this.#watchers = (workspace.workspaceFolders ?? []).flatMap((folder) => this.#watchFor(folder));
    this.#lookAtPending();
  }

  #watchFor({ uri }: WorkspaceFolder): Disposable[] {
    const file = zoteroFile(uri);
    if (!file) return [];
    const pattern = new RelativePattern(Uri.joinPath(file, '..'), literally(path.posix.basename(file.path)));
    const watcher = workspace.createFileSystemWatcher(pattern);
    const changed = () => {
      this.#pending.set(uri.toString(), file);
      this.#lookAtPending();
    };
    this.#pending.set(uri.toString(), file);
    return [watcher, watcher.onDidChange(changed), watcher.onDidCreate(changed)];
  }

  #lookAtPending() {
    for (const folder of this.#ready()) {
      const file = this.#pending.get(folder);
      this.#pending.delete(folder);
      if (file) void this.#offer(folder, file);
    }
  }

  #ready(): readonly string[] {
    const folders = this.#health.folders ?? [];
    return folders.flatMap(({ folder, phase }) => (phase === 'ready' ? [folder] : []));
  }

  async #offer(folder: string, file: Uri) {
    try {
      const { added, problem } = await this.#server.importReferences({ folder, ...(await read(file)) });
      // The reading may have begun anew in between.
      if (problem !== undefined && !this.#ready().includes(folder)) this.#pending.set(folder, file);
      const keys = added.map(({ key }) => key).join(' ');
      const offered = `zotero.offered ${folder}`;
      if (keys === '' || this.#offered.get(offered) === keys) return;
      await this.#offered.update(offered, keys);
      const show = l10n.t('Preview');
      const said = l10n.t('Zotero has references that sources.yaml has not: {0}.', added.length);
      if ((await information(said, show)) === show) await importFrom(this.#server, folder, await read(file));
    } catch {
      // A file that is just being written, or is gone: the next change of it, or the command, says what is wrong.
    }
  }
}

/** A name as a glob that means nothing else. */
const literally = (name: string): string => name.replace(/[[\]{}*?]/g, '[$&]');

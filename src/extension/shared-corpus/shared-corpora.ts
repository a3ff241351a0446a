import {
  commands,
  Disposable,
  type ExtensionContext,
  l10n,
  Uri,
  workspace,
  type WorkspaceFolder,
} from 'vscode';
import type { HealthWatch } from '../health-watch';
import type { Server } from '../server';
import { information, warning } from '../tell';
import { askForAddress, askForPassword, chooseFolder, corpusSetting, sharedAddress } from './ask';
import { KeptAddresses } from './kept-addresses';

/**
 * Connects folders to the shared corpora that their settings name: only in a trusted workspace, and only to addresses that a person
 * has agreed to. Whatever a workspace's settings say, a password goes to the address that it was given for.
 */
export class SharedCorpora implements Disposable {
  readonly #server: Server;
  readonly #health: HealthWatch;
  readonly #kept: KeptAddresses;
  readonly #listeners: Disposable;
  /** What the server was told of a folder last: its address and password as one text. */
  readonly #told = new Map<string, string>();
  /** What a person was told or asked already. */
  readonly #said = new Set<string>();

  constructor(
    server: Server,
    health: HealthWatch,
    context: Pick<ExtensionContext, 'globalState' | 'secrets'>,
  ) {
    this.#server = server;
    this.#health = health;
    this.#kept = new KeptAddresses(context);
    this.#listeners = Disposable.from(
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(corpusSetting)) void this.#shareAll();
      }),
      workspace.onDidChangeWorkspaceFolders(() => void this.#shareAll()),
      workspace.onDidGrantWorkspaceTrust(() => void this.#shareAll()),
      health.onDidChange(() => {
        this.#askAgainWhereRefused();
      }),
      commands.registerCommand('sourcewright.connectSharedCorpus', () => this.#connect()),
      commands.registerCommand('sourcewright.forgetSharedPassword', () => this.#forget()),
    );
    server.onDidStart(() => {
      this.#told.clear();
      void this.#shareAll();
    });
  }

  dispose() {
    this.#listeners.dispose();
  }

  async #shareAll() {
    const folders = workspace.workspaceFolders ?? [];
    await Promise.all(folders.map((folder) => this.#share(folder).catch(() => undefined)));
  }

  async #share(folder: WorkspaceFolder) {
    const address = workspace.isTrusted ? sharedAddress(folder) : '';
    if (address === '') return this.#tell(folder, undefined);
    const { written, problem } = await this.#server.sharedAddress({ address });
    if (problem !== undefined) this.#once(problem, () => warning(problem));
    if (written === undefined) return this.#tell(folder, undefined);
    if (this.#kept.isAgreed(written)) return this.#tell(folder, written, await this.#kept.password(written));
    await this.#tell(folder, undefined);
    this.#once(`agree ${written}`, () => this.#offer(folder, written));
    return undefined;
  }

  async #offer(folder: WorkspaceFolder, address: string) {
    const connect = l10n.t('Connect…');
    const text = l10n.t('The folder {0} cites from a shared corpus. Connect to {1}?', folder.name, address);
    if ((await information(text, connect)) === connect) await this.#agree(folder, address);
  }

  /** The server connects where it is told an address, and nowhere else. */
  async #tell(folder: WorkspaceFolder, address: string | undefined, password = '') {
    const uri = folder.uri.toString();
    const told = address === undefined ? '' : `${address}\n${password}`;
    if ((this.#told.get(uri) ?? '') === told) return;
    this.#told.set(uri, told);
    await this.#server.share({ folder: uri, ...(address !== undefined && { address, password }) });
  }

  async #connect() {
    if (!workspace.isTrusted) {
      void warning(l10n.t('Sourcewright connects to nothing in Restricted Mode. Trust the workspace first.'));
      return;
    }
    const folder = await chooseFolder();
    const address = folder && (sharedAddress(folder) || (await askForAddress(this.#server, folder)));
    if (!folder || !address) return;
    const { written, problem } = await this.#server.sharedAddress({ address });
    if (problem !== undefined) void warning(problem);
    if (written !== undefined) await this.#agree(folder, written);
  }

  async #agree(folder: WorkspaceFolder, address: string) {
    const password = await askForPassword(address);
    if (password === undefined) return;
    await this.#kept.keep(address, password);
    // Also where nothing is new: a person who connects wants it tried again.
    this.#told.delete(folder.uri.toString());
    this.#said.delete(`refused ${address}`);
    await this.#shareAll();
  }

  async #forget() {
    const folder = await chooseFolder();
    const address = folder && sharedAddress(folder);
    const { written } = address ? await this.#server.sharedAddress({ address }) : {};
    if (written === undefined) {
      void information(l10n.t('This folder cites from no shared corpus.'));
      return;
    }
    await this.#kept.forget(written);
    // Asked for by a person: not offered again before the next start.
    this.#said.add(`agree ${written}`);
    await this.#shareAll();
    void information(l10n.t('Disconnected from {0}; its password is forgotten.', written));
  }

  #askAgainWhereRefused() {
    for (const { folder: uri, shared } of this.#health.folders ?? []) {
      const folder = workspace.getWorkspaceFolder(Uri.parse(uri));
      if (!folder || shared?.isRefused !== true) continue;
      this.#once(`refused ${shared.address}`, async () => {
        const enter = l10n.t('Enter Password…');
        const text = l10n.t('{0} refused the password.', shared.address);
        if ((await warning(text, enter)) === enter) await this.#agree(folder, shared.address);
      });
    }
  }

  #once(what: string, say: () => unknown) {
    if (this.#said.has(what)) return;
    this.#said.add(what);
    void say();
  }
}

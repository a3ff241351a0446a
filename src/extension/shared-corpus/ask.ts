import { ConfigurationTarget, l10n, window, workspace, type WorkspaceFolder } from 'vscode';
import { plainMessage } from '../../protocol/plain-message';
import type { Server } from '../server';

export const corpusSetting = 'sourcewright.corpus';

/** The address that the folder's settings name; empty where they name none. */
export const sharedAddress = ({ uri }: WorkspaceFolder): string =>
  workspace.getConfiguration('sourcewright', uri).get<string>('corpus', '').trim();

export async function chooseFolder(): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0];
  return await window.showWorkspaceFolderPick();
}

/** Asks for an address and writes it into the folder's settings. */
export async function askForAddress(server: Server, folder: WorkspaceFolder): Promise<string | undefined> {
  const address = await window.showInputBox({
    title: l10n.t('Connect to Shared Corpus'),
    prompt: l10n.t('The address of the database, without a password'),
    placeHolder: 'postgres://reader@db.example.org/newsroom',
    ignoreFocusOut: true,
    validateInput: async (text) => (await server.sharedAddress({ address: text })).problem,
  });
  if (address === undefined) return undefined;
  const settings = workspace.getConfiguration('sourcewright', folder.uri);
  await settings.update('corpus', address, ConfigurationTarget.WorkspaceFolder);
  return address;
}

/** Undefined: cancelled. */
export const askForPassword = (address: string): Thenable<string | undefined> =>
  window.showInputBox({
    title: l10n.t('Connect to Shared Corpus'),
    prompt: plainMessage(
      l10n.t(
        'Password for {0}, kept in VS Code’s secret storage. Leave it empty where none is asked for.',
        address,
      ),
    ),
    password: true,
    ignoreFocusOut: true,
  });

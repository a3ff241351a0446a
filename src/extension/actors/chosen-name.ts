import { l10n, type QuickPickItem, type Uri, window, workspace } from 'vscode';
import { choose } from '../choose';
import type { DiscoveredName, NameArgument } from '../../protocol/index';
import { plainLabel } from '../plain-label';
import type { Server } from '../server';
import { information, warning } from '../tell';

/** A name that a person has chosen, and what discovery knows of it. */
export interface ChosenName {
  /** URI of the workspace folder. */
  readonly folder: string;
  readonly name: string;
  readonly discovered?: DiscoveredName;
}

/** A selection longer than this is no name. */
const longestName = 120;

/**
 * The name that a command is about: its argument, which a view gives; else what is selected in the editor; else one of the
 * names discovered, which a person chooses. Undefined where there is none, which the person then knows.
 */
export async function chooseName(
  server: Server,
  title: string,
  given?: NameArgument,
): Promise<ChosenName | undefined> {
  const folder = await chooseFolder(given?.folder);
  if (folder === undefined) return undefined;
  const name = given?.name ?? selectedName();
  const names = await discoveredNames(server, folder);
  if (name !== undefined) {
    const discovered = names?.find(
      (one) => one.name === name || one.variants.some(({ text }) => text === name),
    );
    return { folder, name, ...(discovered && { discovered }) };
  }
  if (!names) void warning(l10n.t('The Sourcewright server does not answer.'));
  else if (names.length === 0)
    void information(
      l10n.t('The sources have no names that are not in actors.yaml. Select one in a text to add it.'),
    );
  else return pickName(folder, names, title);
  return undefined;
}

async function pickName(
  folder: string,
  names: readonly DiscoveredName[],
  title: string,
): Promise<ChosenName | undefined> {
  const items = names.map((discovered): QuickPickItem & { discovered: DiscoveredName } => ({
    discovered,
    label: plainLabel(discovered.name),
    description: l10n.t('{0} times', discovered.count),
    detail: plainLabel(discovered.passages[0]?.excerpt ?? ''),
  }));
  const placeHolder = l10n.t('A name in the sources that no actor has');
  const chosen = await choose(items, { title, placeHolder, matchOnDetail: true });
  return chosen && { folder, name: chosen.discovered.name, discovered: chosen.discovered };
}

const discoveredNames = async (
  server: Server,
  folder: string,
): Promise<readonly DiscoveredName[] | undefined> =>
  (await server.discoveredNames({ folder }).catch(() => undefined))?.names;

/** One line, without the marks around it. */
function selectedName(): string | undefined {
  const editor = window.activeTextEditor;
  if (!editor || editor.selection.isEmpty) return undefined;
  const name = editor.document
    .getText(editor.selection)
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}.!?)]+$/gu, '');
  return name !== '' && name.length <= longestName ? name : undefined;
}

/** What a view gave; an editor's menu gives the file's URI instead. */
export function nameArgument(given: unknown): NameArgument | undefined {
  const { name, folder } = (typeof given === 'object' && given !== null ? given : {}) as Record<
    string,
    unknown
  >;
  if (typeof name !== 'string' || name.trim() === '') return undefined;
  return { name, ...(typeof folder === 'string' && { folder }) };
}

/** The folder named, the active editor's, the only one, or the one that a person chooses. */
export async function chooseFolder(given?: string): Promise<string | undefined> {
  if (given !== undefined) return given;
  const folders = workspace.workspaceFolders ?? [];
  const active: Uri | undefined = window.activeTextEditor?.document.uri;
  const own = active && workspace.getWorkspaceFolder(active);
  const folder = own ?? (folders.length > 1 ? await window.showWorkspaceFolderPick() : folders[0]);
  if (!folder && folders.length === 0)
    void information(l10n.t('Open the folder that holds your sources and drafts first.'));
  return folder?.uri.toString();
}

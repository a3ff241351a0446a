import {
  ConfigurationTarget,
  FileType,
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  Uri,
  window,
  workspace,
  type WorkspaceFolder,
} from 'vscode';
import { choose } from './choose';
import { plainLabel } from './plain-label';
import { information, warning } from './tell';

const deepest = 3;
const mostFolders = 200;

interface FolderItem extends QuickPickItem {
  /** Undefined: to be looked for in a dialog. */
  readonly path?: string;
}

/** Lets a person name the folder that holds the sources, and writes it into the workspace's settings. */
export async function chooseSources(): Promise<void> {
  const folders = workspace.workspaceFolders ?? [];
  const folder = folders.length > 1 ? await window.showWorkspaceFolderPick() : folders[0];
  if (!folder) {
    if (folders.length === 0)
      void information(l10n.t('Open the folder that holds your sources and drafts first.'));
    return;
  }
  const path = await chooseFolder(folder);
  if (path !== undefined) await addToSetting(folder, `${escapeGlob(path)}/**`);
}

/** Relative to the workspace folder. */
async function chooseFolder(folder: WorkspaceFolder): Promise<string | undefined> {
  const chosen = await choose(folderItems(folder.uri), {
    title: l10n.t('Choose Sources'),
    placeHolder: l10n.t('The folder that holds the texts you cite'),
  });
  if (!chosen) return undefined;
  return chosen.path ?? (await browse(folder));
}

async function folderItems(root: Uri): Promise<FolderItem[]> {
  const items: FolderItem[] = [];
  for await (const { path, files } of subfolders(root)) {
    if (items.length === mostFolders) break;
    const count = files === 1 ? l10n.t('1 file') : l10n.t('{0} files', files);
    items.push({ path, label: plainLabel(path), description: count });
  }
  items.sort((a, b) => a.label.localeCompare(b.label));
  return [...items, { label: '', kind: QuickPickItemKind.Separator }, { label: l10n.t('Browse…') }];
}

/** Breadth first, so that a large tree cannot crowd out the folders near the root. */
async function* subfolders(root: Uri): AsyncGenerator<{ path: string; files: number }> {
  let level: string[] = [''];
  for (let depth = 0; depth <= deepest; depth++) {
    const below: string[] = [];
    for (const path of level) {
      const entries = await readFolder(Uri.joinPath(root, path));
      if (path) yield { path, files: entries.filter(([, type]) => type === FileType.File).length };
      for (const [name, type] of entries)
        if (type === FileType.Directory && !name.startsWith('.') && name !== 'node_modules')
          below.push(path ? `${path}/${name}` : name);
    }
    level = below;
  }
}

async function readFolder(uri: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(uri);
  } catch {
    return [];
  }
}

async function browse(folder: WorkspaceFolder): Promise<string | undefined> {
  const [chosen] =
    (await window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      defaultUri: folder.uri,
      openLabel: l10n.t('Choose Sources'),
    })) ?? [];
  if (!chosen) return undefined;
  const path = workspace.asRelativePath(chosen, false);
  if (
    workspace.getWorkspaceFolder(chosen)?.uri.toString() === folder.uri.toString() &&
    path !== chosen.fsPath
  )
    return path;
  void warning(l10n.t('Sources are kept inside the workspace folder {0}.', folder.name));
  return undefined;
}

/** What a person has set stays; the default gives way. */
async function addToSetting(folder: WorkspaceFolder, glob: string) {
  const settings = workspace.getConfiguration('sourcewright', folder.uri);
  const known = settings.inspect<string[]>('sources');
  const set = known?.workspaceFolderValue ?? known?.workspaceValue ?? known?.globalValue ?? [];
  await settings.update('sources', [...new Set([...set, glob])], ConfigurationTarget.WorkspaceFolder);
}

function escapeGlob(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@]/g, '\\$&');
}

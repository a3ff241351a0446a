import * as path from 'node:path';
import { Uri, workspace } from 'vscode';

export const zoteroSetting = 'sourcewright.zotero.file';

/** The file to which Better BibTeX exports for a folder, as its settings name it. */
export function zoteroFile(folder: Uri): Uri | undefined {
  const named = workspace.getConfiguration(undefined, folder).get<string>(zoteroSetting, '').trim();
  if (named === '') return undefined;
  return path.isAbsolute(named) ? Uri.file(named) : Uri.joinPath(folder, named);
}

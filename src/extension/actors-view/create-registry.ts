import { l10n, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { failure } from '../tell';

const TEMPLATE = `# The people, organisations and states that the sources name.
actors:
#  - id: karim-al-nuri
#    schema: Person
#    name: Karim al-Nuri
#    alias: [Kareem al-Noori]
#    position: harbour master
`;

/** Makes an actors.yaml with an example to go by, where there is none, and opens it. */
export async function createRegistry(): Promise<void> {
  const folders = workspace.workspaceFolders ?? [];
  const folder = folders.length > 1 ? await window.showWorkspaceFolderPick() : folders[0];
  if (!folder) return;
  const uri = Uri.joinPath(folder.uri, 'actors.yaml');
  const edit = new WorkspaceEdit();
  // A file that is there stays as it is.
  edit.createFile(uri, { ignoreIfExists: true, contents: new TextEncoder().encode(TEMPLATE) });
  await workspace.applyEdit(edit);
  try {
    await window.showTextDocument(uri);
  } catch {
    void failure(l10n.t('{0} could not be created.', uri.fsPath));
  }
}

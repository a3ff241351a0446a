import { l10n, Uri, workspace, WorkspaceEdit, type WorkspaceEditEntryMetadata } from 'vscode';
import type { FileEdit } from '../protocol/index';
import { toEditorRange } from './convert';
import { warning } from './tell';

const attempts = 3;

export interface ApplyOptions {
  /** Shows the change in the Refactor Preview first: a person takes it or leaves it. */
  readonly preview?: string;
}

/**
 * Makes the change of a file of records (its name at the folder's root) that the server answers with, as one undo step, and
 * saves the file; one with unsaved changes is left unsaved, as it is for its writer to save. Gives the answer, or undefined
 * where nothing was changed.
 */
export async function applyFileEdit<Answer extends FileEdit>(
  folder: string,
  file: string,
  ask: () => Promise<Answer>,
  { preview }: ApplyOptions = {},
): Promise<Answer | undefined> {
  await letServerSee(folder, file);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const answer = await ask().catch(() => undefined);
    if (!answer || answer.problem !== undefined) {
      void warning(
        answer?.problem ?? l10n.t('Nothing was changed: the Sourcewright server does not answer.'),
      );
      return undefined;
    }
    if (answer.edits.length === 0) return answer;
    const uri = Uri.parse(answer.uri);
    const open = openDocument(uri);
    if (open?.version !== answer.version) continue;
    const wasDirty = open?.isDirty ?? false;
    if (!(await workspace.applyEdit(editOf(answer, uri, preview), { isRefactoring: preview !== undefined })))
      return undefined;
    if (!wasDirty) await openDocument(uri)?.save();
    return answer;
  }
  void warning(l10n.t('Nothing was changed: {0} cannot be edited at the moment.', file));
  return undefined;
}

function editOf({ creates, edits }: FileEdit, uri: Uri, preview: string | undefined): WorkspaceEdit {
  const change = new WorkspaceEdit();
  const metadata: WorkspaceEditEntryMetadata | undefined =
    preview === undefined ? undefined : { needsConfirmation: true, label: preview };
  if (creates) change.createFile(uri, { ignoreIfExists: true }, metadata);
  for (const { range, newText } of edits) change.replace(uri, toEditorRange(range), newText, metadata);
  return change;
}

/** Opened without an editor: the server then tells which version of it its edits are for. */
async function letServerSee(folder: string, file: string) {
  const uri = Uri.joinPath(Uri.parse(folder), file);
  await workspace.openTextDocument(uri).then(undefined, () => undefined);
}

const openDocument = (uri: Uri) =>
  workspace.textDocuments.find(
    (document) => document.uri.toString() === uri.toString() && !document.isClosed,
  );

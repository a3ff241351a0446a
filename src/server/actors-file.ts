import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ActorsEdit } from '../protocol';
import { ACTORS_FILE } from '../ingest/settings';
import type { Replacement } from '../language/fixes/fix';
import type { FolderCorpus } from './folder-corpus';
import { fileEdit, recordsText, type RecordsText } from './records-file';
import type { Workspace } from './workspace';

/** A folder's actors.yaml as it is now: in the editor that has it open, or on disk. */
export type ActorsText = RecordsText;

export const actorsText = (
  folder: FolderCorpus,
  documents: TextDocuments<TextDocument>,
  workspace: Workspace,
): Promise<ActorsText> => recordsText(folder, ACTORS_FILE, documents, workspace);

/** The protocol's edit for a change of the file. */
export const actorsEdit = (
  text: ActorsText,
  change: { readonly edits?: readonly Replacement[]; readonly actor?: string; readonly problem?: string },
): ActorsEdit => ({
  ...fileEdit(text, change),
  ...(change.actor !== undefined && { actor: change.actor }),
});

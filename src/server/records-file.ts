import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileEdit, TextEdit } from '../protocol';
import { describeFailure } from '../ingest/failure';
import { readRecordsFile } from '../ingest/read-folder';
import type { Replacement } from '../language/fixes/fix';
import type { FolderCorpus } from './folder-corpus';
import { Positions } from './to-lsp';
import { fileUri } from './uris';
import type { Workspace } from './workspace';

/** A file of records of a folder as it is now: in the editor that has it open, or on disk. */
export interface RecordsText {
  readonly uri: string;
  readonly text: string;
  readonly version?: number;
  /** There is none yet. */
  readonly isMissing: boolean;
  /** It is there and cannot be read. */
  readonly problem?: string;
}

/** `file` is the name of one at the folder's root. */
export async function recordsText(
  folder: FolderCorpus,
  file: string,
  documents: TextDocuments<TextDocument>,
  workspace: Workspace,
): Promise<RecordsText> {
  const open = documents.all().find(({ uri }) => {
    const located = workspace.locate(uri);
    return located?.folder === folder && located.path === file;
  });
  if (open) return { uri: open.uri, text: open.getText(), version: open.version, isMissing: false };
  const uri = fileUri(folder.root, file);
  const read = await readRecordsFile(folder.root, file);
  if (typeof read === 'object')
    return {
      uri,
      text: '',
      isMissing: false,
      problem: `${file}: ${describeFailure(read)} Nothing was changed.`,
    };
  return { uri, text: read ?? '', isMissing: read === undefined };
}

/** The protocol's edit for a change of the file. */
export function fileEdit(
  { uri, text, version, isMissing, problem }: RecordsText,
  change: { readonly edits?: readonly Replacement[]; readonly problem?: string },
): FileEdit {
  const why = problem ?? change.problem;
  const edits = why === undefined ? (change.edits ?? []) : [];
  return {
    uri,
    creates: isMissing && edits.length > 0,
    edits: toTextEdits(text, edits),
    ...(version !== undefined && { version }),
    ...(why !== undefined && { problem: why }),
  };
}

function toTextEdits(text: string, edits: readonly Replacement[]): TextEdit[] {
  const positions = new Positions(text);
  return edits.map(({ start, end, text: newText }) => ({ range: positions.range({ start, end }), newText }));
}

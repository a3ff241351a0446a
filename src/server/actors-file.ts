import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ActorsEdit, TextEdit } from '../protocol';
import { describeFailure } from '../ingest/failure';
import { readRecordsFile } from '../ingest/read-folder';
import { ACTORS_FILE } from '../ingest/settings';
import type { Replacement } from '../language/fixes/fix';
import type { FolderCorpus } from './folder-corpus';
import { Positions } from './to-lsp';
import { fileUri } from './uris';
import type { Workspace } from './workspace';

/** A folder's actors.yaml as it is now: in the editor that has it open, or on disk. */
export interface ActorsText {
  readonly uri: string;
  readonly text: string;
  readonly version?: number;
  /** There is none yet. */
  readonly isMissing: boolean;
  /** It is there and cannot be read. */
  readonly problem?: string;
}

export async function actorsText(
  folder: FolderCorpus,
  documents: TextDocuments<TextDocument>,
  workspace: Workspace,
): Promise<ActorsText> {
  const open = documents.all().find(({ uri }) => {
    const located = workspace.locate(uri);
    return located?.folder === folder && located.path === ACTORS_FILE;
  });
  if (open) return { uri: open.uri, text: open.getText(), version: open.version, isMissing: false };
  const uri = fileUri(folder.root, ACTORS_FILE);
  const read = await readRecordsFile(folder.root, ACTORS_FILE);
  if (typeof read === 'object')
    return {
      uri,
      text: '',
      isMissing: false,
      problem: `${ACTORS_FILE}: ${describeFailure(read)} Nothing was changed.`,
    };
  return { uri, text: read ?? '', isMissing: read === undefined };
}

/** The protocol's edit for a change of the file. */
export function actorsEdit(
  { uri, text, version, isMissing, problem }: ActorsText,
  change: { readonly edits?: readonly Replacement[]; readonly actor?: string; readonly problem?: string },
): ActorsEdit {
  const why = problem ?? change.problem;
  const edits = why === undefined ? (change.edits ?? []) : [];
  return {
    uri,
    creates: isMissing && edits.length > 0,
    edits: toTextEdits(text, edits),
    ...(version !== undefined && { version }),
    ...(change.actor !== undefined && { actor: change.actor }),
    ...(why !== undefined && { problem: why }),
  };
}

function toTextEdits(text: string, edits: readonly Replacement[]): TextEdit[] {
  const positions = new Positions(text);
  return edits.map(({ start, end, text: newText }) => ({ range: positions.range({ start, end }), newText }));
}

import { l10n, Selection, type TextEditor } from 'vscode';
import type { InsertionParams, InsertionResult } from '../protocol/index';
import { fromEditorRange, toEditorPosition, toEditorRange } from './convert';
import type { Server } from './server';
import { warning } from './tell';

/** What is to be inserted; where it goes is the editor's selection. */
type Citation = Omit<InsertionParams, 'draft' | 'version' | 'range'>;

const attempts = 3;

/**
 * Puts a citation in the place of the editor's selection, as one undo step. The server's edits hold for one version
 * of the draft: when it has changed meanwhile they are asked for again.
 */
export async function insertCitation(server: Server, editor: TextEditor, citation: Citation): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { version } = editor.document;
    const result = await ask(server, editor, citation);
    if (result.problem) {
      void warning(result.problem);
      return;
    }
    if (!result.outdated && editor.document.version === version && (await apply(editor, result))) return;
  }
  void warning(l10n.t('Nothing was inserted: the draft cannot be edited at the moment.'));
}

async function ask(server: Server, editor: TextEditor, citation: Citation): Promise<InsertionResult> {
  const { document, selection } = editor;
  const draft = document.uri.toString();
  const range = fromEditorRange(selection);
  try {
    return await server.insertion({ ...citation, draft, version: document.version, range });
  } catch {
    return { edits: [], problem: l10n.t('Nothing was inserted: the Sourcewright server does not answer.') };
  }
}

async function apply(editor: TextEditor, { edits, cursor }: InsertionResult): Promise<boolean> {
  const applied = await editor.edit((builder) => {
    for (const { range, newText } of edits) builder.replace(toEditorRange(range), newText);
  });
  if (applied && cursor) {
    const position = toEditorPosition(cursor);
    editor.selection = new Selection(position, position);
    editor.revealRange(editor.selection);
  }
  return applied;
}

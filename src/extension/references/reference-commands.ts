import { env, l10n, type TextEditor, window } from 'vscode';
import type { DocumentRoles } from '../document-roles';
import type { Server } from '../server';
import { information, statusMessage, warning } from '../tell';

/** Puts the references of what the draft cites at the cursor, as paragraphs of their own. */
export async function insertBibliography(server: Server, roles: DocumentRoles): Promise<void> {
  const editor = await draftEditor(roles);
  if (!editor) return;
  const { document } = editor;
  const { version } = document;
  const { markdown, problem } = await server
    .bibliography({ draft: document.uri.toString() })
    .catch(() => ({ markdown: '', problem: noAnswer() }));
  const changed =
    document.version === version ? undefined : l10n.t('The draft has changed: insert the list again.');
  const inserted =
    problem === undefined && changed === undefined && (await insertParagraphs(editor, markdown));
  if (inserted) return;
  const why = problem ?? changed ?? l10n.t('Nothing was inserted: the draft cannot be edited at the moment.');
  void warning(why);
}

/** Copies the reference of the citation at the cursor, as plain text. */
export async function copyReference(server: Server, roles: DocumentRoles): Promise<void> {
  const editor = await draftEditor(roles);
  if (!editor) return;
  const { line, character } = editor.selection.active;
  const { text, problem } = await server
    .formattedReference({ draft: editor.document.uri.toString(), position: { line, character } })
    .catch(() => ({ text: '', problem: noAnswer() }));
  if (problem !== undefined) {
    void warning(problem);
    return;
  }
  await env.clipboard.writeText(text);
  statusMessage('clippy', `${l10n.t('Copied:')} ${text}`);
}

async function draftEditor(roles: DocumentRoles): Promise<TextEditor | undefined> {
  const editor = window.activeTextEditor;
  if (editor && (await roles.of(editor.document.uri)) === 'draft') return editor;
  void information(l10n.t('Open the draft whose references are meant.'));
  return undefined;
}

/** Behind the cursor's line, with blank lines around; a line without words is taken for the list. */
function insertParagraphs(editor: TextEditor, markdown: string): Thenable<boolean> {
  const { document, selection } = editor;
  const line = document.lineAt(selection.active.line);
  const above = line.lineNumber > 0 && !document.lineAt(line.lineNumber - 1).isEmptyOrWhitespace;
  const next = line.lineNumber + 1 < document.lineCount ? document.lineAt(line.lineNumber + 1) : undefined;
  const before = line.isEmptyOrWhitespace ? (above ? '\n' : '') : '\n\n';
  const after = next && !next.isEmptyOrWhitespace ? '\n' : '';
  return editor.edit((builder) => {
    builder.insert(line.range.end, `${before}${markdown}${after}`);
  });
}

const noAnswer = (): string => l10n.t('Nothing was done: the Sourcewright server does not answer.');

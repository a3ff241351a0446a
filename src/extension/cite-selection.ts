import { l10n, window } from 'vscode';
import type { SelectionResult } from '../protocol/index';
import { citeInDraft } from './cite-in-draft';
import { fromEditorRange } from './convert';
import type { DocumentRoles } from './document-roles';
import type { Server } from './server';
import { information, warning } from './tell';

/** Cites what is selected in a source, at the cursor of the draft that was used last. */
export async function citeSelection(server: Server, roles: DocumentRoles): Promise<void> {
  const source = window.activeTextEditor;
  if (!source || source.selection.isEmpty) {
    void information(l10n.t('Select the words of a source that are to be cited.'));
    return;
  }
  const params = { source: source.document.uri.toString(), range: fromEditorRange(source.selection) };
  const { passage, quoted, problem } = await server.selection(params).catch(noAnswer);
  if (!passage) {
    if (problem) void warning(problem);
    return;
  }
  await citeInDraft(server, roles, passage, quoted);
}

function noAnswer(): SelectionResult {
  return { quoted: [], problem: l10n.t('Nothing was inserted: the Sourcewright server does not answer.') };
}

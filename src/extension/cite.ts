import { window } from 'vscode';
import { citePassage } from './cite-passage/cite-passage';
import { citeSelection } from './cite-selection';
import type { DocumentRoles } from './document-roles';
import type { HealthWatch } from './health-watch';
import type { Server } from './server';

/**
 * Cites from where the cursor is: in a source what is selected, elsewhere a passage that is searched for. One key stands
 * for both, and it may be pressed before VS Code knows which file it is pressed in: so what was `meant` is only a guess.
 */
export async function cite(
  meant: 'passage' | 'selection',
  server: Server,
  roles: DocumentRoles,
  health: HealthWatch,
): Promise<void> {
  const editor = window.activeTextEditor;
  const role = editor ? await roles.of(editor.document.uri) : 'none';
  const isSelection = role === 'none' ? meant === 'selection' : role === 'source';
  await (isSelection ? citeSelection(server, roles) : citePassage(server, health));
}

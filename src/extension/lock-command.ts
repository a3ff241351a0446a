import { type Disposable, l10n, type TextDocument, window, workspace } from 'vscode';
import type { LockResult } from '../protocol/index';
import type { DocumentRoles } from './document-roles';
import type { Server } from './server';
import { information, statusMessage, warning } from './tell';

/** Locks the quotations of the draft in the active editor to their sources, and says what came of it. */
export async function lockQuotations(server: Server, roles: DocumentRoles): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document || (await roles.of(document.uri)) !== 'draft') {
    void information(l10n.t('Open the draft whose quotations are to be locked.'));
    return;
  }
  const result = await lock(server, document, false);
  const isPartial = result.kept > 0 || result.unsaved.length > 0;
  const needsLook = result.problem ?? (isPartial ? outcome(result) : undefined);
  if (needsLook !== undefined) void warning(needsLook);
  else statusMessage('lock', outcome(result));
  tellOfBrokenLock(result);
}

/** Locks the quotations of each draft that is saved, where the setting `sourcewright.lock.onSave` asks for it. */
export const lockOnSave = (server: Server, roles: DocumentRoles): Disposable =>
  workspace.onDidSaveTextDocument(async (document) => {
    const settings = workspace.getConfiguration('sourcewright', document.uri);
    const isWanted = workspace.isTrusted && settings.get<boolean>('lock.onSave', false);
    if (!isWanted || (await roles.of(document.uri)) !== 'draft') return;
    const result = await lock(server, document, true);
    if (result.problem) statusMessage('warning', result.problem);
    tellOfBrokenLock(result);
  });

function lock(server: Server, { uri }: TextDocument, onSave: boolean): Promise<LockResult> {
  return server.lock({ draft: uri.toString(), onSave }).catch(() => ({
    ...{ locked: 0, added: 0, kept: 0, dropped: 0, notAccepted: 0, unsaved: [] },
    problem: l10n.t('Nothing was locked: the Sourcewright server does not answer.'),
  }));
}

function outcome({ locked, kept, notAccepted, unsaved }: LockResult): string {
  const parts = [locked === 1 ? l10n.t('1 quotation locked.') : l10n.t('{0} quotations locked.', locked)];
  if (unsaved.length > 0) parts.push(l10n.t('Save these sources first: {0}.', unsaved.join(', ')));
  if (kept > 0) parts.push(l10n.t('{0} stay locked as they were: see Problems.', kept));
  else if (notAccepted > 0) parts.push(l10n.t('{0} not accepted: see Problems.', notAccepted));
  return parts.join(' ');
}

function tellOfBrokenLock({ keptAside }: LockResult) {
  if (keptAside)
    void warning(
      l10n.t(
        'The lock could not be read as a whole. It is kept as .sourcewright/{0}, and written anew.',
        keptAside,
      ),
    );
}

import { commands, l10n, workspace } from 'vscode';
import { warning } from './tell';

/** What is said where something would be written in Restricted Mode. */
export const restrictedMode = (): string =>
  l10n.t('Nothing was written: this workspace is in Restricted Mode, in which Sourcewright only reads.');

/**
 * A command that writes files of the workspace. In Restricted Mode it is not run, and the person is told how to trust the
 * workspace.
 */
export function writing<Given>(run: (given?: Given) => unknown): (given?: Given) => unknown {
  return (given) => {
    if (workspace.isTrusted) return run(given);
    void offerTrust(restrictedMode());
    return undefined;
  };
}

/** Says what is not done in Restricted Mode, and how to trust the workspace. */
export async function offerTrust(refusal: string): Promise<void> {
  const manage = l10n.t('Manage Workspace Trust');
  const answer = await warning(refusal, manage);
  if (answer === manage) await commands.executeCommand('workbench.trust.manage');
}

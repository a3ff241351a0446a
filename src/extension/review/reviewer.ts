import { type ExtensionContext, l10n, type Uri, window } from 'vscode';
import { gitUser, oneLine } from './git-user';

const KEPT = 'sourcewright.reviewer';

/**
 * Who decides, as `Name <mail>`: as git says it, else as the person said it once. Undefined where the person says nothing.
 * Runs git: not for a workspace in Restricted Mode.
 */
export async function askReviewer(
  folder: Uri | undefined,
  { globalState }: ExtensionContext,
): Promise<string | undefined> {
  const known = (folder ? await gitUser(folder.fsPath) : undefined) ?? globalState.get<string>(KEPT);
  if (known !== undefined) return known;
  const said = await window.showInputBox({
    title: l10n.t('Who Reviews?'),
    prompt: l10n.t('Your name as it is to stand under your decisions. It is asked once.'),
    placeHolder: l10n.t('Name <name@example.org>'),
    ignoreFocusOut: true,
  });
  const name = said === undefined ? '' : oneLine(said);
  if (name === '') return undefined;
  await globalState.update(KEPT, name);
  return name;
}

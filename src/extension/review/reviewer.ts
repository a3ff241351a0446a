import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type ExtensionContext, l10n, type Uri, window } from 'vscode';

const KEPT = 'sourcewright.reviewer';

/** How long git may take to say who a person is; in milliseconds. */
const PATIENCE = 3000;

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

async function gitUser(folder: string): Promise<string | undefined> {
  const [name, mail] = await Promise.all([gitValue(folder, 'user.name'), gitValue(folder, 'user.email')]);
  return name && mail ? `${name} <${mail}>` : name;
}

/** Undefined where there is no git, or git knows none. */
async function gitValue(cwd: string, name: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('git', ['config', '--get', name], {
      cwd,
      timeout: PATIENCE,
      windowsHide: true,
    });
    return oneLine(stdout) || undefined;
  } catch {
    return undefined;
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

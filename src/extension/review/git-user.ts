import { execFile } from 'node:child_process';
import * as os from 'node:os';
import { promisify } from 'node:util';

/** How long git may take to say who a person is; in milliseconds. */
const PATIENCE = 3000;

/** Who works in a folder, as `Name <mail>`. Undefined where there is no git, or git knows no name. */
export async function gitUser(folder: string): Promise<string | undefined> {
  const [name, mail] = await Promise.all([gitValue(folder, 'user.name'), gitValue(folder, 'user.email')]);
  return name && mail ? `${name} <${mail}>` : name;
}

/**
 * The folder is told to git, and git is not started in it: Windows would take a `git.exe` that stands where it is started, and
 * drafts come from anywhere.
 */
async function gitValue(folder: string, name: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('git', ['-C', folder, 'config', '--get', name], {
      cwd: os.tmpdir(),
      timeout: PATIENCE,
      windowsHide: true,
    });
    return oneLine(stdout) || undefined;
  } catch {
    return undefined;
  }
}

/** A name as it stands under decisions. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

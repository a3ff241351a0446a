import { window } from 'vscode';
import { plainMessage } from '../protocol/plain-message';
import { plainLabel } from './plain-label';

/*
 * The only door to what pops up or stands in the status bar (eslint.config.mjs holds it): messages name files, keys and actors of anyone, and nothing in
 * them becomes a link or an icon. Each gives the action that was chosen.
 */

export const information = (message: string, ...actions: string[]): Thenable<string | undefined> =>
  window.showInformationMessage(plainMessage(message), ...actions);

export const warning = (message: string, ...actions: string[]): Thenable<string | undefined> =>
  window.showWarningMessage(plainMessage(message), ...actions);

export const failure = (message: string, ...actions: string[]): Thenable<string | undefined> =>
  window.showErrorMessage(plainMessage(message), ...actions);

/** How long an outcome stands in the status bar; in milliseconds. */
const SHOWN_FOR = 8000;

/** Says in the status bar for a while what came of something, behind an icon of ours. */
export function statusMessage(icon: 'check' | 'clippy' | 'lock' | 'warning', message: string): void {
  window.setStatusBarMessage(`$(${icon}) ${plainLabel(message)}`, SHOWN_FOR);
}

/** A warning that has to be answered first: true where it is to be done anyway. */
export async function isConfirmed(message: string, detail: string, action: string): Promise<boolean> {
  const options = { modal: true, detail: plainMessage(detail) };
  return (await window.showWarningMessage(plainMessage(message), options, action)) === action;
}

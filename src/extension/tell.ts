import { window } from 'vscode';
import { plainMessage } from '../protocol/plain-message';

/*
 * The only door to what pops up (eslint.config.mjs holds it): messages name files, keys and actors of anyone, and nothing in
 * them becomes a link. Each gives the action that was chosen.
 */

export const information = (message: string, ...actions: string[]): Thenable<string | undefined> =>
  window.showInformationMessage(plainMessage(message), ...actions);

export const warning = (message: string, ...actions: string[]): Thenable<string | undefined> =>
  window.showWarningMessage(plainMessage(message), ...actions);

export const failure = (message: string, ...actions: string[]): Thenable<string | undefined> =>
  window.showErrorMessage(plainMessage(message), ...actions);

/** A warning that has to be answered first: true where it is to be done anyway. */
export async function isConfirmed(message: string, detail: string, action: string): Promise<boolean> {
  const options = { modal: true, detail: plainMessage(detail) };
  return (await window.showWarningMessage(plainMessage(message), options, action)) === action;
}

import { type QuickPickItem, type QuickPickOptions, window } from 'vscode';

/*
 * The only door to a list to choose from (eslint.config.mjs holds it). It stays until a row is taken or Escape pressed: when
 * a command is chosen in the palette over a web view, VS Code gives the focus back to that view, at times only after the
 * command has shown its list, and a list that goes with the focus would be gone before it was read.
 */
const STAYS = { ignoreFocusOut: true };

type Rows<T> = readonly T[] | Thenable<readonly T[]>;

/** Gives the row that was taken. */
export const choose = <T extends QuickPickItem>(
  rows: Rows<T>,
  options: QuickPickOptions,
): Thenable<T | undefined> => window.showQuickPick(rows, { ...options, ...STAYS });

/** Gives the rows that were ticked. */
export const chooseSeveral = <T extends QuickPickItem>(
  rows: Rows<T>,
  options: QuickPickOptions,
): Thenable<readonly T[] | undefined> =>
  window.showQuickPick(rows, { ...options, ...STAYS, canPickMany: true });

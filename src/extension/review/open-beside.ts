import { type Uri, ViewColumn, window } from 'vscode';
import type { Range } from '../../protocol/index';
import { toEditorRange } from '../convert';

/** Shows a place of a file, selected, in another group than the panel's: where the file is seen, else the first other one. */
export async function openBeside(
  panel: ViewColumn | undefined,
  uri: Uri,
  range: Range,
  enter: boolean,
): Promise<void> {
  const seen = window.visibleTextEditors.find(
    ({ document, viewColumn }) => document.uri.toString() === uri.toString() && viewColumn !== undefined,
  );
  const other = window.tabGroups.all.find(({ viewColumn }) => viewColumn !== panel);
  await window.showTextDocument(uri, {
    viewColumn: seen?.viewColumn ?? other?.viewColumn ?? ViewColumn.Beside,
    preview: true,
    preserveFocus: !enter,
    selection: toEditorRange(range),
  });
}

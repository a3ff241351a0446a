import { Uri, ViewColumn, window } from 'vscode';
import type { Range } from '../protocol/index';
import { toEditorRange } from './convert';

/** A place in a source, as the server names it above a block quote. */
interface OpenPassageTarget {
  readonly uri: string;
  readonly range: Range;
  /** Beside the active editor, as a draft stands there; else in its place. */
  readonly beside?: boolean;
}

/** Shows a place of a source, selected: in the group where the source is open, if it is. */
export async function openPassage({ uri, range, beside = true }: OpenPassageTarget): Promise<void> {
  const source = Uri.parse(uri);
  const shown = window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === source.toString(),
  );
  await window.showTextDocument(source, {
    viewColumn: shown?.viewColumn ?? (beside ? ViewColumn.Beside : ViewColumn.Active),
    preview: true,
    selection: toEditorRange(range),
  });
}

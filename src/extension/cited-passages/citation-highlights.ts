import {
  Disposable,
  languages,
  OverviewRulerLane,
  type TextEditor,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import { toEditorRange } from '../convert';
import type { DraftWatch } from '../draft-watch';
import type { Server } from '../server';
import { isWanted, SOURCE_DOCUMENTS } from './citation-lens';

const SETTING = 'sourcewright.citedPassages.highlight';

/** Marks in sources the passages that drafts cite: a line at their side, a faint ground. */
export function createCitationHighlights(server: Server, drafts: DraftWatch): Disposable {
  const decoration = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor('sourcewright.citedPassageBackground'),
    borderColor: new ThemeColor('sourcewright.citedPassageBorder'),
    borderStyle: 'solid',
    borderWidth: '0 0 0 2px',
    overviewRulerColor: new ThemeColor('sourcewright.citedPassageBorder'),
    overviewRulerLane: OverviewRulerLane.Left,
  });
  const asked = new WeakMap<TextEditor, number>();
  const show = async (editor: TextEditor) => {
    const { document } = editor;
    const { version } = document;
    const question = (asked.get(editor) ?? 0) + 1;
    asked.set(editor, question);
    const isSource = languages.match(SOURCE_DOCUMENTS, document) > 0;
    const source = document.uri.toString();
    const found =
      isSource && isWanted(document, SETTING)
        ? await server.citedPassages({ source }).catch(() => undefined)
        : undefined;
    // An answer on an older text, or to an older question, names other places: a newer question is on its way.
    if (asked.get(editor) !== question || document.version !== version) return;
    editor.setDecorations(decoration, found?.passages.map(({ range }) => toEditorRange(range)) ?? []);
  };
  const showAll = () => {
    for (const editor of window.visibleTextEditors) void show(editor);
  };
  showAll();
  return Disposable.from(
    decoration,
    drafts.onDidChange(showAll),
    window.onDidChangeVisibleTextEditors(showAll),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTING)) showAll();
    }),
  );
}

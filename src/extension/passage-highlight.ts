import { Disposable, Range, type TextEditor, ThemeColor, window } from 'vscode';
import { SOURCE_TEXT_SCHEME } from '../protocol/index';

/** Marks the passage where the cursor stands in the text of a source: whatever leads there, a reader sees what is meant. */
export function highlightPassages(): Disposable {
  const mark = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
    borderColor: new ThemeColor('editor.rangeHighlightBorder'),
  });
  const show = (editor: TextEditor) => {
    if (editor.document.uri.scheme === SOURCE_TEXT_SCHEME) editor.setDecorations(mark, [passageAt(editor)]);
  };
  window.visibleTextEditors.forEach(show);
  return Disposable.from(
    mark,
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      show(textEditor);
    }),
    window.onDidChangeVisibleTextEditors((editors) => {
      editors.forEach(show);
    }),
  );
}

/** Blank lines stand between the passages of such a text, and nowhere else. */
function passageAt({ document, selection: { active } }: TextEditor): Range {
  const isBlank = (line: number) => document.lineAt(line).isEmptyOrWhitespace;
  let [first, last] = [active.line, active.line];
  if (isBlank(first)) return new Range(active, active);
  while (first > 0 && !isBlank(first - 1)) first--;
  while (last + 1 < document.lineCount && !isBlank(last + 1)) last++;
  return new Range(first, 0, last, document.lineAt(last).text.length);
}

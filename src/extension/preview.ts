import {
  type Range as EditorRange,
  type TextEditor,
  TextEditorRevealType,
  ThemeColor,
  Uri,
  ViewColumn,
  window,
} from 'vscode';
import type { Range } from '../protocol/index';
import { toEditorRange } from './convert';
import { captureGroup, type GroupState, restoreGroup } from './editor-group';

/** A stretch of a source to bring into view, and what of it to highlight. */
export interface PreviewTarget {
  readonly uri: string;
  readonly reveal: Range;
  readonly highlight: readonly Range[];
  /** Else only what is out of sight is brought to the centre. */
  readonly centre: boolean;
}

/** The editor group that sources are shown in. */
interface Place {
  readonly column: ViewColumn;
  readonly before: GroupState | undefined;
}

/**
 * Shows sources beside a draft while a person chooses, without taking the focus, and puts the view back
 * at the end. Only the newest target counts: those passed over while an editor opens are never opened.
 */
export class SourcePreview {
  readonly #draft: TextEditor;
  readonly #decoration = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('editor.findMatchHighlightBackground'),
    overviewRulerColor: new ThemeColor('editorOverviewRuler.findMatchForeground'),
  });
  readonly #scrolled = new Map<TextEditor, EditorRange>();
  readonly #opened = new Set<string>();
  #place: Place | undefined;
  #shown: TextEditor | undefined;
  #next: PreviewTarget | undefined;
  #working: Promise<void> | undefined;

  constructor(draft: TextEditor) {
    this.#draft = draft;
  }

  show(target: PreviewTarget) {
    this.#next = target;
    this.#working ??= this.#work().finally(() => (this.#working = undefined));
  }

  /** Puts the view back. */
  async close() {
    this.#next = undefined;
    await this.#working;
    this.#decoration.dispose();
    for (const [editor, range] of this.#scrolled) editor.revealRange(range, TextEditorRevealType.AtTop);
    if (this.#place) await restoreGroup(this.#place.column, this.#place.before, this.#opened);
  }

  /** Leaves the source as it is shown when a person has gone into it; puts the view back otherwise. */
  async closeUnlessEntered() {
    // The editor that takes the focus becomes active a moment after the quick pick has gone.
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (this.#shown && window.activeTextEditor === this.#shown) this.#decoration.dispose();
    else await this.close();
  }

  async #work() {
    for (let target = this.#next; target; target = this.#next) {
      this.#next = undefined;
      // A source that cannot be shown (too large, gone) can still be cited.
      await this.#open(target).catch(() => undefined);
    }
  }

  async #open({ uri, reveal, highlight, centre }: PreviewTarget) {
    const source = Uri.parse(uri);
    const editor = this.#visible(source.toString()) ?? (await this.#openBeside(source));
    if (this.#shown !== editor) this.#shown?.setDecorations(this.#decoration, []);
    this.#shown = editor;
    editor.setDecorations(this.#decoration, highlight.map(toEditorRange));
    const { InCenter, InCenterIfOutsideViewport } = TextEditorRevealType;
    editor.revealRange(toEditorRange(reveal), centre ? InCenter : InCenterIfOutsideViewport);
  }

  #visible(uri: string): TextEditor | undefined {
    const editor = window.visibleTextEditors.find(
      (each) => each.document.uri.toString() === uri && each.viewColumn && each !== this.#draft,
    );
    const top = editor?.visibleRanges[0];
    if (editor && top && !this.#opened.has(uri) && !this.#scrolled.has(editor))
      this.#scrolled.set(editor, top);
    return editor;
  }

  async #openBeside(uri: Uri): Promise<TextEditor> {
    const { column, before } = (this.#place ??= this.#choosePlace());
    this.#opened.add(uri.toString());
    const editor = await window.showTextDocument(uri, {
      viewColumn: column,
      preview: true,
      preserveFocus: true,
    });
    this.#place = { column: editor.viewColumn ?? column, before };
    return editor;
  }

  /** The next group after the draft's, else the last before it, else a new one. */
  #choosePlace(): Place {
    const columns = window.tabGroups.all.map((group) => group.viewColumn);
    const draft = columns.findIndex((column) => column === this.#draft.viewColumn);
    const column = columns[draft + 1] ?? columns[draft - 1];
    if (!column) return { column: ViewColumn.Beside, before: undefined };
    return { column, before: captureGroup(column) };
  }
}

import { Position as EditorPosition, Range as EditorRange } from 'vscode';
import type { Position, Range } from '../protocol/index';

export function toEditorPosition(position: Position): EditorPosition {
  return new EditorPosition(position.line, position.character);
}

export function toEditorRange(range: Range): EditorRange {
  return new EditorRange(toEditorPosition(range.start), toEditorPosition(range.end));
}

export function fromEditorRange(range: EditorRange): Range {
  return { start: fromEditorPosition(range.start), end: fromEditorPosition(range.end) };
}

function fromEditorPosition(position: EditorPosition): Position {
  return { line: position.line, character: position.character };
}

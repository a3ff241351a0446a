import {
  CompletionItemKind,
  DiagnosticSeverity,
  InsertTextFormat,
  MarkupKind,
  SymbolKind,
  type ChangeAnnotation,
  type CodeLens,
  type CompletionItem as LspCompletionItem,
  type Diagnostic,
  type Hover,
  type Location,
  type MarkupContent,
  type Position,
  type Range,
  type TextDocumentEdit,
  type WorkspaceEdit,
  type WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { LineIndex, type SourceText, type Span } from '#corpus-index';
import type { ActorSymbol } from '../language/actors/actor-symbols';
import type { CompletionItem } from '../language/completion/completion';
import { DIRECTION_MARKS } from '../language/direction-marks';
import type { Replacement } from '../language/fixes/fix';
import type { HoverContent } from '../language/hover/hover';
import type { Severity } from '../language/problem';
import { explained } from './explained';

/** The only place that speaks the protocol's types: everything else knows offsets. */
export class Positions {
  private readonly lines: LineIndex;

  constructor(text: string) {
    this.lines = new LineIndex(text);
  }

  position(offset: number): Position {
    const { line, column } = this.lines.at(offset);
    return { line: line - 1, character: column - 1 };
  }

  range({ start, end }: Span): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  offset({ line, character }: Position): number {
    return this.lines.offset({ line: line + 1, column: character + 1 });
  }

  span({ start, end }: Range): Span {
    return { start: this.offset(start), end: this.offset(end) };
  }
}

const positionsBySource = new WeakMap<SourceText['reading'], Positions>();

/** Positions in a source, its lines counted once for each text. */
export function positionsIn(source: Pick<SourceText, 'text' | 'reading'>): Positions {
  const known = positionsBySource.get(source.reading) ?? new Positions(source.text);
  positionsBySource.set(source.reading, known);
  return known;
}

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export interface ToDiagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly related?: { readonly location: Location; readonly message: string };
}

/** Its message names titles and words of anyone: what would reorder the rest of the sentence is left out. */
export function diagnostic({ code, severity, message, range, related }: ToDiagnostic): Diagnostic {
  const href = explained(code);
  return {
    code,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    severity: SEVERITIES[severity],
    message: message.replace(DIRECTION_MARKS, ''),
    range,
    source: 'Sourcewright',
    ...(related ? { relatedInformation: [related] } : {}),
  };
}

const markdown = (value: string): MarkupContent => ({ kind: MarkupKind.Markdown, value });

export const hover = (content: HoverContent, positions: Positions): Hover => ({
  contents: markdown(content.markdown),
  range: positions.range(content.span),
});

const KINDS: Record<CompletionItem['kind'], CompletionItemKind> = {
  source: CompletionItemKind.Reference,
  passage: CompletionItemKind.Text,
  actor: CompletionItemKind.Class,
};

export const completionItem = (item: CompletionItem, positions: Positions): LspCompletionItem => ({
  label: item.label,
  kind: KINDS[item.kind],
  filterText: item.filterText,
  sortText: item.sortText,
  insertTextFormat: InsertTextFormat.PlainText,
  textEdit: { range: positions.range(item.replace), newText: item.newText },
  // Beside the label of every row, not only of the one in focus.
  ...(item.detail === undefined ? {} : { labelDetails: { description: item.detail } }),
  ...(item.documentation === undefined ? {} : { documentation: markdown(item.documentation) }),
});

/** Kinds of code actions: for one problem, and for what a client may do by itself on saving. */
export const QUICK_FIX = 'quickfix';
export const FIX_ALL = 'source.fixAll.sourcewright';

/** Whether a client asks for actions of a kind: by its name or by a part of it, `source.fixAll`; undefined asks for any. */
export const isWanted = (kind: string, only: readonly string[] | undefined): boolean =>
  only?.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`)) ?? true;

/** Edits of one document, which an editor makes and takes back as one step; refused if it has another `version` by then. */
export function workspaceEdit(
  uri: string,
  version: number | undefined,
  edits: readonly Replacement[],
  positions: Positions,
): WorkspaceEdit {
  const made = edits.map(({ start, end, text }) => ({
    range: positions.range({ start, end }),
    newText: text,
  }));
  return version === undefined
    ? { changes: { [uri]: made } }
    : { documentChanges: [{ textDocument: { uri, version }, edits: made }] };
}

/** Edits of one file of several. */
export interface FileEdit {
  readonly uri: string;
  /** Null for a file that no editor has open. */
  readonly version: number | null;
  readonly positions: Positions;
  readonly edits: readonly Replacement[];
  /** What kind of change it is, for the person who looks at it before it is made. */
  readonly about: EditKind;
}

export type EditKind = 'registry' | 'merge' | 'drafts';

/**
 * What needs a confirmation opens the editor's preview, and is made there where a person ticks it. A new name alone leaves the
 * registry whole whatever is ticked beside it.
 */
const ANNOTATIONS: Readonly<Record<EditKind, ChangeAnnotation>> = {
  registry: { label: 'The actor’s name in actors.yaml' },
  merge: {
    label: 'Two records of actors.yaml become one',
    needsConfirmation: true,
    description: 'Tick all or none',
  },
  drafts: {
    label: 'Your own words in drafts',
    needsConfirmation: true,
    description: 'Tick where the new name is to stand',
  },
};

/** What a client can do with edits of several files: refuse them where a file has changed; show them before they are made. */
export interface EditCapabilities {
  readonly versions: boolean;
  readonly annotations: boolean;
}

/** Edits of several files as one step, which the editor shows as a refactoring before it makes them. */
export function filesEdit(files: readonly FileEdit[], can: EditCapabilities): WorkspaceEdit {
  const made = files.map(({ uri, version, positions, edits, about }): TextDocumentEdit => ({
    textDocument: { uri, version },
    edits: edits.map(({ start, end, text }) => ({
      range: positions.range({ start, end }),
      newText: text,
      ...(can.annotations && { annotationId: about }),
    })),
  }));
  if (!can.versions)
    return {
      changes: Object.fromEntries(
        made.map(({ textDocument, edits }) => [textDocument.uri, edits as WorkspaceEditTexts]),
      ),
    };
  const kinds = [...new Set(files.map(({ about }) => about))];
  const annotations = kinds.map((kind) => [kind, ANNOTATIONS[kind]] as const);
  return {
    documentChanges: made,
    ...(can.annotations && { changeAnnotations: Object.fromEntries(annotations) }),
  };
}

type WorkspaceEditTexts = NonNullable<WorkspaceEdit['changes']>[string];

export const actorSymbol = (
  { actor, name, container }: ActorSymbol,
  location: Location,
): WorkspaceSymbol => ({
  name,
  kind: actor.schema === 'Person' ? SymbolKind.Object : SymbolKind.Module,
  containerName: container,
  location,
});

/** A line above a block quote; the command is the extension's (src/extension/open-passage.ts). */
export const codeLens = (range: Range, title: string, target: Location | undefined): CodeLens => ({
  range: { start: range.start, end: range.start },
  command: target
    ? {
        title,
        tooltip: 'Show the place in the source',
        command: 'sourcewright.openPassage',
        arguments: [target],
      }
    : { title, command: '' },
});

import type { FileEdit, Position, Range } from './index';

/** Words set in one way, and a citation or reference as such words: no markup of any kind. */
export interface PrintedRun {
  readonly text: string;
  readonly italic?: boolean;
  readonly bold?: boolean;
  readonly smallCaps?: boolean;
  readonly raised?: boolean;
  readonly lowered?: boolean;
}
export type PrintedText = readonly PrintedRun[];

export interface PreviewParams {
  readonly draft: string;
}

/** A group of citations as Markdown's preview shows it. */
export interface PreviewCitation {
  /** The line it begins in, from 0, and what stands there, without the signs that begin a quoted line. */
  readonly line: number;
  readonly written: string;
  /** What stands in the sentence before it. */
  readonly author?: PrintedText;
  readonly text: PrintedText;
  /** The number of its note, in a style that cites in notes. */
  readonly note?: number;
  readonly mark: { readonly state: 'accepted' | 'refused' | 'unchecked'; readonly title: string };
  /** The stretch of the draft that the mark speaks of: quotations and citation. Where it stands no longer, it does not hold. */
  readonly judged: string;
  /** Relative to the draft, with the line in the source. */
  readonly href?: string;
  /** Of a source whose text is made of its file, where `href` has no line: the preview itself leads nobody there. */
  readonly passage?: PreviewPassage;
}

/** A place in the text that is made of a PDF, a Word document or a web page. */
export interface PreviewPassage {
  readonly uri: string;
  readonly range: Range;
}

/** What Markdown's preview shows of one version of a draft. */
export interface PreviewResult {
  readonly version: number;
  readonly citations: readonly PreviewCitation[];
  /** The list of references. */
  readonly entries: readonly PrintedText[];
  /** Why citations are shown as they are written. */
  readonly problem?: string;
}

export interface BibliographyParams {
  readonly draft: string;
}

/** `Problem`: as the server answers, a `ServerProblem`; as a person reads it, a sentence. So it is in the results below. */
export interface BibliographyResult<Problem = string> {
  /** The references of what the draft cites, as Markdown paragraphs; empty with `problem`. */
  readonly markdown: string;
  readonly problem?: Problem;
}

export interface ExportInputsParams {
  readonly draft: string;
}

export interface ExportInputsResult<Problem = string> {
  /** CSL JSON of what the draft cites. */
  readonly references: string;
  /** The citation style, as CSL; absent with `problem`. */
  readonly style?: string;
  /** The language that a person chose for references. */
  readonly locale?: string;
  /** What the check finds in the draft at this moment. */
  readonly errors: number;
  readonly warnings: number;
  readonly problem?: Problem;
}

export interface FormattedReferenceParams {
  readonly draft: string;
  /** In the draft: the citation there is meant. */
  readonly position: Position;
}

export interface FormattedReferenceResult<Problem = string> {
  /** Plain text; empty with `problem`. */
  readonly text: string;
  readonly problem?: Problem;
}

/** What another program keeps references in: BibTeX, BibLaTeX, RIS or CSL JSON; a file's bytes, as its encoding is to be told. */
export type ImportedContent = { readonly text: string } | { readonly base64: string };

export interface ImportReferencesParams {
  /** URI of the folder. */
  readonly folder: string;
  readonly content: ImportedContent;
  /** How a person knows it. */
  readonly name: string;
  /** The keys of those to be added, as an answer of before gave them; absent for all. */
  readonly wanted?: readonly string[];
}

/** A change of sources.yaml. */
export interface ImportReferencesResult extends FileEdit {
  /** The records that it adds, with the file among the sources that each describes. */
  readonly added: readonly { readonly key: string; readonly title: string; readonly file?: string }[];
  /** What is left as it is, and why, in sentences. */
  readonly notes: readonly string[];
}

export interface SourceRecordsParams {
  /** The document at hand, and the cursor in it: a source, or a draft with a citation there, names the source meant. */
  readonly uri?: string;
  readonly position?: Position;
  /** Else all sources of this folder. */
  readonly folder: string;
}

/** A source, and what its record in sources.yaml says. */
export interface SourceRecordRow {
  readonly key: string;
  readonly title: string;
  /** Relative to the folder; absent for a record without a text. */
  readonly path?: string;
  readonly isRecorded: boolean;
  /** Absent where nothing says it. */
  readonly type?: string;
  /** CSL's names of what its reference lacks, by type: of its own type, and of each that a person may choose. */
  readonly missing: Readonly<Record<string, readonly string[]>>;
}

export interface SourceRecordsResult {
  readonly rows: readonly SourceRecordRow[];
  /** The key of the source meant. */
  readonly at?: string;
  /** The types that a person may choose. */
  readonly types: readonly string[];
}

export interface RecordSourceParams {
  readonly folder: string;
  readonly key: string;
  /** What a person entered, by CSL's names: added to the record, or written down with what the source's text states. */
  readonly fields: Readonly<Record<string, string>>;
}

export const referenceMethods = {
  /** What Markdown's preview shows of a draft; null for what is no open draft. */
  preview: 'sourcewright/preview',
  bibliography: 'sourcewright/bibliography',
  formattedReference: 'sourcewright/formattedReference',
  exportInputs: 'sourcewright/exportInputs',
  importReferences: 'sourcewright/importReferences',
  sourceRecords: 'sourcewright/sourceRecords',
  /** RecordSourceParams to FileEdit. */
  recordSource: 'sourcewright/recordSource',
} as const;

import type { PassageRef, Range } from './index';

/** What the check says of a citation: the verdict on its quotation, or `unquoted` where it quotes nothing. */
export type CitationOutcome =
  | 'verbatim'
  | 'typographic'
  | 'editorial'
  | 'altered'
  | 'elsewhere'
  | 'missing'
  | 'unresolved'
  | 'unchecked'
  | 'unquoted';

/** All texts are plain, as drafts and sources have them: escape them before they are shown as Markdown. */
export interface CitationRow {
  readonly key: string;
  /** `Orton 2014`, or the key where the source is not known. */
  readonly reference: string;
  /** As the draft has it: `para. 4`. */
  readonly locator?: string;
  readonly outcome: CitationOutcome;
  /** The outcome is one that a writer has to do something about. */
  readonly isProblem: boolean;
  /** One line: the words quoted, else the sentence that stands on the citation. */
  readonly words: string;
  /** From the `@` to the end of the key. */
  readonly range: Range;
}

/** The citations of a draft, in its order. */
export interface DraftCitations {
  readonly uri: string;
  /** Relative to its folder; the name of a draft that is not saved yet. */
  readonly name: string;
  /** Of the open document; null where the file on disk was read. */
  readonly version: number | null;
  readonly citations: readonly CitationRow[];
  /** How many there are, of which `citations` may be the first. */
  readonly total: number;
}

export interface CitationsParams {
  /** The folder's URI. */
  readonly folder: string;
  /** URI of the only draft that is asked for, open or not; else all of the folder are. */
  readonly draft?: string;
}

export interface CitationsResult {
  readonly drafts: readonly DraftCitations[];
  /** Paths of drafts that could not be read. */
  readonly unread: readonly string[];
  /** False while sources are still being read: nothing is judged then. */
  readonly complete: boolean;
}

export interface SourcesParams {
  /** The folder's URI. */
  readonly folder: string;
}

export interface SourceRow {
  readonly key: string;
  readonly reference: string;
  readonly title: string;
  readonly authors: readonly string[];
  /** Relative to the folder. */
  readonly path: string;
  readonly uri: string;
  readonly passages: number;
  /** Another one whenever its text was read anew: excerpts and ranges of its passages may be others then. */
  readonly reading: string;
  /** Absent while it is not known, as sources are being read. */
  readonly use?: SourceUse;
  /** Admiralty code, such as `B2`, where the record has one. */
  readonly admiralty?: string;
}

/** How the drafts of a folder use a source. */
export interface SourceUse {
  /** How many of its passages are cited. */
  readonly cited: number;
  /** Citations of it or of its passages, and the drafts that have them. */
  readonly citations: number;
  readonly drafts: number;
  /** Another one whenever a passage of it is cited otherwise. */
  readonly stamp: string;
}

/** A file, or a record, whose source cannot be cited. */
export interface UnreadSource {
  readonly uri: string;
  readonly path: string;
  /** What happened and what to do, in sentences. */
  readonly reason: string;
}

export interface SourcesResult {
  /** By path. */
  readonly sources: readonly SourceRow[];
  /** How many there are, of which `sources` may be the first. */
  readonly total: number;
  readonly unread: readonly UnreadSource[];
  /** The source on which more than half of the citations rest, of ten and more, where there is another one. */
  readonly reliance?: {
    readonly key: string;
    readonly reference: string;
    readonly citations: number;
    readonly total: number;
  };
  readonly complete: boolean;
}

export interface SourcePassagesParams {
  /** The folder's URI, and the source's key. */
  readonly folder: string;
  readonly key: string;
  /** The most cited first, else in the source's order. */
  readonly isCitedFirst: boolean;
}

export interface PassageUse extends PassageRef {
  /** `para. 4` */
  readonly locator: string;
  readonly excerpt: string;
  readonly range: Range;
  /** Absent while it is not known, as sources are being read. */
  readonly use?: { readonly citations: number; readonly drafts: number };
}

export interface SourcePassagesResult {
  readonly uri: string;
  readonly passages: readonly PassageUse[];
  /** How many there are, of which `passages` may be the first. */
  readonly total: number;
}

export interface CitedPassagesParams {
  /** URI of a source as it is shown in an editor. */
  readonly source: string;
}

/** A passage that drafts cite. */
export interface CitedPassage {
  readonly range: Range;
  readonly drafts: number;
  /** Each citation from the `@` to the end of its key. */
  readonly citations: readonly { readonly uri: string; readonly range: Range }[];
}

export interface CitedPassagesResult {
  /** In the source's order. */
  readonly passages: readonly CitedPassage[];
}

/** Names of requests. What they answer changes with drafts and with `health`. */
export const citedMethods = {
  citations: 'sourcewright/citations',
  sources: 'sourcewright/sources',
  sourcePassages: 'sourcewright/sourcePassages',
  citedPassages: 'sourcewright/citedPassages',
} as const;

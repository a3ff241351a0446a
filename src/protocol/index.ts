import type { SharedHealth } from './shared';

export * from './discovery';

/**
 * What the extension and the language server say to each other beyond the language server protocol:
 * the only code both share. Positions count from 0, characters in UTF-16 code units, as in the protocol.
 */
export type * from './actors';

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** A change of a file of records that the editor is to make. */
export interface FileEdit {
  /** The file, at the root of a folder. */
  readonly uri: string;
  /** The version of the open document that the edits belong to; absent where no editor has it open. */
  readonly version?: number;
  /** There is no such file yet: it is to be created. */
  readonly creates: boolean;
  /** In order, not overlapping; to be made as one undo step. None with `problem`, or where nothing is to be done. */
  readonly edits: readonly TextEdit[];
  /** What a person should know when nothing can be changed: the file is broken, the name is taken. */
  readonly problem?: string;
}

/** What the client says as the server starts. */
export interface InitializationOptions {
  /** A folder of the extension's own in which the server may keep what it has read of files. */
  readonly cache?: string;
  /** One in which it keeps what was cited of shared corpora. */
  readonly shared?: string;
}

/** A passage, named so that it can be found again: the folder's URI, the source's key, the paragraph's number. */
export interface PassageRef {
  readonly folder: string;
  readonly key: string;
  readonly n: number;
}

/** A passage as Cite Passage lists and previews it. */
export interface PassageRow extends PassageRef {
  /** The source's file, and where in it the passage stands. */
  readonly uri: string;
  readonly range: Range;
  /** One line of the passage around what was looked for, plain text. */
  readonly excerpt: string;
  /** Author, year and locator as a reader would cite it: `Orton 2014, para. 4`. */
  readonly reference: string;
  readonly title: string;
}

export interface SearchParams {
  /** The draft that wants to cite: decides the folder. */
  readonly draft: string;
  readonly query: string;
  readonly limit: number;
  /** Of the shared corpus, in place of the folder's sources: it may take its time. */
  readonly isShared?: boolean;
}

export interface SearchResult {
  readonly rows: readonly PassageRow[];
  /** False while sources are still being read: rows may be missing. */
  readonly complete: boolean;
}

export interface Sentence {
  readonly text: string;
  readonly range: Range;
}

export interface SentencesResult {
  readonly sentences: readonly Sentence[];
}

/** How a passage enters the draft. */
export type QuotationForm = 'block' | 'inline' | 'reference';
export type ReferenceForm = 'bracket' | 'footnote';

export interface InsertionParams {
  readonly draft: string;
  /** The document version the range was taken from; the server refuses another one. */
  readonly version: number;
  /** What is selected, or an empty range at the cursor: it stays, the insertion comes behind it. */
  readonly range: Range;
  readonly passage: PassageRef;
  /**
   * What is quoted, as ranges of the source's file in order; between two of them stands a marked
   * ellipsis. Empty: the whole passage.
   */
  readonly quoted: readonly Range[];
  readonly form: QuotationForm;
  readonly reference: ReferenceForm;
}

export interface InsertionResult {
  /** Edits of the draft, to be made as one undo step; none with `problem`. */
  readonly edits: readonly TextEdit[];
  /** Where the cursor belongs afterwards. */
  readonly cursor?: Position;
  /** The draft is no longer (or not yet) at the version named: ask again. */
  readonly outdated?: boolean;
  /** What a person should know when nothing can be inserted. */
  readonly problem?: string;
}

export interface SelectionParams {
  /** A source's file and what is selected in it. */
  readonly source: string;
  readonly range: Range;
}

export interface SelectionResult {
  /** The passage the selection begins in, and the stretches of body text it covers; absent with `problem`. */
  readonly passage?: PassageRow;
  readonly quoted: readonly Range[];
  readonly problem?: string;
}

/** Whether a folder's sources are being read, all have been, or a person has stopped the reading. */
export type IndexingPhase = 'indexing' | 'ready' | 'stopped';

/** State of health of one folder's corpus. */
export interface FolderHealth {
  readonly folder: string;
  readonly name: string;
  readonly phase: IndexingPhase;
  /** While indexing, and where it was stopped: sources read so far, of how many. */
  readonly done: number;
  readonly total: number;
  readonly sources: number;
  readonly passages: number;
  readonly actors: number;
  readonly unreadable: readonly { readonly uri: string; readonly reason: string }[];
  /** Where the folder cites from a corpus that a team shares. */
  readonly shared?: SharedHealth;
}

export interface Health {
  readonly folders: readonly FolderHealth[];
}

/**
 * What a file is to the writer. A Markdown file under the sources' globs is a source. May change with
 * settings and records: the client asks again after each `health` notification.
 */
export type DocumentRole = 'draft' | 'source' | 'none';

export interface DocumentRoleParams {
  /** Need not be open. */
  readonly uri: string;
}

export interface DocumentRoleResult {
  readonly role: DocumentRole;
}

export interface LockParams {
  /** The draft whose quotations are locked; saved under a name, in a folder of the workspace. */
  readonly draft: string;
  /** Not asked for by a person this time: what is locked to a source that has changed stays as it is. */
  readonly onSave: boolean;
}

/** What was locked, in numbers of quotations. */
export interface LockResult {
  readonly locked: number;
  /** Of these, not locked before. */
  readonly added: number;
  /** Stay locked as they were. */
  readonly kept: number;
  readonly dropped: number;
  /** Have a citation, but are not accepted: nothing to lock. */
  readonly notAccepted: number;
  /** Sources with unsaved changes, to which nothing was locked; paths relative to the folder. */
  readonly unsaved: readonly string[];
  /** The file that a broken lock was kept aside as. */
  readonly keptAside?: string;
  /** What a person should know when nothing was locked. */
  readonly problem?: string;
}

/** A risk of an accepted quotation that a person has looked at: the argument of the command `acknowledgeRisk`. */
export interface AcknowledgeParams {
  readonly draft: string;
  /** The quotation's number in the draft, from 0, and its words. */
  readonly at: number;
  readonly quotation: string;
  readonly risk: { readonly kind: string; readonly text: string };
}

/** Where a person asks for two actors to be merged: the document at hand and the cursor in it. */
export interface MergeCandidatesParams {
  readonly uri: string;
  readonly position: Position;
}

/** An actor of the registry as a list shows it. */
export interface MergeCandidate {
  readonly id: string;
  readonly name: string;
  /** What kind of actor it is, and its position. */
  readonly detail: string;
}

export interface MergeCandidatesResult {
  /** URI of the folder whose registry it is; absent with `problem`. */
  readonly folder?: string;
  readonly actors: readonly MergeCandidate[];
  /** The id of the actor at the cursor. */
  readonly at?: string;
  readonly problem?: string;
}

export interface MergeActorsParams {
  readonly folder: string;
  /** Ids: the actor that stays, and the one that is folded into it. */
  readonly into: string;
  readonly from: string;
}

export interface MergeActorsResult {
  /** What a person should know when nothing was changed. */
  readonly problem?: string;
}

/** Commands that the server runs itself: clients make them known to the editor. */
export const serverCommands = { acknowledgeRisk: 'sourcewright.acknowledgeRisk' } as const;

/**
 * Scheme of the URIs under which sources are shown that are no text themselves (PDF, Word, web pages): a file's path with `.txt`
 * behind it, the text what its reader made of the file.
 */
export const SOURCE_TEXT_SCHEME = 'sourcewright-source';

/** What stands behind the file's path there: editors take it for plain text. */
export const SOURCE_TEXT_ENDING = '.txt';

export interface SourceTextParams {
  /** With the scheme above. */
  readonly uri: string;
}

/** The text to show; with `problem` it is a sentence for the person instead. */
export interface SourceTextResult {
  readonly text: string;
  readonly problem?: boolean;
}

export interface OriginalParams extends SourceTextParams {
  readonly position: Position;
}

export interface OriginalResult {
  /** The page that the position stands on, counted in the file from 1; for paged sources. */
  readonly page?: number;
  /** As it is printed on the page, or the page's number where it is not known. */
  readonly label?: string;
  /** Why there is no file to open. */
  readonly problem?: string;
}

/** Names of requests and notifications. */
export const methods = {
  search: 'sourcewright/search',
  sentences: 'sourcewright/sentences',
  insertion: 'sourcewright/insertion',
  selection: 'sourcewright/selection',
  /** Locks the accepted quotations of a draft to their sources, in `.sourcewright/anchors.json`. */
  lock: 'sourcewright/lock',
  mergeCandidates: 'sourcewright/mergeCandidates',
  /** The server has the editor show the change of actors.yaml, and make it. */
  mergeActors: 'sourcewright/mergeActors',
  documentRole: 'sourcewright/documentRole',
  /** The registry's actors with their counts; what it answers changes with `health`. */
  actors: 'sourcewright/actors',
  /** The passages that name an actor, or several together. */
  actorMentions: 'sourcewright/actorMentions',
  /** Who is named with whom, and when. */
  actorGraph: 'sourcewright/actorGraph',
  /** The text of a source that is none itself, and the page of a place in it. */
  sourceText: 'sourcewright/sourceText',
  original: 'sourcewright/original',
  /** No parameters, no result: stops reading sources, until `reindex`. */
  stopIndexing: 'sourcewright/stopIndexing',
  /** No parameters, no result: reads every source and record of every folder again. */
  reindex: 'sourcewright/reindex',
  /** From the server: once after the start and at every change, while indexing a few times a second at most. */
  health: 'sourcewright/health',
} as const;

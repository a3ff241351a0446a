import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { describeReviewProblem, type ReviewFile } from '../ingest/review-file';
import type { Drafts } from './drafts';
import type { FolderCorpus } from './folder-corpus';
import { folderDiagnostics } from './source-diagnostics';
import { diagnostic, positionsIn } from './to-lsp';
import { fileUri, sourceUri } from './uris';
import type { Workspace } from './workspace';

/** A draft is judged when typing rests for so long; in milliseconds. */
const REST = 120;

/** Publishes what is wrong in drafts and in the folders' own files, each when it changes. */
export class DiagnosticsPublisher {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly publishedForFolder = new Map<string, ReadonlySet<string>>();
  /** Folders by the reviews in them that cannot be read. */
  private readonly brokenReviews = new Map<string, string>();

  constructor(
    private readonly connection: Connection,
    private readonly documents: TextDocuments<TextDocument>,
    private readonly drafts: Drafts,
    private readonly workspace: Workspace,
  ) {}

  /** The draft changed. */
  draftChanged(uri: string, delay = REST): void {
    clearTimeout(this.timers.get(uri));
    this.timers.set(
      uri,
      setTimeout(() => {
        this.timers.delete(uri);
        this.publishDraft(uri);
      }, delay),
    );
  }

  draftClosed(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    if (this.workspace.role(uri) === 'draft') void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** The folder's corpus changed: its own files, and every open draft that cites from it. */
  folderChanged(folder: FolderCorpus): void {
    const found = folderDiagnostics(folder);
    for (const uri of this.publishedForFolder.get(folder.uri) ?? []) {
      if (!found.has(uri)) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    }
    for (const [uri, diagnostics] of found) void this.connection.sendDiagnostics({ uri, diagnostics });
    this.publishedForFolder.set(folder.uri, new Set(found.keys()));
    for (const { uri } of this.documents.all())
      if (this.workspace.corpusFor(uri) === folder) this.draftChanged(uri, 0);
  }

  /** A review was read anew: whether it can be read stands on its file. */
  reviewRead(folder: FolderCorpus, review: ReviewFile): void {
    const uri = fileUri(folder.root, review.path);
    const message = describeReviewProblem(review);
    const line = (review.brokenLine ?? 1) - 1;
    const range = { start: { line, character: 0 }, end: { line, character: 0 } };
    if (message === undefined && !this.brokenReviews.has(uri)) return;
    if (message === undefined) this.brokenReviews.delete(uri);
    else this.brokenReviews.set(uri, folder.uri);
    const diagnostics =
      message === undefined ? [] : [diagnostic({ code: 'broken-review', severity: 'error', message, range })];
    void this.connection.sendDiagnostics({ uri, diagnostics });
  }

  /** The folder is no longer part of the workspace: its problems go, and what is open belongs to another folder or none. */
  folderRemoved(folder: string): void {
    for (const uri of this.publishedForFolder.get(folder) ?? [])
      void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    this.publishedForFolder.delete(folder);
    for (const [uri, of] of this.brokenReviews) {
      if (of !== folder) continue;
      this.brokenReviews.delete(uri);
      void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    }
    for (const { uri } of this.documents.all()) this.draftChanged(uri, 0);
  }

  private publishDraft(uri: string): void {
    const document = this.documents.get(uri);
    if (!document) return;
    const folder = this.workspace.corpusFor(uri);
    const isDraft = this.workspace.role(uri, document.languageId) === 'draft';
    // While sources are unread, nothing can be called missing.
    if (isDraft && folder && folder.phase !== 'ready') return;
    if (!isDraft && this.publishedForFolder.get(folder?.uri ?? '')?.has(uri)) return;
    const diagnostics = folder && isDraft ? this.diagnosticsOf(document, folder) : [];
    void this.connection.sendDiagnostics({ uri, version: document.version, diagnostics });
  }

  private diagnosticsOf(document: TextDocument, folder: FolderCorpus): Diagnostic[] {
    const { positions, draft } = this.drafts.parse(document);
    folder.shared?.cites(draft.citations.map(({ key }) => key));
    return this.drafts.problems(document, folder).map(({ code, severity, message, span, place }) => {
      const source = place && folder.corpus.source(place.source);
      const related = source && {
        location: { uri: sourceUri(folder.root, source), range: positionsIn(source).range(place) },
        message: 'The place in the source',
      };
      return diagnostic({
        code,
        severity,
        message,
        range: positions.range(span),
        ...(related ? { related } : {}),
      });
    });
  }
}

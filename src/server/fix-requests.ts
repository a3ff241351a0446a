import {
  LSPErrorCodes,
  ResponseError,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionParams,
  type CodeLens,
  type Diagnostic,
  type TextDocuments,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { overlaps, touches, type Span } from '#corpus-index';
import { verdictLenses, type LensMode } from '../language/code-lens';
import { DraftFixes } from '../language/fixes/draft-fixes';
import type { Replacement } from '../language/fixes/fix';
import { judgeDraft } from '../language/judge-draft';
import type { Problem, ProblemCode } from '../language/problem';
import type { Drafts } from './drafts';
import type { FolderCorpus } from './folder-corpus';
import { codeLens, diagnostic, FIX_ALL, isWanted, Positions, QUICK_FIX, workspaceEdit } from './to-lsp';
import { sourceUri } from './uris';
import type { Workspace } from './workspace';

/** The fixes of a draft, which hold for one version of it and one state of its sources. */
interface Judged {
  readonly version: number;
  readonly revision: number;
  readonly fixes: DraftFixes;
}

/** An open draft whose sources are read. */
interface OpenDraft extends Judged {
  readonly uri: string;
  readonly positions: Positions;
}

/** Names a fix of all problems of one kind, whose edits are made only when a person chooses it. */
interface FixAllData {
  readonly uri: string;
  readonly version: number;
  readonly code: ProblemCode;
}

/** Answers what can be done about a draft's problems, and the verdicts above its block quotes. */
export class FixRequests {
  private readonly last = new Map<string, Judged>();
  private can = { resolve: false, versions: false };

  constructor(
    private readonly workspace: Workspace,
    private readonly documents: TextDocuments<TextDocument>,
    private readonly drafts: Drafts,
  ) {}

  negotiate({ textDocument, workspace }: ClientCapabilities): void {
    this.can = {
      resolve: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
      versions: workspace?.workspaceEdit?.documentChanges === true,
    };
  }

  forget(uri: string): void {
    this.last.delete(uri);
  }

  codeActions({ textDocument: { uri }, range, context }: CodeActionParams): CodeAction[] {
    const asksForAll = context.only !== undefined && isWanted(FIX_ALL, context.only);
    // Editors ask at every move of the cursor: a draft is looked at only where a problem is shown.
    const draft = asksForAll || context.diagnostics.length > 0 ? this.open(uri) : undefined;
    if (!draft) return [];
    // Only where a client asks for it by name: a menu has the same fixes, each with its choice.
    if (asksForAll) return this.safeFixes(draft);
    return isWanted(QUICK_FIX, context.only)
      ? this.quickFixes(draft, draft.positions.span(range), context.diagnostics)
      : [];
  }

  /** Gives a fix of all problems of a kind its edits. */
  resolve(action: CodeAction): CodeAction {
    const { uri, version, code } = action.data as FixAllData;
    const draft = this.open(uri);
    if (draft?.version !== version)
      throw new ResponseError(LSPErrorCodes.ContentModified, 'The draft has changed.');
    return { ...action, edit: this.edit(draft, draft.fixes.all(code)) };
  }

  codeLenses(uri: string, mode: LensMode): CodeLens[] {
    const open = mode === 'off' ? undefined : this.find(uri);
    if (!open) return [];
    const { document, folder } = open;
    const { draft, positions } = this.drafts.parse(document);
    // Asked at every keystroke: only what is shown is judged.
    const quotations = draft.quotations.filter(({ kind }) => kind === 'block');
    const judged = judgeDraft(folder.corpus, { ...draft, citations: [], quotations });
    return verdictLenses(judged, mode).map(({ span, title, place }) => {
      const source = place && folder.corpus.source(place.source);
      const target = source && {
        uri: sourceUri(folder.root, source),
        range: new Positions(source.text).range(place),
      };
      return codeLens(positions.range(span), title, target);
    });
  }

  private quickFixes(draft: OpenDraft, at: Span, known: readonly Diagnostic[]): CodeAction[] {
    return draft.fixes.problems
      .filter(({ span }) => overlaps(span, at) || touches(span, at.start) || touches(span, at.end))
      .flatMap((problem) => {
        const diagnostics = [this.diagnosticOf(draft, problem, known)];
        const fixes = draft.fixes.of(problem).map(({ title, edits, isPreferred }): CodeAction => ({
          title,
          kind: QUICK_FIX,
          diagnostics,
          edit: this.edit(draft, edits),
          ...(isPreferred ? { isPreferred } : {}),
        }));
        return [...fixes, ...this.fixOfAll(draft, problem, diagnostics)];
      });
  }

  private fixOfAll(draft: OpenDraft, problem: Problem, diagnostics: Diagnostic[]): CodeAction[] {
    const title = draft.fixes.titleOfAll(problem);
    if (title === undefined) return [];
    const { uri, version } = draft;
    const data: FixAllData = { uri, version, code: problem.code };
    const action: CodeAction = { title, kind: QUICK_FIX, diagnostics, data };
    return [this.can.resolve ? action : this.resolve(action)];
  }

  private safeFixes(draft: OpenDraft): CodeAction[] {
    const edits = draft.fixes.safe();
    return edits.length === 0
      ? []
      : [{ title: 'Correct locators that quoted words prove', kind: FIX_ALL, edit: this.edit(draft, edits) }];
  }

  private edit({ uri, version, positions }: OpenDraft, edits: readonly Replacement[]) {
    return workspaceEdit(uri, this.can.versions ? version : undefined, edits, positions);
  }

  /** The diagnostic that the client has, so that it knows which one is fixed. */
  private diagnosticOf(
    { positions }: OpenDraft,
    { code, severity, message, span }: Problem,
    known: readonly Diagnostic[],
  ): Diagnostic {
    const own = diagnostic({ code, severity, message, range: positions.range(span) });
    return known.find((one) => one.code === code && one.message === message && isSame(one, own)) ?? own;
  }

  /** An open draft and its corpus. While sources are still being read, nothing can be called wrong. */
  private find(uri: string) {
    const document = this.documents.get(uri);
    const folder = this.workspace.corpusFor(uri);
    const isDraft = this.workspace.role(uri, document?.languageId) === 'draft';
    return document && isDraft && folder?.phase === 'ready' ? { document, folder } : undefined;
  }

  private open(uri: string): OpenDraft | undefined {
    const found = this.find(uri);
    if (!found) return undefined;
    const { positions } = this.drafts.parse(found.document);
    return { ...this.judge(found.document, found.folder), uri, positions };
  }

  private judge(document: TextDocument, folder: FolderCorpus): Judged {
    const { uri, version } = document;
    const { revision } = folder;
    const last = this.last.get(uri);
    if (last?.version === version && last.revision === revision) return last;
    const fresh = { version, revision, fixes: new DraftFixes(this.drafts.judge(document, folder)) };
    this.last.set(uri, fresh);
    return fresh;
  }
}

const isSame = ({ range: a }: Diagnostic, { range: b }: Diagnostic): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character;

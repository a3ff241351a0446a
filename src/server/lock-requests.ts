import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import type { CodeAction, Diagnostic, Range, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { withDraft, type LockedQuotation, type Source } from '#corpus-index';
import { serverCommands, type AcknowledgeParams, type LockParams, type LockResult } from '../protocol';
import { decode } from '../ingest/decode';
import { LOCK_FILE, updateLockFile, type LockUpdate } from '../ingest/lock-file';
import { hashing } from '../ingest/sha256';
import { editorialRisk } from '../language/checks/editorial-risk';
import { withLock, type JudgedDraft } from '../language/judge-draft';
import { draftLock } from '../language/lock/draft-lock';
import { acknowledgeRisk, lockDraft, type LockOptions } from '../language/lock/lock-draft';
import { acknowledgeAction, findAcknowledged } from '../language/lock-actions';
import type { Drafts } from './drafts';
import type { FolderCorpus } from './folder-corpus';
import type { Located, Workspace } from './workspace';

const NOTHING: LockResult = { locked: 0, added: 0, kept: 0, dropped: 0, notAccepted: 0, unsaved: [] };

/** Locks quotations to their sources, and keeps the risks that a person acknowledged: both only when asked to. */
export class LockRequests {
  constructor(
    private readonly workspace: Workspace,
    private readonly documents: TextDocuments<TextDocument>,
    private readonly drafts: Drafts,
  ) {}

  async lock({ draft, onSave }: LockParams): Promise<LockResult> {
    let summary: LockResult = NOTHING;
    const outcome = await this.change(draft, (judged, options) => {
      const locked = lockDraft(judged, { ...options, onSave });
      summary = locked.summary;
      return locked.quotations;
    });
    return typeof outcome === 'string'
      ? { ...NOTHING, problem: outcome }
      : { ...summary, ...(outcome.keptAside !== undefined && { keptAside: outcome.keptAside }) };
  }

  /** Gives what a person should know of it, if anything. */
  async acknowledge(params: AcknowledgeParams): Promise<string | undefined> {
    let isFound = false as boolean;
    const outcome = await this.change(params.draft, (judged, options) => {
      const one = findAcknowledged(judged, params);
      const quotations = one && acknowledgeRisk(judged, one.at, one.risk, options);
      isFound = quotations !== undefined;
      return quotations;
    });
    if (typeof outcome === 'string') return outcome;
    if (!isFound)
      return 'The risk was not acknowledged: the quotation has changed, or its source has changes that are not saved.';
    return outcome.keptAside === undefined
      ? undefined
      : `The lock could not be read as a whole: it is kept aside as .sourcewright/${outcome.keptAside}.`;
  }

  /** Writes what `make` makes of a draft's quotations, from the lock as it is on disk; gives why it could not. */
  private async change(
    uri: string,
    make: (
      judged: JudgedDraft,
      options: Omit<LockOptions, 'onSave'>,
    ) => readonly LockedQuotation[] | undefined,
  ): Promise<LockUpdate | string> {
    const found = this.find(uri);
    if (typeof found === 'string') return found;
    const { folder, path: draft, document } = found;
    const isSaved = await this.savedSources(folder);
    try {
      const update = await updateLockFile(folder.root, (lock) => {
        const judged = withLock(this.drafts.judge(document, folder), draftLock(lock, draft, hashing));
        const quotations = make(judged, { draft, hashing, isSaved });
        return quotations && withDraft(lock, draft, quotations);
      });
      folder.fileChanged(LOCK_FILE, 'changed');
      return update;
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      return `Nothing was locked: ${LOCK_FILE} could not be written (${code ?? message}).`;
    }
  }

  /** What a writer can do about risks: asked with the problems that the editor shows where the cursor is. */
  codeActions(uri: string, shown: readonly Diagnostic[]): CodeAction[] {
    const risks = shown.filter(({ code }) => code === 'editorial-risk');
    // Editors ask at every move of the cursor: the draft is judged only where there is something to offer.
    const found = risks.length > 0 ? this.find(uri) : '';
    if (typeof found === 'string') return [];
    const { folder, document } = found;
    const { positions } = this.drafts.parse(document);
    const judged = this.drafts.judge(document, folder);
    return editorialRisk(judged).flatMap((problem) => {
      const range = positions.range(problem.span);
      const diagnostic = risks.find((risk) => risk.message === problem.message && isSame(risk.range, range));
      const action = diagnostic && acknowledgeAction(judged, problem);
      if (!action) return [];
      const { title, at, quotation, risk } = action;
      const params: AcknowledgeParams = { draft: uri, at, quotation, risk };
      const command = { title, command: serverCommands.acknowledgeRisk, arguments: [params] };
      return [{ title, kind: 'quickfix', diagnostics: [diagnostic], command }];
    });
  }

  /** An open draft of a folder whose sources are read, or why there is none. */
  private find(uri: string): (Located & { readonly document: TextDocument }) | string {
    const document = this.documents.get(uri);
    const located = this.workspace.locate(uri);
    if (!document || !located || this.workspace.role(uri, document.languageId) !== 'draft')
      return 'Quotations can be locked in a draft that is saved in a folder of the workspace.';
    if (located.folder.phase !== 'ready')
      return 'Nothing was locked: not all sources have been read yet. Lock the quotations again when they are.';
    return { ...located, document };
  }

  /** Tells of a source whether what the editor holds of it lies on disk too; most are not open in one. */
  private async savedSources(folder: FolderCorpus): Promise<(source: Source) => boolean> {
    const onDisk = new Map<string, string | undefined>();
    for (const { uri } of this.documents.all()) {
      const located = this.workspace.locate(uri);
      if (located?.folder === folder && folder.isSource(located.path))
        onDisk.set(located.path, await textOnDisk(nodePath.join(folder.root, located.path)));
    }
    return ({ path, text }) => !onDisk.has(path) || onDisk.get(path) === text;
  }
}

const isSame = ({ start: a }: Range, { start: b }: Range): boolean =>
  a.line === b.line && a.character === b.character;

async function textOnDisk(file: string): Promise<string | undefined> {
  const bytes = await fs.readFile(file).catch(() => undefined);
  const decoded = bytes && decode(bytes);
  return decoded && 'text' in decoded ? decoded.text : undefined;
}

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { hashing } from '../ingest/sha256';
import { checkDraft } from '../language/checks/check-draft';
import type { Draft } from '../language/draft';
import { judgeDraft, withNames, type JudgedDraft } from '../language/judge-draft';
import { draftLock } from '../language/lock/draft-lock';
import { newDraftMemo, parseDraft, type DraftMemo } from '../language/parse-draft';
import type { Problem } from '../language/problem';
import type { FolderCorpus } from './folder-corpus';
import { Positions } from './to-lsp';
import { filePath, relativePath } from './uris';

interface Parsed {
  readonly version: number;
  readonly draft: Draft;
  readonly positions: Positions;
  /** What parsing remembers, so that a keystroke costs only what it touches. */
  readonly memo: DraftMemo;
}

/** Open documents, parsed once for each version of their text. */
export class Drafts {
  private readonly parsed = new Map<string, Parsed>();

  parse(document: TextDocument): Parsed {
    const known = this.parsed.get(document.uri);
    if (known?.version === document.version) return known;
    const text = document.getText();
    const memo = known?.memo ?? newDraftMemo();
    const fresh = {
      version: document.version,
      draft: parseDraft(text, memo),
      positions: new Positions(text),
      memo,
    };
    this.parsed.set(document.uri, fresh);
    return fresh;
  }

  forget(uri: string): void {
    this.parsed.delete(uri);
  }

  judge(document: TextDocument, folder: FolderCorpus): JudgedDraft {
    const { corpus, root, lockFile, actors } = folder;
    const { draft } = this.parse(document);
    const file = filePath(document.uri);
    const path = file === undefined ? undefined : relativePath(root, file);
    const judged = judgeDraft(corpus, draft, draftLock(lockFile.lock, path, hashing));
    return withNames(judged, folder.checksSpelling ? actors.namesIn(draft) : undefined);
  }

  problems(document: TextDocument, folder: FolderCorpus): Problem[] {
    return checkDraft(this.judge(document, folder));
  }
}

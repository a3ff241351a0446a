import type { TextDocument } from 'vscode-languageserver-textdocument';
import { hashing } from '../ingest/sha256';
import { checkDraft } from '../language/checks/check-draft';
import type { Draft } from '../language/draft';
import { judgeDraft, withNames, withReview, type JudgedDraft } from '../language/judge-draft';
import { JudgementMemo } from '../language/judgement-memo';
import { draftLock, type DraftLock } from '../language/lock/draft-lock';
import { newDraftMemo, parseDraft, type DraftMemo } from '../language/parse-draft';
import type { Problem } from '../language/problem';
import type { FolderCorpus } from './folder-corpus';
import type { ReviewFiles } from './review-files';
import { Positions } from './to-lsp';
import { filePath, relativePath } from './uris';

interface Parsed {
  readonly version: number;
  readonly draft: Draft;
  readonly positions: Positions;
  /** What parsing and judging remember, so that a keystroke costs only what it touches. */
  readonly memo: DraftMemo;
  readonly judgements: JudgementMemo;
}

/** Open documents, parsed once for each version of their text. */
export class Drafts {
  private readonly parsed = new Map<string, Parsed>();

  constructor(private readonly reviews: Pick<ReviewFiles, 'of'>) {}

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
      judgements: known?.judgements ?? new JudgementMemo(),
    };
    this.parsed.set(document.uri, fresh);
    return fresh;
  }

  forget(uri: string): void {
    this.parsed.delete(uri);
  }

  /** What the sources say of a draft, and nothing else. */
  judgeBare(document: TextDocument, { corpus }: FolderCorpus, lock?: DraftLock): JudgedDraft {
    const { draft, judgements } = this.parse(document);
    return judgeDraft(corpus, draft, lock, judgements);
  }

  judge(document: TextDocument, folder: FolderCorpus): JudgedDraft {
    const { root, lockFile, actors } = folder;
    const { draft } = this.parse(document);
    const file = filePath(document.uri);
    const path = file === undefined ? undefined : relativePath(root, file);
    const bare = this.judgeBare(document, folder, draftLock(lockFile.lock, path, hashing));
    const judged = withNames(bare, folder.checksSpelling ? actors.namesIn(draft) : undefined);
    const { reviews = [] } = (path === undefined ? undefined : this.reviews.of(folder, path)) ?? {};
    return reviews.length > 0 ? withReview(judged, { reviews, hashing, isRequired: false }) : judged;
  }

  problems(document: TextDocument, folder: FolderCorpus): Problem[] {
    return checkDraft(this.judge(document, folder));
  }
}

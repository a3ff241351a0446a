import type { TextDocument } from 'vscode-languageserver-textdocument';
import { checkDraft } from '../language/checks/check-draft';
import type { Draft } from '../language/draft';
import { judgeDraft } from '../language/judge-draft';
import { parseDraft } from '../language/parse-draft';
import type { Problem } from '../language/problem';
import type { FolderCorpus } from './folder-corpus';
import { Positions } from './to-lsp';

interface Parsed {
  readonly version: number;
  readonly draft: Draft;
  readonly positions: Positions;
}

/** Open documents, parsed once for each version of their text. */
export class Drafts {
  private readonly parsed = new Map<string, Parsed>();

  parse(document: TextDocument): Parsed {
    const known = this.parsed.get(document.uri);
    if (known?.version === document.version) return known;
    const text = document.getText();
    const fresh = { version: document.version, draft: parseDraft(text), positions: new Positions(text) };
    this.parsed.set(document.uri, fresh);
    return fresh;
  }

  forget(uri: string): void {
    this.parsed.delete(uri);
  }

  problems(document: TextDocument, { corpus }: FolderCorpus): Problem[] {
    return checkDraft(judgeDraft(corpus, this.parse(document).draft));
  }
}

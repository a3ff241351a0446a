import * as nodePath from 'node:path';
import type { CancellationToken } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import type {
  CitationRow,
  CitationsParams,
  CitationsResult,
  CitedPassagesParams,
  CitedPassagesResult,
  DraftCitations,
} from '../protocol/cited';
import { citationWords } from '../language/cited/citation-words';
import { citedPassages } from '../language/cited/citing';
import { isProblem, outcomeOf } from '../language/cited/outcome';
import { shortReference } from '../language/reference';
import type { ReviewItem } from '../language/review/review-items';
import type { CitationIndex, CitingDraft } from './citation-index';
import type { FolderCorpus } from './folder-corpus';
import { positionsIn, type Positions } from './to-lsp';
import { filePath, relativePath } from './uris';
import type { Workspace } from './workspace';

/** So many citations of one draft are listed; the rest is counted. */
const MOST_CITATIONS = 5000;

const NOT_YET: CitationsResult = { drafts: [], unread: [], complete: false };

/** Answers what drafts cite: the Citations view, and what stands on cited passages in sources. */
export class CitedRequests {
  constructor(
    private readonly workspace: Workspace,
    private readonly index: CitationIndex,
  ) {}

  async citations(
    { folder: uri, draft }: CitationsParams,
    token: CancellationToken,
  ): Promise<CitationsResult> {
    const folder = this.workspace.folder(uri);
    if (!folder) return { ...NOT_YET, complete: true };
    const open = draft === undefined ? undefined : this.open(folder, draft);
    const found = open ? { drafts: [open], unread: [] } : await this.index.all(folder, token);
    if (!found) return NOT_YET;
    const drafts = found.drafts.filter(({ file }) => draft === undefined || file.uri === draft);
    return {
      drafts: drafts.map((one) => draftCitations(folder, one)),
      unread: found.unread,
      complete: true,
    };
  }

  async citedPassages(
    { source: uri }: CitedPassagesParams,
    token: CancellationToken,
  ): Promise<CitedPassagesResult> {
    const located = this.workspace.locate(uri);
    const source = located?.folder.corpus.sourceAt(located.path);
    // Of a page's or a document's own file the places are others than of its text.
    if (!located || !source || this.workspace.role(uri) !== 'source') return { passages: [] };
    const found = await this.index.all(located.folder, token);
    if (!found || located.folder.corpus.source(source.key) !== source) return { passages: [] };
    const positions = positionsIn(source);
    const items = found.drafts.map((one) => one.items);
    return {
      passages: citedPassages(source.key, items).flatMap(({ n, citations }) => {
        const passage = source.passages[n - 1];
        return passage
          ? {
              range: positions.range(passage),
              drafts: new Set(citations.map(({ draft }) => draft)).size,
              citations: citations.flatMap(({ draft, span }) => {
                const file = found.drafts[draft]?.file;
                return file ? { uri: file.uri, range: file.positions.range(span) } : [];
              }),
            }
          : [];
      }),
    };
  }

  private open(folder: FolderCorpus, uri: string): CitingDraft | undefined {
    const isOurs = this.workspace.corpusFor(uri) === folder;
    return isOurs ? this.index.open(folder, uri) : undefined;
  }
}

const draftCitations = (folder: FolderCorpus, { file, items }: CitingDraft): DraftCitations => ({
  uri: file.uri,
  name: draftName(folder, file.uri),
  version: file.version,
  citations: items.slice(0, MOST_CITATIONS).map((item) => citationRow(item, file.positions)),
  total: items.length,
});

function draftName({ root }: FolderCorpus, uri: string): string {
  const file = filePath(uri);
  return (
    (file === undefined ? undefined : relativePath(root, file)) ??
    nodePath.posix.basename(URI.parse(uri).path)
  );
}

function citationRow(item: ReviewItem, positions: Positions): CitationRow {
  const { citation, source, locator } = item;
  const outcome = outcomeOf(item);
  return {
    key: citation.key,
    reference: source ? shortReference(source) : citation.key,
    ...(locator !== undefined && { locator }),
    outcome,
    isProblem: isProblem(outcome),
    words: citationWords(item),
    range: positions.range(citation.span),
  };
}

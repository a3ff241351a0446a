import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import type { CancellationToken } from 'vscode-languageserver/node';
import { listReviews, readReviewFile, reviewPath } from '../ingest/review-file';
import { hashing } from '../ingest/sha256';
import { pairReviews } from '../language/review/pair-reviews';
import type { LeftReviewsParams, LeftReviewsResult, TakersParams, TakersResult } from '../protocol/review';
import type { CitationIndex } from './citation-index';
import { filePath, fileUri, relativePath } from './uris';
import type { Workspace } from './workspace';

/** Reviews whose drafts were deleted, or renamed by another program: nothing of them is lost. */
export class LeftReviewRequests {
  constructor(
    private readonly workspace: Workspace,
    private readonly index: CitationIndex,
  ) {}

  async leftReviews({ folder: uri }: LeftReviewsParams): Promise<LeftReviewsResult> {
    const root = this.workspace.folder(uri)?.root;
    if (root === undefined) return { reviews: [] };
    const drafts = await listReviews(root);
    const there = await Promise.all(drafts.map((draft) => isThere(root, draft)));
    return {
      reviews: drafts
        .filter((_, at) => there[at] !== true)
        .map((draft) => ({ draft, uri: fileUri(root, reviewPath(draft)) })),
    };
  }

  async takers({ folder: uri, draft: left }: TakersParams, token: CancellationToken): Promise<TakersResult> {
    const folder = this.workspace.folder(uri);
    if (!folder) return { drafts: [], complete: true };
    const { root } = folder;
    const found = await this.index.all(folder, token);
    if (!found) return { drafts: [], complete: false };
    const { reviews } = await readReviewFile(root, left);
    const reviewed = new Set(await listReviews(root));
    const drafts = found.drafts.flatMap(({ file, items }) => {
      const absolute = filePath(file.uri);
      const path = absolute === undefined ? undefined : relativePath(root, absolute);
      if (path === undefined || reviewed.has(path)) return [];
      const paired = pairReviews(file.draft, items, reviews, hashing).items;
      const decisions = paired.filter(({ state }) => state.kind === 'decided').length;
      return [{ path, reviewUri: fileUri(root, reviewPath(path)), decisions }];
    });
    return { drafts: drafts.toSorted((a, b) => b.decisions - a.decisions), complete: true };
  }
}

const isThere = (root: string, path: string): Promise<boolean> =>
  fs.stat(nodePath.join(root, path)).then(
    (stat) => stat.isFile(),
    () => false,
  );

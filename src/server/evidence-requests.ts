import type { CancellationToken } from 'vscode-languageserver/node';
import { LineIndex } from '#corpus-index';
import { evidencePage } from '../evidence/evidence-page';
import { makePack, type DraftToPack } from '../evidence/evidence-pack';
import { listDrafts } from '../ingest/draft-files';
import { describeReviewProblem, readReviewFile } from '../ingest/review-file';
import { hashing } from '../ingest/sha256';
import { version } from '../language/version';
import type { EvidencePackParams, EvidencePackResult } from '../protocol/evidence';
import type { ServerProblem } from '../protocol/server-problem';
import type { CitationIndex, CitingDraft, FolderCitations } from './citation-index';
import type { FolderCorpus } from './folder-corpus';
import { filePath, relativePath } from './uris';
import type { Workspace } from './workspace';

type Result = EvidencePackResult<ServerProblem>;

const NOT_YET: Result = { problem: { code: 'too-early-for-evidence' } };

/** The evidence pack as `sourcewright report` makes it, of what the editor has judged. */
export class EvidenceRequests {
  constructor(
    private readonly workspace: Workspace,
    private readonly index: CitationIndex,
  ) {}

  async evidencePack({ folder: uri, draft }: EvidencePackParams, token: CancellationToken): Promise<Result> {
    const folder = this.workspace.folder(uri);
    if (folder?.phase !== 'ready') return NOT_YET;
    const { root, name, corpus } = folder;
    const listed = draft === undefined ? await listDrafts(root, (path) => folder.isSource(path)) : undefined;
    const paths = listed?.paths ?? [this.workspace.locate(draft ?? '')?.path ?? ''];
    const judged = await this.judged(folder, draft, token);
    if (!judged) return NOT_YET;
    const byPath = new Map(judged.drafts.map((one) => [pathOf(root, one), one]));
    const missing = paths.filter((path) => !byPath.has(path));
    if (missing.length > 0) return { problem: { code: 'unread-drafts', paths: missing } };
    const drafts = paths.flatMap((path) => byPath.get(path) ?? []);
    const pack = await makePack({
      ...{ root, name, corpus, hashing, version },
      at: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
      failures: [...folder.failures.values(), ...(listed?.failures ?? [])],
      drafts: await Promise.all(drafts.map((one) => toPack(root, one))),
    });
    return { html: evidencePage(pack) };
  }

  private async judged(
    folder: FolderCorpus,
    draft: string | undefined,
    token: CancellationToken,
  ): Promise<FolderCitations | undefined> {
    const open = draft === undefined ? undefined : this.index.open(folder, draft);
    return open ? { drafts: [open], unread: [] } : this.index.all(folder, token);
  }
}

function pathOf(root: string, { file }: CitingDraft): string {
  const absolute = filePath(file.uri);
  return (absolute === undefined ? undefined : relativePath(root, absolute)) ?? file.uri;
}

async function toPack(root: string, one: CitingDraft): Promise<DraftToPack> {
  const path = pathOf(root, one);
  const review = await readReviewFile(root, path);
  const message = describeReviewProblem(review);
  return {
    path,
    judged: one.judged,
    lines: new LineIndex(one.file.draft.text),
    reviews: review.reviews,
    reviewProblem: message === undefined ? undefined : { path: review.path, message },
  };
}

import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { LineIndex } from '#corpus-index';
import { evidencePage } from '../evidence/evidence-page';
import { makePack, type DraftToPack } from '../evidence/evidence-pack';
import { decode } from '../ingest/decode';
import { listDrafts } from '../ingest/draft-files';
import { describeReviewProblem, readReviewFile } from '../ingest/review-file';
import { hashing } from '../ingest/sha256';
import { judgeDraft } from '../language/judge-draft';
import { parseDraft } from '../language/parse-draft';
import { version } from '../language/version';
import type { EvidencePackParams, EvidencePackResult } from '../protocol/evidence';
import type { FolderCorpus } from './folder-corpus';
import { fileUri } from './uris';
import type { Workspace } from './workspace';

/** The evidence pack as `sourcewright report` makes it, of what the editor has. */
export class EvidenceRequests {
  constructor(
    private readonly workspace: Workspace,
    private readonly documents: TextDocuments<TextDocument>,
  ) {}

  async evidencePack({ folder: uri, draft }: EvidencePackParams): Promise<EvidencePackResult> {
    const folder = this.workspace.folder(uri);
    if (folder?.phase !== 'ready')
      return { problem: 'Not all sources have been read yet: make the evidence pack when they are.' };
    const { root, name, corpus } = folder;
    const listed = draft === undefined ? await listDrafts(root, (path) => folder.isSource(path)) : undefined;
    const paths = listed?.paths ?? [this.workspace.locate(draft ?? '')?.path ?? ''];
    const read = await Promise.all(paths.map((path) => this.read(folder, path)));
    const missing = paths.filter((_, at) => !read[at]);
    if (missing.length > 0) return { problem: `These drafts could not be read: ${missing.join(', ')}.` };
    const pack = await makePack({
      ...{ root, name, corpus, hashing, version },
      at: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
      failures: [...folder.failures.values(), ...(listed?.failures ?? [])],
      drafts: read.flatMap((one) => one ?? []),
    });
    return { html: evidencePage(pack) };
  }

  private async read({ root, corpus }: FolderCorpus, path: string): Promise<DraftToPack | undefined> {
    const text = this.documents.get(fileUri(root, path))?.getText() ?? (await textOf(root, path));
    if (text === undefined) return undefined;
    const review = await readReviewFile(root, path);
    const message = describeReviewProblem(review);
    return {
      path,
      judged: judgeDraft(corpus, parseDraft(text)),
      lines: new LineIndex(text),
      reviews: review.reviews,
      reviewProblem: message === undefined ? undefined : { path: review.path, message },
    };
  }
}

async function textOf(root: string, path: string): Promise<string | undefined> {
  const bytes = await fs.readFile(nodePath.join(root, path)).catch(() => undefined);
  const decoded = bytes && decode(bytes);
  return decoded && 'text' in decoded ? decoded.text : undefined;
}

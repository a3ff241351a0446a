import type { DocumentRole, FolderHealth } from '../protocol';
import { describeFailure } from '../ingest/failure';
import { formatOf, isReadAsWritten } from '../ingest/formats';
import { isDraftFile } from '../ingest/draft-files';
import { keyOfShared } from '../shared-corpus/stored-source';
import { FolderCorpus, type FolderCorpusEvents } from './folder-corpus';
import type { WorkerClient } from './worker-client';
import { fileUri, filePath, isSourceTextUri, relativePath } from './uris';

/** A file of the workspace: its folder's corpus, and its path in it. */
export interface Located {
  readonly folder: FolderCorpus;
  readonly path: string;
}

/** The folders of the workspace, each its own corpus. */
export class Workspace {
  private readonly folders = new Map<string, FolderCorpus>();

  constructor(
    private readonly worker: WorkerClient,
    private readonly events: FolderCorpusEvents,
  ) {}

  get all(): readonly FolderCorpus[] {
    return [...this.folders.values()];
  }

  add(uri: string, name: string): FolderCorpus | undefined {
    const root = filePath(uri);
    if (root === undefined) return undefined;
    const folder = new FolderCorpus(uri, name, root, this.worker, this.events);
    this.folders.set(uri, folder);
    return folder;
  }

  async remove(uri: string): Promise<void> {
    const folder = this.folders.get(uri);
    this.folders.delete(uri);
    await folder?.dispose();
  }

  folder(uri: string): FolderCorpus | undefined {
    return this.folders.get(uri);
  }

  /** The innermost folder that a file lies in. */
  locate(uri: string): Located | undefined {
    const file = filePath(uri);
    if (file === undefined) return undefined;
    const found = this.all.flatMap((folder) => {
      const path = relativePath(folder.root, file);
      return path === undefined ? [] : [{ folder, path }];
    });
    return found.sort((a, b) => b.folder.root.length - a.folder.root.length)[0];
  }

  /** The corpus that a draft cites from. One not saved yet, or from elsewhere, has the only folder's, if there is only one. */
  corpusFor(uri: string): FolderCorpus | undefined {
    return this.locate(uri)?.folder ?? (this.folders.size === 1 ? this.all[0] : undefined);
  }

  role(uri: string, languageId?: string): DocumentRole {
    const located = this.locate(uri);
    if (located?.folder.isSource(located.path)) {
      // A page's or a document's own file has other offsets than its text.
      const format = formatOf(located.path);
      return isSourceTextUri(uri) || (format !== undefined && isReadAsWritten(format)) ? 'source' : 'none';
    }
    if (located && isSourceTextUri(uri) && keyOfShared(located.path) !== undefined) return 'source';
    const isDraft =
      isDraftFile(located?.path ?? uri) ||
      (languageId !== undefined && /^(?:markdown|quarto|rmd)$/.test(languageId));
    return isDraft ? 'draft' : 'none';
  }
}

export function healthOf(folder: FolderCorpus): FolderHealth {
  const { actors } = folder.corpus;
  const sources = folder.corpus.sources.filter(({ shared }) => !shared);
  return {
    folder: folder.uri,
    name: folder.name,
    phase: folder.phase,
    ...folder.progress,
    sources: sources.length,
    passages: sources.reduce((sum, source) => sum + source.passages.length, 0),
    actors: actors.length,
    ...(folder.shared && { shared: folder.shared.health }),
    unreadable: [...folder.failures.values()].map((failure) => ({
      uri: fileUri(folder.root, failure.path),
      reason: describeFailure(failure),
    })),
  };
}

import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { decode } from '../ingest/decode';
import { listDrafts } from '../ingest/draft-files';
import type { Draft } from '../language/draft';
import { parseDraft } from '../language/parse-draft';
import type { Drafts } from './drafts';
import type { FolderCorpus } from './folder-corpus';
import { Positions } from './to-lsp';
import { fileUri } from './uris';
import type { Workspace } from './workspace';

/** A draft of a folder, open in the editor or not. */
export interface DraftFile {
  readonly uri: string;
  readonly draft: Draft;
  readonly positions: Positions;
  /** Of the open document; null for one on disk. */
  readonly version: number | null;
  /** Whether an editor reads it as it was read here, so that edits hold and saving loses nothing. */
  readonly isEditable: boolean;
}

export interface FolderDrafts {
  readonly files: readonly DraftFile[];
  /** Paths of drafts that could not be read. */
  readonly unread: readonly string[];
}

interface Kept {
  readonly stamp: string;
  readonly file: DraftFile;
}

/** All drafts of a folder: open ones as the editor has them, others from disk, each parsed once while it does not change. */
export class DraftReader {
  private kept = new Map<string, Kept>();

  constructor(
    private readonly workspace: Workspace,
    private readonly documents: TextDocuments<TextDocument>,
    private readonly drafts: Drafts,
  ) {}

  async read(folder: FolderCorpus): Promise<FolderDrafts> {
    const { paths, failures } = await listDrafts(folder.root, (path) => folder.isSource(path));
    const open = await this.openIn(folder, new Set(paths.map((path) => fileUri(folder.root, path))));
    const uris = new Set(open.map(({ uri }) => uri));
    const closed = paths.filter((path) => !uris.has(fileUri(folder.root, path)));
    const read = await Promise.all(
      closed.map(async (path) => ({ path, file: await this.onDisk(folder, path) })),
    );
    this.forgetAllBut(folder, new Set(closed));
    return {
      files: [...open, ...read.flatMap(({ file }) => file ?? [])],
      unread: [...failures, ...read.filter(({ file }) => !file)].map(({ path }) => path),
    };
  }

  /** An editor keeps a file that was deleted for a while, also where nobody sees it: that is no draft of the folder any more. */
  private async openIn(folder: FolderCorpus, listed: ReadonlySet<string>): Promise<DraftFile[]> {
    const open = this.documents
      .all()
      .filter(
        ({ uri, languageId }) =>
          this.workspace.corpusFor(uri) === folder && this.workspace.role(uri, languageId) === 'draft',
      );
    const there = await Promise.all(open.map(async ({ uri }) => listed.has(uri) || (await isThere(uri))));
    return open
      .filter((_, at) => there[at])
      .map((document) => ({
        ...this.drafts.parse(document),
        uri: document.uri,
        version: document.version,
        isEditable: true,
      }));
  }

  private async onDisk({ root }: FolderCorpus, path: string): Promise<DraftFile | undefined> {
    const file = nodePath.join(root, path);
    const stat = await fs.stat(file).catch(() => undefined);
    if (!stat) return undefined;
    const stamp = `${stat.mtimeMs} ${stat.size}`;
    const known = this.kept.get(file);
    if (known?.stamp === stamp) return known.file;
    const decoded = await fs.readFile(file).then(decode, () => undefined);
    if (!decoded || !('text' in decoded)) return undefined;
    const { text, encoding } = decoded;
    const read = {
      uri: fileUri(root, path),
      draft: parseDraft(text),
      positions: new Positions(text),
      version: null,
      isEditable: encoding === 'utf-8' && !text.includes('\uFFFD'),
    };
    this.kept.set(file, { stamp, file: read });
    return read;
  }

  private forgetAllBut({ root }: FolderCorpus, paths: ReadonlySet<string>): void {
    const files = new Set([...paths].map((path) => nodePath.join(root, path)));
    for (const file of this.kept.keys())
      if (file.startsWith(root + nodePath.sep) && !files.has(file)) this.kept.delete(file);
  }
}

/** Whether it is a file that is there, or none that could be. */
async function isThere(uri: string): Promise<boolean> {
  if (!uri.startsWith('file:')) return true;
  return fs.stat(fileURLToPath(uri)).then(
    () => true,
    () => false,
  );
}

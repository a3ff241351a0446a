import {
  LSPErrorCodes,
  ResponseError,
  type ClientCapabilities,
  type Connection,
  type Position,
  type PrepareRenameResult,
  type RenameParams,
  type TextDocuments,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  MergeActorsParams,
  MergeActorsResult,
  MergeCandidatesParams,
  MergeCandidatesResult,
} from '../protocol';
import { ACTORS_FILE } from '../ingest/settings';
import { renameInDraft, renamingInDraft, renamingInRegistry, type Renaming } from '../language/actors/rename';
import { mergeActors } from '../language/registry/merge-actors';
import type { RegistryChange } from '../language/registry/registry-change';
import { renameActor } from '../language/registry/rename-actor';
import type { ActorRequests } from './actor-requests';
import type { Drafts } from './drafts';
import type { FolderCorpus } from './folder-corpus';
import type { DraftReader } from './folder-drafts';
import { filesEdit, Positions, type EditKind, type FileEdit } from './to-lsp';
import { fileUri } from './uris';
import { warn } from './warn';
import type { Workspace } from './workspace';

interface RenamingAt {
  readonly folder: FolderCorpus;
  readonly positions: Positions;
  readonly renaming: Renaming;
}

/** Changes of actors.yaml, each shown to a person before it is made: renaming an actor, merging two. */
export class RegistryRequests {
  private can = { versions: false, annotations: false };

  constructor(
    private readonly connection: Connection,
    private readonly workspace: Workspace,
    private readonly documents: TextDocuments<TextDocument>,
    private readonly drafts: Drafts,
    private readonly reader: DraftReader,
    private readonly actors: ActorRequests,
  ) {}

  negotiate({ workspace }: ClientCapabilities): void {
    const can = workspace?.workspaceEdit;
    this.can = {
      versions: can?.documentChanges === true,
      annotations: can?.changeAnnotationSupport !== undefined,
    };
  }

  prepareRename(uri: string, position: Position): PrepareRenameResult | null {
    const at = this.renamingAt(uri, position);
    if (!at) return null;
    const { actor, span } = renamable(at.renaming);
    return { range: at.positions.range(span), placeholder: actor.name };
  }

  async rename({ textDocument, position, newName }: RenameParams): Promise<WorkspaceEdit | null> {
    const at = this.renamingAt(textDocument.uri, position);
    if (!at) return null;
    const { folder } = at;
    const { actor } = renamable(at.renaming);
    const registry = this.registryText(folder);
    const edit = this.registryEdit(folder, renameActor(registry, actor.id, newName), 'registry');
    if (typeof edit === 'string') throw refusal(edit);
    const name = newName.replace(/\s+/g, ' ').trim();
    const { files, unread } = await this.reader.read(folder);
    const left = [...unread];
    const edits = files.flatMap((file): FileEdit[] => {
      const made = renameInDraft(folder, file.draft, actor, name);
      if (made?.length === 0) return [];
      if (made && file.isEditable) return [{ ...file, edits: made, about: 'drafts' }];
      left.push(file.uri.slice(file.uri.lastIndexOf('/') + 1));
      return [];
    });
    if (left.length > 0) warn(this.connection, leftAlone(left));
    return filesEdit([edit, ...edits], this.can);
  }

  mergeCandidates({ uri, position }: MergeCandidatesParams): MergeCandidatesResult {
    const folder = this.workspace.corpusFor(uri);
    if (!folder) return { actors: [], problem: 'Open a file of the folder whose actors are to be merged.' };
    const { actors } = folder.corpus;
    if (actors.length < 2)
      return { actors: [], problem: 'There are no two actors in actors.yaml to be merged.' };
    const subject = this.actors.subjectAt(uri, position)?.subject;
    const [at, ...others] = subject?.kind === 'actors' ? subject.ids : [];
    return {
      folder: folder.uri,
      actors: actors.map(({ id, name, schema, position: offices }) => ({
        id,
        name,
        detail: [schema, ...offices].join(' · '),
      })),
      ...(at !== undefined && others.length === 0 && { at }),
    };
  }

  /** Has the editor show the change and make it. */
  async merge({ folder: uri, into, from }: MergeActorsParams): Promise<MergeActorsResult> {
    const folder = this.workspace.folder(uri);
    if (!folder) return { problem: 'This folder is no longer open.' };
    const edit = this.registryEdit(folder, mergeActors(this.registryText(folder), into, from), 'merge');
    if (typeof edit === 'string') return { problem: edit };
    await this.connection.workspace.applyEdit({ label: 'Merge Actors', edit: filesEdit([edit], this.can) });
    return {};
  }

  private renamingAt(uri: string, position: Position): RenamingAt | undefined {
    const document = this.documents.get(uri);
    const folder = this.workspace.corpusFor(uri);
    if (!document || !folder) return undefined;
    const positions = new Positions(document.getText());
    const renaming = this.renamingIn(document, folder, positions.offset(position));
    return renaming && { folder, positions, renaming };
  }

  private renamingIn(document: TextDocument, folder: FolderCorpus, offset: number): Renaming | undefined {
    const { uri, languageId } = document;
    if (uri === fileUri(folder.root, ACTORS_FILE))
      return renamingInRegistry(folder.corpus.actors, document.getText(), offset);
    const role = this.workspace.role(uri, languageId);
    if (role === 'draft') return renamingInDraft(folder, this.drafts.parse(document).draft, offset);
    if (role === 'source' && folder.actors.mentionsIn(document.getText()).some(isAt(offset)))
      return { problem: 'Sources stay as they are: rename the actor in a draft or in actors.yaml.' };
    return undefined;
  }

  private registryText(folder: FolderCorpus): string {
    const open = this.documents.get(fileUri(folder.root, ACTORS_FILE));
    return open?.getText() ?? folder.recordFiles.get(ACTORS_FILE)?.text ?? '';
  }

  private registryEdit(folder: FolderCorpus, edit: RegistryChange, about: EditKind): FileEdit | string {
    if ('problem' in edit) return edit.problem;
    const uri = fileUri(folder.root, ACTORS_FILE);
    const version = this.documents.get(uri)?.version ?? null;
    return {
      uri,
      version,
      positions: new Positions(this.registryText(folder)),
      edits: edit.edits,
      about,
    };
  }
}

const isAt =
  (offset: number) =>
  ({ start, end }: { readonly start: number; readonly end: number }) =>
    start <= offset && offset <= end;

function renamable(renaming: Renaming) {
  if (renaming.problem !== undefined) throw refusal(renaming.problem);
  return renaming;
}

/** The editor shows the message where the person is about to type. */
const refusal = (problem: string) => new ResponseError(LSPErrorCodes.RequestFailed, problem);

const leftAlone = (names: readonly string[]): string =>
  `Names in ${names.join(', ')} are not renamed: these drafts cannot be read, are not in UTF-8, or would quote other words than now. Look at them yourself.`;

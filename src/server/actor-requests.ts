import type {
  CancellationToken,
  DocumentHighlight,
  Location,
  Position,
  ReferenceParams,
  TextDocuments,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { ACTORS_FILE, RECORDS_FILE } from '../ingest/settings';
import { findActorSymbols } from '../language/actors/actor-symbols';
import { findInDraft, findInText, findReferences } from '../language/actors/references';
import { draftSubject, registrySubject, sourceSubject, type Subject } from '../language/actors/subject';
import { citationsOfParagraphs } from '../language/cited/citing';
import type { CitationIndex } from './citation-index';
import type { Drafts } from './drafts';
import type { FolderCorpus } from './folder-corpus';
import type { DraftReader } from './folder-drafts';
import { actorSymbol, Positions, positionsIn } from './to-lsp';
import { fileUri, sourceUri } from './uris';
import type { Workspace } from './workspace';

/** Answers where actors and sources are named and cited. */
export class ActorRequests {
  constructor(
    private readonly workspace: Workspace,
    private readonly documents: TextDocuments<TextDocument>,
    private readonly drafts: Drafts,
    private readonly reader: DraftReader,
    private readonly citations: CitationIndex,
  ) {}

  async references(
    { textDocument, position, context }: ReferenceParams,
    token: CancellationToken,
  ): Promise<Location[] | null> {
    const at = this.subjectAt(textDocument.uri, position);
    if (!at) return null;
    const { folder, subject } = at;
    const declared = context.includeDeclaration ? declarations(folder, subject) : [];
    const citing = await this.citingPassages(folder, subject, token);
    if (citing) return [...declared, ...citing];
    const { files } = await this.reader.read(folder);
    const found = findReferences(folder, subject, files);
    return [
      ...declared,
      ...found.drafts.flatMap(({ file: { uri, positions }, spans }) =>
        spans.map((span) => ({ uri, range: positions.range(span) })),
      ),
      ...found.sources.flatMap(({ file, spans }) =>
        spans.map((span) => ({
          uri: sourceUri(folder.root, file),
          range: positionsIn(file).range(span),
        })),
      ),
    ];
  }

  /** Citations of paragraphs, also those that quote their words and name no place; undefined for other subjects, and while sources are read. */
  private async citingPassages(
    folder: FolderCorpus,
    subject: Subject,
    token: CancellationToken,
  ): Promise<Location[] | undefined> {
    if (subject.kind !== 'citations' || !subject.paragraphs) return undefined;
    const { key, paragraphs } = subject;
    const found = await this.citations.all(folder, token);
    return found?.drafts.flatMap(({ file: { uri, positions }, items }) =>
      citationsOfParagraphs(items, key, paragraphs).map((span) => ({ uri, range: positions.range(span) })),
    );
  }

  /** In drafts and sources; nothing where another provider may know more. */
  highlights(uri: string, position: Position): DocumentHighlight[] | null {
    const at = this.subjectAt(uri, position);
    if (!at || at.role === 'registry') return null;
    const { document, folder, subject, positions } = at;
    const spans =
      at.role === 'draft'
        ? findInDraft(folder, subject, this.drafts.parse(document).draft)
        : subject.kind === 'actors'
          ? findInText(folder, subject, document.getText())
          : [];
    return spans.length > 0 ? spans.map((span) => ({ range: positions.range(span) })) : null;
  }

  symbols(query: string): WorkspaceSymbol[] {
    return this.workspace.all.flatMap((folder) => {
      const locate = registryLocations(folder, ACTORS_FILE);
      return findActorSymbols(folder.actors, folder.corpus.actors, query).map((symbol) =>
        actorSymbol(symbol, locate(symbol.actor.span)),
      );
    });
  }

  /** What the cursor stands on, in an open draft, source or registry. */
  subjectAt(uri: string, position: Position) {
    const document = this.documents.get(uri);
    const folder = this.workspace.corpusFor(uri);
    if (!document || !folder) return undefined;
    const positions = new Positions(document.getText());
    const offset = positions.offset(position);
    const role = this.roleOf(document, folder);
    const subject = role && this.subjectIn(document, folder, role, offset);
    return subject && { document, folder, role, positions, subject };
  }

  private roleOf({ uri, languageId }: TextDocument, folder: FolderCorpus) {
    if (uri === fileUri(folder.root, ACTORS_FILE)) return 'registry';
    const role = this.workspace.role(uri, languageId);
    return role === 'none' ? undefined : role;
  }

  private subjectIn(
    document: TextDocument,
    folder: FolderCorpus,
    role: 'draft' | 'source' | 'registry',
    offset: number,
  ): Subject | undefined {
    if (role === 'draft') return draftSubject(folder, this.drafts.parse(document).draft, offset);
    if (role === 'registry') return registrySubject(folder.corpus.actors, document.getText(), offset);
    const path = this.workspace.locate(document.uri)?.path ?? '';
    return sourceSubject(folder, path, document.getText(), offset);
  }
}

/** Where the registries write down what is looked for. */
function declarations(folder: FolderCorpus, subject: Subject): Location[] {
  if (subject.kind === 'actors') {
    const locate = registryLocations(folder, ACTORS_FILE);
    return subject.ids.flatMap((id) => {
      const span = folder.actors.actor(id)?.span;
      return span ? [locate(span)] : [];
    });
  }
  const span = folder.corpus.record(subject.key)?.span;
  return span ? [registryLocations(folder, RECORDS_FILE)(span)] : [];
}

/** Gives places in a records file, whose lines are counted once. */
function registryLocations(folder: FolderCorpus, file: string) {
  const positions = new Positions(folder.recordFiles.get(file)?.text ?? '');
  const uri = fileUri(folder.root, file);
  return (span = { start: 0, end: 0 }): Location => ({ uri, range: positions.range(span) });
}

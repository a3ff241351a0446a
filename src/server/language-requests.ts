import type { CompletionList, Hover, Location, Position, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isReadAsWritten } from '../ingest/formats';
import { typedKey } from '../language/completion/complete-key';
import { complete } from '../language/completion/completion';
import { findDefinition } from '../language/definition';
import { draftHover, sourceHover, type HoverContext } from '../language/hover/hover';
import { keyOfShared } from '../shared-corpus/stored-source';
import type { Drafts } from './drafts';
import type { FolderCorpus } from './folder-corpus';
import { completionItem, hover as toHover, Positions, positionsIn } from './to-lsp';
import { fileUri, sourceUri } from './uris';
import type { Workspace } from './workspace';

/** So many keys of a shared corpus are offered; more typing brings others. */
const MOST_SHARED_KEYS = 50;

/** Answers the protocol's own requests. */
export class LanguageRequests {
  constructor(
    private readonly workspace: Workspace,
    private readonly documents: TextDocuments<TextDocument>,
    private readonly drafts: Drafts,
  ) {}

  /** `reference`: of the citation there, as it is printed, in Markdown. */
  hover(uri: string, position: Position, reference?: string): Hover | null {
    const at = this.at(uri);
    if (!at) return null;
    const { document, folder, role } = at;
    if (role === 'source') {
      const positions = new Positions(document.getText());
      const content = sourceHover(contextOf(folder), document.getText(), positions.offset(position));
      return content ? toHover(content, positions) : null;
    }
    const { draft, positions } = this.drafts.parse(document);
    const context = { ...contextOf(folder), ...(reference !== undefined && { reference }) };
    const content = draftHover(context, draft, positions.offset(position));
    return content ? toHover(content, positions) : null;
  }

  async completion(uri: string, position: Position): Promise<CompletionList> {
    const at = this.at(uri);
    if (at?.role !== 'draft') return { isIncomplete: false, items: [] };
    const { draft, positions } = this.drafts.parse(at.document);
    const offset = positions.offset(position);
    const { corpus, actors, shared } = at.folder;
    const typed = shared && typedKey(draft, offset);
    const sharedKeys = typed === undefined ? undefined : await shared?.keysFrom(typed, MOST_SHARED_KEYS);
    const context = { corpus, actors, ...(sharedKeys && { sharedKeys }) };
    const { items, incomplete } = complete(context, draft, offset);
    return { isIncomplete: incomplete, items: items.map((item) => completionItem(item, positions)) };
  }

  definition(uri: string, position: Position): Location[] {
    const at = this.at(uri);
    if (at?.role !== 'draft') return [];
    const { draft, positions } = this.drafts.parse(at.document);
    return findDefinition(at.folder.corpus, draft, positions.offset(position)).map(({ source, span }) => ({
      uri: sourceUri(at.folder.root, source),
      range: positionsIn(source).range(span),
    }));
  }

  /** An open document that means something to a writer, and its corpus. */
  private at(uri: string) {
    const document = this.documents.get(uri);
    const folder = this.workspace.corpusFor(uri);
    const role = this.workspace.role(uri, document?.languageId);
    return document && folder && role !== 'none' ? { document, folder, role } : undefined;
  }
}

function contextOf(folder: FolderCorpus): HoverContext {
  return {
    corpus: folder.corpus,
    actors: folder.actors,
    isIndexing: folder.phase !== 'ready',
    linkTo: (source, span) => {
      if (!isReadAsWritten(source.format) || keyOfShared(source.path) !== undefined) return undefined; // An editor follows no link with a scheme of ours.
      const held = folder.corpus.sourceAt(source.path);
      const positions = held?.text === source.text ? positionsIn(held) : new Positions(source.text);
      const { line, character } = positions.position(span.start);
      return `${fileUri(folder.root, source.path)}#L${line + 1},${character + 1}`;
    },
  };
}

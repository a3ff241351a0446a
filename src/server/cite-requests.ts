import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { BOUNDARY, type Passage, type Source, type Span } from '#corpus-index';
import type {
  InsertionParams,
  InsertionResult,
  PassageRef,
  PassageRow,
  SearchParams,
  SearchResult,
  SelectionParams,
  SelectionResult,
  SentencesResult,
} from '../protocol';
import { excerpt } from '../language/cite/excerpt';
import { insertionEdits } from '../language/cite/insertion';
import { sentencesOf } from '../language/cite/sentences';
import { wholeWords } from '../language/cite/whole-words';
import { passageText } from '../language/passage-text';
import { paragraphLocator, passageLocator, shortReference } from '../language/reference';
import { sharedPath } from '../shared-corpus/stored-source';
import type { FolderCorpus } from './folder-corpus';
import { Positions, positionsIn } from './to-lsp';
import { sourceUri } from './uris';
import type { Workspace } from './workspace';

/** Answers what Cite Passage and Cite Selection ask. */
export class CiteRequests {
  constructor(
    private readonly workspace: Workspace,
    private readonly documents: TextDocuments<TextDocument>,
  ) {}

  async search({ draft, query, limit, isShared }: SearchParams): Promise<SearchResult> {
    const folder = this.workspace.corpusFor(draft);
    if (!folder) return { rows: [], complete: true };
    if (isShared) return { rows: await sharedRows(folder, query, limit), complete: true };
    const hits = await folder.search(query, limit);
    const rows = hits.flatMap(({ path, n }) => {
      const source = folder.corpus.sourceAt(path);
      const passage = source?.passages[n - 1];
      return source && passage ? [passageRow(folder, source, passage, query)] : [];
    });
    return { rows, complete: folder.phase === 'ready' };
  }

  async sentences(ref: PassageRef): Promise<SentencesResult> {
    await this.fetch(ref);
    const found = this.find(ref);
    if (!found) return { sentences: [] };
    const { source, passage } = found;
    const positions = positionsIn(source);
    return {
      sentences: sentencesOf(source.text, passage).map((span) => ({
        text: passageText(source, span),
        range: positions.range(span),
      })),
    };
  }

  async insertion({
    draft,
    version,
    range,
    passage: ref,
    quoted,
    form,
    reference,
  }: InsertionParams): Promise<InsertionResult> {
    await this.fetch(ref);
    const document = this.documents.get(draft);
    if (document?.version !== version) return { edits: [], outdated: true };
    const found = this.find(ref);
    if (!found)
      return { edits: [], problem: 'This passage is no longer among the sources. Search for it again.' };
    const { folder, source, passage } = found;
    if (this.workspace.corpusFor(draft) !== folder) {
      return {
        edits: [],
        problem:
          'This source belongs to another folder than the draft, where its key may mean another one. Put the source into the draft’s folder.',
      };
    }
    const sourcePositions = positionsIn(source);
    const stretches = quoted.length > 0 ? quoted.map((one) => sourcePositions.span(one)) : [passage];
    const text = document.getText();
    const positions = new Positions(text);
    const made = insertionEdits(folder.corpus, text, {
      source,
      quoted: stretches,
      form,
      reference,
      at: positions.span(range),
    });
    if (!made) {
      return {
        edits: [],
        problem:
          'These words cannot be quoted here so that they still read as the source has them. Try another form, or another place in the draft.',
      };
    }
    return {
      edits: made.edits.map(({ offset, text: newText }) => ({
        range: positions.range({ start: offset, end: offset }),
        newText,
      })),
      cursor: new Positions(made.text).position(made.cursor),
    };
  }

  selection({ source: uri, range }: SelectionParams): SelectionResult {
    const located = this.workspace.locate(uri);
    const source = located?.folder.corpus.sourceAt(located.path);
    if (!source) return { quoted: [], problem: 'This file is not among the sources, so it cannot be cited.' };
    const positions = positionsIn(source);
    const selected = wholeWords(source.text, positions.span(range));
    const covered = source.passages.filter(
      (passage) => passage.start < selected.end && selected.start < passage.end,
    );
    const [first] = covered;
    if (!first || !located)
      return {
        quoted: [],
        problem:
          'The selection holds no paragraph of the source: headings, captions and what the web added cannot be quoted.',
      };
    const quoted = covered.map(({ start, end }) => ({
      start: Math.max(start, selected.start),
      end: Math.min(end, selected.end),
    }));
    return {
      passage: passageRow(located.folder, source, first, ''),
      quoted: quoted.map((span) => positions.range(span)),
    };
  }

  /** A passage that was found in the shared corpus is there to be cited when its source is here. */
  private async fetch({ folder: uri, key }: PassageRef): Promise<void> {
    const folder = this.workspace.folder(uri);
    if (folder?.shared && !folder.corpus.source(key)) await folder.shared.fetch(key);
  }

  private find({ folder: uri, key, n }: PassageRef) {
    const folder = this.workspace.folder(uri);
    const source = folder?.corpus.source(key);
    const passage = source?.passages[n - 1];
    return folder && source && passage ? { folder, source, passage } : undefined;
  }
}

export function passageRow(
  folder: FolderCorpus,
  source: Source,
  passage: Passage & Span,
  query: string,
): PassageRow {
  return {
    folder: folder.uri,
    key: source.key,
    n: passage.n,
    uri: sourceUri(folder.root, source),
    range: positionsIn(source).range(passage),
    excerpt: excerpt(passageText(source, passage), query),
    reference: `${shortReference(source)}, ${passageLocator(passage)}`,
    title: source.title ?? source.path,
  };
}

/** What the shared corpus finds; a key that the folder has means the folder's own source. */
async function sharedRows(folder: FolderCorpus, query: string, limit: number): Promise<PassageRow[]> {
  const hits = (await folder.shared?.search(query, limit)) ?? [];
  return hits.flatMap(({ key, n, place, text, title }) => {
    const [line = 0, character = 0, endLine = 0, endCharacter = 0] = place ?? [];
    const own = key === null ? undefined : folder.corpus.source(key);
    if (key === null || (own && !own.shared)) return [];
    return [
      {
        ...{ folder: folder.uri, key, n, title },
        uri: sourceUri(folder.root, { path: sharedPath(key), format: 'text', shared: true }),
        range: { start: { line, character }, end: { line: endLine, character: endCharacter } },
        excerpt: excerpt(text.replaceAll(BOUNDARY, '').replace(/\s+/g, ' ').trim(), query),
        reference: `${own ? shortReference(own) : key}, ${paragraphLocator(n)}`,
      },
    ];
  });
}

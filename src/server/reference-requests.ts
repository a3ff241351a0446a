import * as nodePath from 'node:path';
import type { Position, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { touches, type Corpus, type Source, type Span } from '#corpus-index';
import type {
  BibliographyParams,
  BibliographyResult,
  ExportInputsParams,
  ExportInputsResult,
  FormattedReferenceParams,
  FormattedReferenceResult,
  PreviewCitation,
  PreviewParams,
  PreviewResult,
} from '../protocol/references';
import { readStyle, type StyleChoice } from '../ingest/citation-styles';
import { isReadAsWritten } from '../ingest/formats';
import type { Severity } from '../language/problem';
import type { JudgedDraft } from '../language/judge-draft';
import { previewCitations } from '../language/references/preview-citations';
import type { ServerProblem } from '../protocol/server-problem';
import type { PrintedReferences, StyleText } from '../language/references/print-references';
import { groupsOf, itemOf, itemsOf } from '../language/references/references-of';
import { styleForPandoc } from '../language/references/style-for-pandoc';
import { draftMarkdown, markdownText, plainText, type RichText } from '../language/references/rich-text';
import type { Drafts } from './drafts';
import type { FolderCorpus } from './folder-corpus';
import { PrintedMemo } from './printed-memo';
import type { ReferencesClient } from './references-client';
import { positionsIn } from './to-lsp';
import { filePath, relativePath, sourceUri } from './uris';
import type { Workspace } from './workspace';

/** A hover does without the reference rather than wait longer for the style; in milliseconds. */
const HOVER_PATIENCE = 600;

const after = (time: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(resolve, time, undefined).unref());

interface ReferencesPort {
  /** The style that a person chose for a folder. */
  readonly choice: (folder: string) => Promise<StyleChoice>;
  readonly printer: ReferencesClient;
  /** The folder of the styles that come along. */
  readonly styles: string;
}

/** Citations and references as they are printed: for the preview, the hover, and to be put into a text. */
export class ReferenceRequests {
  private readonly printed = new PrintedMemo();

  constructor(
    private readonly workspace: Workspace,
    private readonly documents: TextDocuments<TextDocument>,
    private readonly drafts: Drafts,
    private readonly port: ReferencesPort,
  ) {}

  async preview({ draft: uri }: PreviewParams): Promise<PreviewResult | null> {
    const at = this.at(uri);
    if (!at) return null;
    const { document, folder } = at;
    const { version } = document;
    const { positions } = this.drafts.parse(document);
    const judged = this.drafts.judge(document, folder);
    const printed = await this.print(judged, folder);
    const isPrinted = typeof printed !== 'string';
    const isReading = folder.phase !== 'ready';
    return {
      version,
      citations: previewCitations(judged, isPrinted ? printed : undefined).map(
        ({ start, target, mark, ...citation }) => ({
          ...citation,
          line: positions.position(start).line,
          mark: isReading ? { state: 'unchecked', title: 'Not all sources have been read' } : mark,
          ...(target && linkTo(uri, folder, target)),
        }),
      ),
      entries: isPrinted ? printed.entries.map(({ text }) => text) : [],
      ...(isPrinted ? {} : { problem: printed }),
    };
  }

  async bibliography({ draft }: BibliographyParams): Promise<BibliographyResult<ServerProblem>> {
    const at = this.at(draft);
    if (!at) return { markdown: '', problem: { code: 'no-draft-for-references' } };
    if (at.folder.phase !== 'ready') return { markdown: '', problem: { code: 'too-early-for-references' } };
    const printed = await this.print(this.drafts.judge(at.document, at.folder), at.folder);
    if (typeof printed === 'string') return { markdown: '', problem: unusableStyle(printed) };
    const markdown = printed.entries.map(({ text }) => draftMarkdown(text)).join('\n\n');
    return markdown === '' ? { markdown, problem: { code: 'nothing-cited' } } : { markdown };
  }

  /** What pandoc needs to print a draft's references as they are printed here. */
  async exportInputs({ draft }: ExportInputsParams): Promise<ExportInputsResult<ServerProblem>> {
    const at = this.at(draft);
    const nothing = { references: '[]', errors: 0, warnings: 0 };
    if (!at) return { ...nothing, problem: { code: 'no-draft-to-export' } };
    const { document, folder } = at;
    if (folder.phase !== 'ready') return { ...nothing, problem: { code: 'too-early-to-export' } };
    const choice = await this.port.choice(folder.uri);
    // Also those that pandoc would take: of a style that only names another one it would load that from the network.
    const read = await readStyle(this.port.styles, folder.root, choice);
    if (typeof read === 'string') return { ...nothing, problem: unusableStyle(read) };
    const problems = this.drafts.problems(document, folder);
    const count = (wanted: Severity) => problems.filter(({ severity }) => severity === wanted).length;
    return {
      references: JSON.stringify(itemsOf(this.drafts.judge(document, folder))),
      style: styleForPandoc(read.style),
      ...(choice.locale !== '' && { locale: choice.locale }),
      errors: count('error'),
      warnings: count('warning'),
    };
  }

  async formatted({
    draft,
    position,
  }: FormattedReferenceParams): Promise<FormattedReferenceResult<ServerProblem>> {
    const at = this.at(draft);
    const key = at && this.keyAt(at.document, position);
    if (!at || key === undefined) return { text: '', problem: { code: 'no-citation-here' } };
    const reference = await this.reference(at.folder, key);
    if (reference === undefined) return { text: '', problem: { code: 'unknown-key', key } };
    return typeof reference === 'string'
      ? { text: '', problem: unusableStyle(reference) }
      : { text: plainText(reference) };
  }

  /** The reference of the citation at a position of a draft, as Markdown; undefined where there is none, or not soon. */
  async hover(uri: string, position: Position): Promise<string | undefined> {
    const at = this.at(uri);
    const key = at && this.keyAt(at.document, position);
    if (!at || key === undefined) return undefined;
    const reference = await Promise.race([this.reference(at.folder, key), after(HOVER_PATIENCE)]);
    return reference === undefined || typeof reference === 'string' ? undefined : markdownText(reference);
  }

  /** The reference of one source; or why it cannot be printed; undefined for an unknown key. */
  private async reference(
    folder: FolderCorpus | undefined,
    key: string,
  ): Promise<RichText | string | undefined> {
    const item = folder && itemOf(folder.corpus, key);
    if (!item) return undefined;
    return this.withStyle(folder, async (style) => {
      const entry = await this.printed.entry(style, item, async () => {
        const printed = await this.port.printer.ask({ kind: 'references', style, items: [item] });
        return printed[0];
      });
      return entry?.text ?? 'This style prints no list of references.';
    });
  }

  private print(judged: JudgedDraft, folder: FolderCorpus): Promise<PrintedReferences | string> {
    return this.withStyle(folder, (style) =>
      this.port.printer.ask({
        kind: 'draft',
        style,
        items: itemsOf(judged),
        groups: groupsOf(judged).flatMap(({ cited }) => cited ?? []),
      }),
    );
  }

  /** What is printed in the folder's style; or why it cannot be. */
  private async withStyle<Printed>(
    folder: FolderCorpus,
    print: (style: StyleText) => Promise<Printed>,
  ): Promise<Printed | string> {
    const choice = await this.port.choice(folder.uri);
    const style = await readStyle(this.port.styles, folder.root, choice);
    if (typeof style === 'string') return style;
    return print(style).catch(
      (error: unknown) =>
        `References cannot be printed in the style ${choice.style}: ${(error as Error).message}. ` +
        'Choose another in `sourcewright.citationStyle`.',
    );
  }

  private keyAt(document: TextDocument, position: Position): string | undefined {
    const { draft, positions } = this.drafts.parse(document);
    const offset = positions.offset(position);
    return draft.citations.find(({ span }) => touches(span, offset))?.key;
  }

  private at(uri: string): { document: TextDocument; folder: FolderCorpus } | undefined {
    const document = this.documents.get(uri);
    const folder = this.workspace.corpusFor(uri);
    return document && folder && this.workspace.role(uri, document.languageId) === 'draft'
      ? { document, folder }
      : undefined;
  }
}

const unusableStyle = (detail: string): ServerProblem => ({ code: 'unusable-style', detail });

/**
 * A link from a draft to a place in a source: one that the preview follows is relative, with the line. It follows none to a text
 * that is made of a PDF or a web page: there it leads to the file, and the extension opens the place.
 */
function linkTo(
  draft: string,
  { root, corpus }: { readonly root: string; readonly corpus: Corpus },
  { source, span }: { readonly source: Source; readonly span: Span },
): Pick<PreviewCitation, 'href' | 'passage'> {
  const file = filePath(draft);
  const from = file === undefined ? undefined : relativePath(root, file);
  if (from === undefined || source.shared || corpus.sourceAt(source.path) !== source) return {};
  const range = positionsIn(source).range(span);
  const path = nodePath.posix.relative(nodePath.posix.dirname(from), source.path);
  const href = path.split('/').map(encodeURIComponent).join('/');
  return isReadAsWritten(source.format)
    ? { href: `${href}#L${range.start.line + 1}` }
    : { href, passage: { uri: sourceUri(root, source), range } };
}

import {
  type CancellationToken,
  type DataTransfer,
  DataTransferItem,
  Disposable,
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditProvider,
  type DocumentSelector,
  l10n,
  languages,
  type Position,
  type Range,
  type TextDocument,
  Uri,
} from 'vscode';
import { SOURCE_TEXT_SCHEME } from '../../protocol/index';
import { fromEditorRange } from '../convert';
import type { DocumentRoles } from '../document-roles';
import type { Server } from '../server';
import { warning } from '../tell';
import { droppedPassage, PASSAGE_TYPE, readJson } from './dragged-passage';
import { quotationEdit } from './quotation-edit';

/** What is copied from a source is to the draft that it is pasted into. */
const WORDS_TYPE = 'application/vnd.sourcewright.words';

/** Files that drafts may be. */
const DRAFTS: DocumentSelector = [
  { scheme: 'file', language: 'markdown' },
  { scheme: 'untitled', language: 'markdown' },
  { scheme: 'file', language: 'quarto' },
  { scheme: 'file', language: 'rmd' },
  { scheme: 'file', pattern: '**/*.{qmd,rmd,Rmd}' },
];
const DRAFTS_AND_SOURCES: DocumentSelector = [
  ...DRAFTS,
  { scheme: 'file', language: 'plaintext' },
  { scheme: SOURCE_TEXT_SCHEME },
];

/** Passages dragged into a draft, and words copied from a source and pasted there, become quotations with their citation. */
export function offerQuotations(server: Server, roles: DocumentRoles): Disposable {
  const kind = DocumentDropOrPasteEditKind.Empty.append('sourcewright', 'quotation');
  return Disposable.from(
    languages.registerDocumentDropEditProvider(
      DRAFTS,
      {
        provideDocumentDropEdits: (draft, position, data) =>
          dropEdit({ server, roles, kind }, draft, position, data),
      },
      { dropMimeTypes: [PASSAGE_TYPE], providedDropEditKinds: [kind] },
    ),
    languages.registerDocumentPasteEditProvider(DRAFTS_AND_SOURCES, pasteProvider({ server, roles, kind }), {
      copyMimeTypes: [WORDS_TYPE],
      pasteMimeTypes: [WORDS_TYPE],
      providedPasteEditKinds: [kind],
    }),
  );
}

interface Uses {
  readonly server: Server;
  readonly roles: DocumentRoles;
  readonly kind: DocumentDropOrPasteEditKind;
}

const TITLE = () => l10n.t('Insert as Quotation with Citation');

async function dropEdit(
  { server, roles, kind }: Uses,
  draft: TextDocument,
  position: Position,
  data: DataTransfer,
): Promise<DocumentDropEdit | undefined> {
  const passage = await droppedPassage(data);
  if (!passage || (await roles.of(draft.uri)) !== 'draft') return undefined;
  const edit = await quotationEdit(server, draft, position, passage, []);
  if (typeof edit === 'string') {
    void warning(edit);
    return undefined;
  }
  // Not as the drop's own text: VS Code would take that for a snippet and indent its lines anew.
  const made = new DocumentDropEdit('', TITLE(), kind);
  made.additionalEdit = edit;
  return made;
}

function pasteProvider({ server, roles, kind }: Uses): DocumentPasteEditProvider {
  return {
    prepareDocumentPaste: async (source, ranges, data) => {
      const [range, ...others] = ranges;
      if (!range || range.isEmpty || others.length > 0 || (await roles.of(source.uri)) !== 'source') return;
      const words: CopiedWords = { source: source.uri.toString(), range: fromEditorRange(range) };
      data.set(WORDS_TYPE, new DataTransferItem(JSON.stringify(words)));
    },
    provideDocumentPasteEdits: async (draft, ranges, data, _context, token) => {
      const words = await copiedWords(data);
      if (!words || (await roles.of(draft.uri)) !== 'draft') return undefined;
      const edit = await pasteEdit(server, draft, ranges, words, token);
      if (!edit) return undefined;
      const made = new DocumentPasteEdit('', TITLE(), kind);
      made.additionalEdit = edit;
      // What is pasted is the words, as ever; this is offered beside.
      made.yieldTo = [DocumentDropOrPasteEditKind.Text];
      return [made];
    },
  };
}

/** None where text would be replaced, or the words cannot be quoted there: a paste goes on without a word. */
async function pasteEdit(
  server: Server,
  draft: TextDocument,
  ranges: readonly Range[],
  { source, range }: CopiedWords,
  token: CancellationToken,
) {
  const [at, ...others] = ranges;
  if (!at?.isEmpty || others.length > 0) return undefined;
  const { passage, quoted } = await server
    .selection({ source, range })
    .catch(() => ({ passage: undefined, quoted: [] }));
  if (!passage || token.isCancellationRequested) return undefined;
  const { folder, key, n } = passage;
  const edit = await quotationEdit(server, draft, at.start, { folder, key, n }, quoted);
  return typeof edit === 'string' ? undefined : edit;
}

interface CopiedWords {
  /** URI of the source as the editor shows it. */
  readonly source: string;
  readonly range: ReturnType<typeof fromEditorRange>;
}

async function copiedWords(data: DataTransfer): Promise<CopiedWords | undefined> {
  const value = readJson(await data.get(WORDS_TYPE)?.asString());
  if (typeof value !== 'object' || value === null) return undefined;
  const { source, range } = value as Partial<CopiedWords>;
  return typeof source === 'string' && range && isPlace(range.start) && isPlace(range.end)
    ? { source: Uri.parse(source).toString(), range }
    : undefined;
}

const isPlace = (value: unknown): boolean => {
  const { line, character } = (value ?? {}) as { readonly line?: unknown; readonly character?: unknown };
  return Number.isSafeInteger(line) && Number.isSafeInteger(character);
};

import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { touches, type Corpus } from '#corpus-index';
import type { FileEdit } from '../protocol';
import type {
  ImportReferencesParams,
  ImportReferencesResult,
  RecordSourceParams,
  SourceRecordRow,
  SourceRecordsParams,
  SourceRecordsResult,
} from '../protocol/references';
import { decode } from '../ingest/decode';
import { RECORDS_FILE } from '../ingest/settings';
import { addRecords } from '../language/references/add-records';
import { completeRecord } from '../language/references/complete-record';
import { itemOfSource } from '../language/references/csl-item';
import { planImport } from '../language/references/plan-import';
import { fieldValue, isRecordField, missingFields, RECORD_TYPES } from '../language/references/record-fields';
import { itemOf } from '../language/references/references-of';
import type { RecordsChange } from '../language/references/records-change';
import type { Drafts } from './drafts';
import type { FolderCorpus } from './folder-corpus';
import { fileEdit, recordsText } from './records-file';
import type { ReferencesClient } from './references-client';
import type { Workspace } from './workspace';

const NOWHERE: FileEdit = {
  ...{ uri: '', creates: false, edits: [] },
  problem: 'Open the folder that holds your sources and drafts first.',
};

/** What concerns records of sources.yaml: writing sources down, completing them, taking them over from other programs. */
export class RecordRequests {
  constructor(
    private readonly workspace: Workspace,
    private readonly documents: TextDocuments<TextDocument>,
    private readonly drafts: Drafts,
    private readonly reader: ReferencesClient,
  ) {}

  async importReferences({
    folder: uri,
    content,
    name,
    wanted,
  }: ImportReferencesParams): Promise<ImportReferencesResult> {
    const folder = this.workspace.folder(uri);
    const nothing = { added: [], notes: [] };
    if (!folder) return { ...NOWHERE, ...nothing };
    const decoded = 'text' in content ? content : decode(Buffer.from(content.base64, 'base64'));
    if ('binary' in decoded)
      return { ...NOWHERE, ...nothing, problem: `${name} is not text (${decoded.binary}).` };
    const { text } = decoded;
    const read = await this.reader
      .ask({ kind: 'read', text, name })
      .catch((error: unknown) => `The references in ${name} cannot be read: ${(error as Error).message}`);
    if (typeof read === 'string') return { ...NOWHERE, ...nothing, problem: read };
    if (folder.phase !== 'ready')
      return {
        ...NOWHERE,
        ...nothing,
        problem: 'Not all sources have been read yet: import when they are.',
      };
    const { records, notes } = planImport(folder.corpus, read.items, wanted && new Set(wanted));
    const edit = await this.change(folder, (yaml) => addRecords(yaml, records));
    const added = records.map(({ item, file }) => ({
      key: item.id,
      title: typeof item['title'] === 'string' ? item['title'] : '',
      ...(file !== undefined && { file }),
    }));
    return { ...edit, added: edit.problem === undefined ? added : [], notes: [...read.notes, ...notes] };
  }

  sourceRecords({ folder: uri, ...at }: SourceRecordsParams): SourceRecordsResult {
    const folder = this.workspace.folder(uri);
    if (!folder) return { rows: [], types: RECORD_TYPES };
    const key = this.keyAt(folder, at);
    const { corpus } = folder;
    const known = new Set([...corpus.sources.map((source) => source.key), ...corpus.keys]);
    return {
      rows: [...known].flatMap((one) => rowOf(corpus, one) ?? []),
      types: RECORD_TYPES,
      ...(key !== undefined && { at: key }),
    };
  }

  async recordSource({ folder: uri, key, fields }: RecordSourceParams): Promise<FileEdit> {
    const folder = this.workspace.folder(uri);
    if (!folder) return NOWHERE;
    const { corpus } = folder;
    const values = Object.fromEntries(
      Object.entries(fields).flatMap(([name, entered]) => {
        const value = isRecordField(name) ? fieldValue(name, entered) : undefined;
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
    const source = corpus.source(key);
    if (!corpus.record(key) && !source) return { ...NOWHERE, problem: `No source has the key @${key}.` };
    return this.change(folder, (yaml) =>
      corpus.record(key) || !source
        ? completeRecord(yaml, key, values)
        : addRecords(yaml, [{ item: { ...itemOfSource(source), ...values }, file: source.path }]),
    );
  }

  private async change(folder: FolderCorpus, make: (yaml: string) => RecordsChange): Promise<FileEdit> {
    const text = await recordsText(folder, RECORDS_FILE, this.documents, this.workspace);
    return fileEdit(text, make(text.text));
  }

  /** The source that a document is, or that a draft cites at a position. */
  private keyAt(
    folder: FolderCorpus,
    { uri, position }: Omit<SourceRecordsParams, 'folder'>,
  ): string | undefined {
    const located = uri === undefined ? undefined : this.workspace.locate(uri);
    if (uri === undefined || located?.folder !== folder) return undefined;
    const source = folder.corpus.sourceAt(located.path);
    if (source) return source.key;
    const document = this.documents.get(uri);
    if (!document || !position || this.workspace.role(uri, document.languageId) !== 'draft') return undefined;
    const { draft, positions } = this.drafts.parse(document);
    const offset = positions.offset(position);
    return draft.citations.find(({ span }) => touches(span, offset))?.key;
  }
}

function rowOf(corpus: Corpus, key: string): SourceRecordRow | undefined {
  const item = itemOf(corpus, key);
  if (!item) return undefined;
  const record = corpus.record(key);
  const type = record ? record.type : item.type === 'document' ? undefined : item.type;
  const path = corpus.source(key)?.path;
  return {
    key,
    title: typeof item['title'] === 'string' ? item['title'] : '',
    ...(path !== undefined && { path }),
    isRecorded: record !== undefined,
    ...(type !== undefined && { type }),
    missing: Object.fromEntries(
      [...new Set([...(type === undefined ? RECORD_TYPES : [type])])].map((one) => [
        one,
        missingFields(item, one),
      ]),
    ),
  };
}

import type { CancellationToken, Uri } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  methods,
  type DocumentRole,
  type DocumentRoleParams,
  type DocumentRoleResult,
  type Health,
  type InsertionParams,
  type InsertionResult,
  type LockParams,
  type LockResult,
  type OriginalParams,
  type OriginalResult,
  type PassageRef,
  type SearchParams,
  type SearchResult,
  type SelectionParams,
  type SelectionResult,
  type SentencesResult,
  type SourceTextParams,
  type SourceTextResult,
} from '../protocol/index';

/** The server's requests, with their types. Each waits for the server's start, and rejects when there is no server. */
export interface Server {
  search(params: SearchParams, token: CancellationToken): Promise<SearchResult>;
  sentences(passage: PassageRef): Promise<SentencesResult>;
  insertion(params: InsertionParams): Promise<InsertionResult>;
  selection(params: SelectionParams): Promise<SelectionResult>;
  lock(params: LockParams): Promise<LockResult>;
  role(uri: Uri): Promise<DocumentRole>;
  sourceText(uri: Uri): Promise<SourceTextResult>;
  original(params: OriginalParams): Promise<OriginalResult>;
  reindex(): Promise<void>;
  /** For one listener: the client keeps only the last. */
  onHealth(listener: (health: Health) => void): void;
  onDidChangeState(listener: (state: 'running' | 'stopped') => void): void;
}

export function createServer(client: Promise<LanguageClient>): Server {
  const request = async <R>(method: string, params?: object, token?: CancellationToken) =>
    (await client).sendRequest<R>(method, params, token);
  return {
    search: (params, token) => request<SearchResult>(methods.search, params, token),
    sentences: ({ folder, key, n }) =>
      request<SentencesResult>(methods.sentences, { folder, key, n } satisfies PassageRef),
    insertion: (params) => request<InsertionResult>(methods.insertion, params),
    selection: (params) => request<SelectionResult>(methods.selection, params),
    lock: (params) => request<LockResult>(methods.lock, params),
    role: async (uri) => {
      const params: DocumentRoleParams = { uri: uri.toString() };
      return (await request<DocumentRoleResult>(methods.documentRole, params)).role;
    },
    sourceText: (uri) =>
      request<SourceTextResult>(methods.sourceText, { uri: uri.toString() } satisfies SourceTextParams),
    original: (params) => request<OriginalResult>(methods.original, params),
    reindex: () => request<undefined>(methods.reindex),
    onHealth: (listener) => void client.then((started) => started.onNotification(methods.health, listener)),
    onDidChangeState: (listener) =>
      void client.then((started) =>
        started.onDidChangeState(() => {
          listener(started.needsStop() ? 'running' : 'stopped');
        }),
      ),
  };
}

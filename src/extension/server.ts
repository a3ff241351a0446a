import type { CancellationToken, Disposable, Uri } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  methods,
  type DocumentRole,
  type DocumentRoleParams,
  type DocumentRoleResult,
  type Health,
  type InsertionParams,
  type InsertionResult,
  type PassageRef,
  type SearchParams,
  type SearchResult,
  type SelectionParams,
  type SelectionResult,
  type SentencesResult,
} from '../protocol/index';

/** The server's requests, with their types. Each waits for the server's start, and rejects when there is no server. */
export interface Server {
  search(params: SearchParams, token: CancellationToken): Promise<SearchResult>;
  sentences(passage: PassageRef): Promise<SentencesResult>;
  insertion(params: InsertionParams): Promise<InsertionResult>;
  selection(params: SelectionParams): Promise<SelectionResult>;
  role(uri: Uri): Promise<DocumentRole>;
  reindex(): Promise<void>;
  /** For one listener: the client keeps only the last. */
  onHealth(listener: (health: Health) => void): Disposable;
}

export function createServer(client: LanguageClient): Server {
  return {
    search: (params, token) => client.sendRequest<SearchResult>(methods.search, params, token),
    sentences: ({ folder, key, n }) =>
      client.sendRequest<SentencesResult>(methods.sentences, { folder, key, n } satisfies PassageRef),
    insertion: (params) => client.sendRequest<InsertionResult>(methods.insertion, params),
    selection: (params) => client.sendRequest<SelectionResult>(methods.selection, params),
    role: async (uri) => {
      const params: DocumentRoleParams = { uri: uri.toString() };
      return (await client.sendRequest<DocumentRoleResult>(methods.documentRole, params)).role;
    },
    reindex: () => client.sendRequest<undefined>(methods.reindex),
    onHealth: (listener) => client.onNotification(methods.health, listener),
  };
}

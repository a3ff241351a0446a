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
  type PassageRef,
  type SearchParams,
  type SearchResult,
  type SelectionParams,
  type SelectionResult,
  type SentencesResult,
} from '../protocol/index';
import { evidenceMethods, type EvidencePackParams, type EvidencePackResult } from '../protocol/evidence';
import {
  reviewMethods,
  type DecideParams,
  type DecideResult,
  type ReviewParams,
  type ReviewResult,
} from '../protocol/review';

/** The server's requests, with their types. Each waits for the server's start, and rejects when there is no server. */
export interface Server {
  search(params: SearchParams, token: CancellationToken): Promise<SearchResult>;
  sentences(passage: PassageRef): Promise<SentencesResult>;
  insertion(params: InsertionParams): Promise<InsertionResult>;
  selection(params: SelectionParams): Promise<SelectionResult>;
  lock(params: LockParams): Promise<LockResult>;
  review(params: ReviewParams): Promise<ReviewResult>;
  decide(params: DecideParams): Promise<DecideResult>;
  evidencePack(params: EvidencePackParams): Promise<EvidencePackResult>;
  role(uri: Uri): Promise<DocumentRole>;
  reindex(): Promise<void>;
  /** For one listener: the client keeps only the last. */
  onReviewChanged(listener: (params: ReviewParams) => void): void;
  /** For one listener, too. */
  onHealth(listener: (health: Health) => void): void;
  onDidChangeState(listener: (state: 'running' | 'stopped') => void): void;
}

export function createServer(client: Promise<LanguageClient>): Server {
  const request = async <R>(method: string, params?: object, token?: CancellationToken) =>
    // A token that is there but undefined would be sent as a second parameter.
    token
      ? (await client).sendRequest<R>(method, params, token)
      : (await client).sendRequest<R>(method, params);
  return {
    search: (params, token) => request<SearchResult>(methods.search, params, token),
    sentences: ({ folder, key, n }) =>
      request<SentencesResult>(methods.sentences, { folder, key, n } satisfies PassageRef),
    insertion: (params) => request<InsertionResult>(methods.insertion, params),
    selection: (params) => request<SelectionResult>(methods.selection, params),
    lock: (params) => request<LockResult>(methods.lock, params),
    review: (params) => request<ReviewResult>(reviewMethods.review, params),
    decide: (params) => request<DecideResult>(reviewMethods.decide, params),
    evidencePack: (params) => request<EvidencePackResult>(evidenceMethods.evidencePack, params),
    role: async (uri) => {
      const params: DocumentRoleParams = { uri: uri.toString() };
      return (await request<DocumentRoleResult>(methods.documentRole, params)).role;
    },
    reindex: () => request<undefined>(methods.reindex),
    onReviewChanged: (listener) =>
      void client.then((started) => started.onNotification(reviewMethods.reviewChanged, listener)),
    onHealth: (listener) => void client.then((started) => started.onNotification(methods.health, listener)),
    onDidChangeState: (listener) =>
      void client.then((started) =>
        started.onDidChangeState(() => {
          listener(started.needsStop() ? 'running' : 'stopped');
        }),
      ),
  };
}

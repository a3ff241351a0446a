import type { CancellationToken, Uri } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  methods,
  type ActorGraphParams,
  type ActorGraphResult,
  type ActorMentionsParams,
  type ActorMentionsResult,
  type ActorsParams,
  type ActorsResult,
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
import type { DiscoveredName } from './actors-view/nodes';

/** The server's requests, with their types. Each waits for the server's start, and rejects when there is no server. */
export interface Server {
  search(params: SearchParams, token: CancellationToken): Promise<SearchResult>;
  sentences(passage: PassageRef): Promise<SentencesResult>;
  insertion(params: InsertionParams): Promise<InsertionResult>;
  selection(params: SelectionParams): Promise<SelectionResult>;
  lock(params: LockParams): Promise<LockResult>;
  actors(params: ActorsParams): Promise<ActorsResult>;
  actorMentions(params: ActorMentionsParams): Promise<ActorMentionsResult>;
  actorGraph(params: ActorGraphParams, token: CancellationToken): Promise<ActorGraphResult>;
  /** Rejects where the server looks for no names. */
  discoveredNames(params: { readonly folder: string; readonly limit: number }): Promise<{
    readonly names: readonly DiscoveredName[];
  }>;
  role(uri: Uri): Promise<DocumentRole>;
  reindex(): Promise<void>;
  /** For one listener: the client keeps only the last. */
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
    actors: (params) => request<ActorsResult>(methods.actors, params),
    actorMentions: (params) => request<ActorMentionsResult>(methods.actorMentions, params),
    actorGraph: (params, token) => request<ActorGraphResult>(methods.actorGraph, params, token),
    discoveredNames: (params) => request('sourcewright/discoveredNames', params),
    role: async (uri) => {
      const params: DocumentRoleParams = { uri: uri.toString() };
      return (await request<DocumentRoleResult>(methods.documentRole, params)).role;
    },
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

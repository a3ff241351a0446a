import type { CancellationToken, Uri } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  discoveryMethods,
  methods,
  type ActorRowsResult,
  type ActorsEdit,
  type AddActorParams,
  type AddAliasParams,
  type DiscoveredNamesParams,
  type DiscoveredNamesResult,
  type ActorGraphParams,
  type ActorGraphResult,
  type ActorMentionsParams,
  type ActorMentionsResult,
  type ActorsParams,
  type ActorsResult,
  type DocumentRole,
  type DocumentRoleParams,
  type DocumentRoleResult,
  type ExportActorsResult,
  type FileEdit,
  type Health,
  type IgnoreNameParams,
  type ImportActorsParams,
  type ImportActorsResult,
  type InsertionParams,
  type InsertionResult,
  type LockParams,
  type LockResult,
  type MergeActorsParams,
  type MergeActorsResult,
  type MergeCandidatesParams,
  type MergeCandidatesResult,
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
import {
  citedMethods,
  type CitationsParams,
  type CitationsResult,
  type CitedPassagesParams,
  type CitedPassagesResult,
  type SourcePassagesParams,
  type SourcePassagesResult,
  type SourcesParams,
  type SourcesResult,
} from '../protocol/cited';
import { evidenceMethods, type EvidencePackParams, type EvidencePackResult } from '../protocol/evidence';
import {
  referenceMethods,
  type BibliographyParams,
  type BibliographyResult,
  type ExportInputsParams,
  type ExportInputsResult,
  type FormattedReferenceParams,
  type FormattedReferenceResult,
  type ImportReferencesParams,
  type ImportReferencesResult,
  type PreviewParams,
  type PreviewResult,
  type RecordSourceParams,
  type SourceRecordsParams,
  type SourceRecordsResult,
} from '../protocol/references';
import {
  reviewMethods,
  type DecideParams,
  type DecideResult,
  type LeftReviewsParams,
  type LeftReviewsResult,
  type ReviewParams,
  type ReviewResult,
  type TakersParams,
  type TakersResult,
} from '../protocol/review';
import type { ServerProblem } from '../protocol/server-problem';
import { sharedMethods, type AddressParams, type AddressResult, type ShareParams } from '../protocol/shared';
import { notKeptText, worded } from './server-problem';

/** The server's requests, with their types. Each waits for the server's start, and rejects when there is no server. */
export interface Server {
  search(params: SearchParams, token: CancellationToken): Promise<SearchResult>;
  sentences(passage: PassageRef): Promise<SentencesResult>;
  insertion(params: InsertionParams): Promise<InsertionResult>;
  selection(params: SelectionParams): Promise<SelectionResult>;
  lock(params: LockParams): Promise<LockResult>;
  mergeCandidates(params: MergeCandidatesParams): Promise<MergeCandidatesResult>;
  mergeActors(params: MergeActorsParams): Promise<MergeActorsResult>;
  discoveredNames(params: DiscoveredNamesParams): Promise<DiscoveredNamesResult>;
  addActor(params: AddActorParams): Promise<ActorsEdit>;
  addAlias(params: AddAliasParams): Promise<ActorsEdit>;
  ignoreName(params: IgnoreNameParams): Promise<ActorsEdit>;
  actorRows(params: { readonly folder: string }): Promise<ActorRowsResult>;
  exportActors(params: { readonly folder: string }): Promise<ExportActorsResult>;
  importActors(params: ImportActorsParams): Promise<ImportActorsResult>;
  actors(params: ActorsParams): Promise<ActorsResult>;
  actorMentions(params: ActorMentionsParams): Promise<ActorMentionsResult>;
  actorGraph(params: ActorGraphParams, token: CancellationToken): Promise<ActorGraphResult>;
  citations(params: CitationsParams): Promise<CitationsResult>;
  sources(params: SourcesParams): Promise<SourcesResult>;
  sourcePassages(params: SourcePassagesParams): Promise<SourcePassagesResult>;
  citedPassages(params: CitedPassagesParams, token?: CancellationToken): Promise<CitedPassagesResult>;
  review(params: ReviewParams): Promise<ReviewResult>;
  decide(params: DecideParams): Promise<DecideResult>;
  leftReviews(params: LeftReviewsParams): Promise<LeftReviewsResult>;
  takers(params: TakersParams): Promise<TakersResult>;
  evidencePack(params: EvidencePackParams, token: CancellationToken): Promise<EvidencePackResult>;
  preview(params: PreviewParams): Promise<PreviewResult | null>;
  bibliography(params: BibliographyParams): Promise<BibliographyResult>;
  exportInputs(params: ExportInputsParams): Promise<ExportInputsResult>;
  formattedReference(params: FormattedReferenceParams): Promise<FormattedReferenceResult>;
  importReferences(params: ImportReferencesParams): Promise<ImportReferencesResult>;
  sourceRecords(params: SourceRecordsParams): Promise<SourceRecordsResult>;
  recordSource(params: RecordSourceParams): Promise<FileEdit>;
  share(params: ShareParams): Promise<void>;
  sharedAddress(params: AddressParams): Promise<AddressResult>;
  role(uri: Uri): Promise<DocumentRole>;
  sourceText(uri: Uri): Promise<SourceTextResult>;
  original(params: OriginalParams): Promise<OriginalResult>;
  stopIndexing(): Promise<void>;
  reindex(): Promise<void>;
  /** For one listener: the client keeps only the last. */
  onReviewChanged(listener: (params: ReviewParams) => void): void;
  /** For one listener, too. */
  onHealth(listener: (health: Health) => void): void;
  onDidChangeState(listener: (state: 'running' | 'stopped') => void): void;
  /** The server runs, for the first time or anew: it knows nothing of what another one was told. */
  onDidStart(listener: () => void): void;
}

/** As the server gives it: why there is none, as a code. */
interface Answer {
  readonly problem?: ServerProblem;
}
type ReviewAnswer = ReviewResult<ServerProblem>;
type DecideAnswer = DecideResult<ServerProblem>;
type EvidenceAnswer = EvidencePackResult<ServerProblem>;
type BibliographyAnswer = BibliographyResult<ServerProblem>;
type ExportInputsAnswer = ExportInputsResult<ServerProblem>;
type FormattedAnswer = FormattedReferenceResult<ServerProblem>;

/** `State.Running` of the client's library, which is loaded only later. */
const RUNNING = 2;

export function createServer(client: Promise<LanguageClient>): Server {
  const request = async <R>(method: string, params?: object, token?: CancellationToken) =>
    // A token that is there but undefined would be sent as a second parameter.
    token
      ? (await client).sendRequest<R>(method, params, token)
      : (await client).sendRequest<R>(method, params);
  const answered = async <A extends Answer>(method: string, params: object, token?: CancellationToken) =>
    worded(await request<A>(method, params, token));
  return {
    search: (params, token) => request<SearchResult>(methods.search, params, token),
    sentences: ({ folder, key, n }) =>
      request<SentencesResult>(methods.sentences, { folder, key, n } satisfies PassageRef),
    insertion: (params) => request<InsertionResult>(methods.insertion, params),
    selection: (params) => request<SelectionResult>(methods.selection, params),
    lock: (params) => request<LockResult>(methods.lock, params),
    mergeCandidates: (params) => request<MergeCandidatesResult>(methods.mergeCandidates, params),
    mergeActors: (params) => request<MergeActorsResult>(methods.mergeActors, params),
    discoveredNames: (params) => request<DiscoveredNamesResult>(discoveryMethods.discoveredNames, params),
    addActor: (params) => request<ActorsEdit>(discoveryMethods.addActor, params),
    addAlias: (params) => request<ActorsEdit>(discoveryMethods.addAlias, params),
    ignoreName: (params) => request<ActorsEdit>(discoveryMethods.ignoreName, params),
    actorRows: (params) => request<ActorRowsResult>(discoveryMethods.actorRows, params),
    exportActors: (params) => request<ExportActorsResult>(discoveryMethods.exportActors, params),
    importActors: (params) => request<ImportActorsResult>(discoveryMethods.importActors, params),
    actors: (params) => request<ActorsResult>(methods.actors, params),
    actorMentions: (params) => request<ActorMentionsResult>(methods.actorMentions, params),
    actorGraph: (params, token) => request<ActorGraphResult>(methods.actorGraph, params, token),
    citations: (params) => request<CitationsResult>(citedMethods.citations, params),
    sources: (params) => request<SourcesResult>(citedMethods.sources, params),
    sourcePassages: (params) => request<SourcePassagesResult>(citedMethods.sourcePassages, params),
    citedPassages: (params, token) => request<CitedPassagesResult>(citedMethods.citedPassages, params, token),
    review: (params) => answered<ReviewAnswer>(reviewMethods.review, params),
    decide: async (params) => worded(await request<DecideAnswer>(reviewMethods.decide, params), notKeptText),
    leftReviews: (params) => request<LeftReviewsResult>(reviewMethods.leftReviews, params),
    takers: (params) => request<TakersResult>(reviewMethods.takers, params),
    evidencePack: (params, token) => answered<EvidenceAnswer>(evidenceMethods.evidencePack, params, token),
    preview: (params) => request<PreviewResult | null>(referenceMethods.preview, params),
    bibliography: (params) => answered<BibliographyAnswer>(referenceMethods.bibliography, params),
    exportInputs: (params) => answered<ExportInputsAnswer>(referenceMethods.exportInputs, params),
    formattedReference: (params) => answered<FormattedAnswer>(referenceMethods.formattedReference, params),
    importReferences: (params) => request<ImportReferencesResult>(referenceMethods.importReferences, params),
    sourceRecords: (params) => request<SourceRecordsResult>(referenceMethods.sourceRecords, params),
    recordSource: (params) => request<FileEdit>(referenceMethods.recordSource, params),
    share: (params) => request<undefined>(sharedMethods.share, params),
    sharedAddress: (params) => request<AddressResult>(sharedMethods.address, params),
    role: async (uri) => {
      const params: DocumentRoleParams = { uri: uri.toString() };
      return (await request<DocumentRoleResult>(methods.documentRole, params)).role;
    },
    sourceText: (uri) =>
      request<SourceTextResult>(methods.sourceText, { uri: uri.toString() } satisfies SourceTextParams),
    original: (params) => request<OriginalResult>(methods.original, params),
    stopIndexing: () => request<undefined>(methods.stopIndexing),
    reindex: () => request<undefined>(methods.reindex),
    onReviewChanged: (listener) =>
      void client.then((started) => started.onNotification(reviewMethods.reviewChanged, listener)),
    onHealth: (listener) => void client.then((started) => started.onNotification(methods.health, listener)),
    onDidStart: (listener) =>
      void client.then((started) =>
        started.onDidChangeState(({ newState }) => {
          if ((newState as number) === RUNNING) listener();
        }),
      ),
    onDidChangeState: (listener) =>
      void client.then((started) =>
        started.onDidChangeState(() => {
          listener(started.needsStop() ? 'running' : 'stopped');
        }),
      ),
  };
}

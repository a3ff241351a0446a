import * as nodePath from 'node:path';
import {
  CodeLensRefreshRequest,
  createConnection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  ProposedFeatures,
  TextDocuments,
  TextDocumentSyncKind,
  type Disposable,
  type WorkspaceFolder,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  discoveryMethods,
  methods,
  serverCommands,
  type AcknowledgeParams,
  type DocumentRoleParams,
  type DocumentRoleResult,
  type Health,
  type InitializationOptions,
  type OriginalParams,
  type SourceTextParams,
} from '../protocol';
import { citedMethods } from '../protocol/cited';
import { evidenceMethods } from '../protocol/evidence';
import { referenceMethods } from '../protocol/references';
import { reviewMethods } from '../protocol/review';
import { sharedMethods } from '../protocol/shared';
import { DEFAULT_STYLE, type StyleChoice } from '../ingest/citation-styles';
import { LOCK_FILE } from '../ingest/lock-file';
import { OWN_FOLDER, REVIEWS_FOLDER } from '../ingest/review-file';
import { ACTORS_FILE, RECORDS_FILE, type IngestSettings } from '../ingest/settings';
import { staysInside } from '../ingest/source-files';
import { settingsFrom } from '../ingest/workspace-settings';
import type { LensMode } from '../language/code-lens';
import { ActorRequests } from './actor-requests';
import { ActorViewRequests } from './actor-view-requests';
import { CitationIndex } from './citation-index';
import { CiteRequests } from './cite-requests';
import { CitedRequests } from './cited-requests';
import { LeftReviewRequests } from './left-reviews';
import { DiagnosticsPublisher } from './diagnostics';
import { DiscoveryRequests } from './discovery-requests';
import { Drafts } from './drafts';
import { DraftReader } from './folder-drafts';
import { EvidenceRequests } from './evidence-requests';
import { FixRequests } from './fix-requests';
import type { DiscoveryClient } from './folder-discovery';
import { FolderSettings } from './folder-settings';
import { LanguageRequests } from './language-requests';
import { LockRequests } from './lock-requests';
import { describeNoDisk } from './no-disk';
import { RecordRequests } from './record-requests';
import { ReferenceRequests } from './reference-requests';
import { ReferencesClient } from './references-client';
import { ReviewFiles } from './review-files';
import { ReviewRequests } from './review-requests';
import { SharedRequests } from './shared-requests';
import { SourceViewRequests } from './source-view-requests';
import { throttle } from './throttle';
import { FIX_ALL, isWanted, QUICK_FIX } from './to-lsp';
import { original, sourceText } from './source-text-requests';
import { fileUri, isSourceTextUri } from './uris';
import { RegistryRequests } from './registry-requests';
import { warn } from './warn';
import { WorkerClient } from './worker-client';
import type { IndexLost, WorkerData } from './worker-messages';
import { healthOf, Workspace } from './workspace';

/** The health state is told at most so often; in milliseconds. */
const HEALTH_PAUSE = 150;

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
const reviewFiles = new ReviewFiles((folder, draft, review) => {
  const uri = fileUri(folder.root, draft);
  publisher.reviewRead(folder, review);
  publisher.draftChanged(uri);
  void connection.sendNotification(reviewMethods.reviewChanged, { draft: uri });
});
const drafts = new Drafts(reviewFiles);
let cache: string | undefined;
const worker = new WorkerClient(
  nodePath.join(__dirname, 'index-worker.js'),
  (error) => {
    connection.console.error(`The indexing thread ended and is started anew: ${error.message}`);
    for (const folder of workspace.all) void folder.recover();
  },
  () => ({ cache }) satisfies WorkerData,
);
const workspace = new Workspace(worker, {
  changed: () => {
    tellHealth();
    refresh();
  },
  failed: tellFailure,
  notOnDisk: (folder, why, asked) => {
    const message = describeNoDisk(folder, why);
    if (asked) warn(connection, message);
    else connection.console.info(message);
  },
});
worker.noticed = (notice) => {
  const { folder: uri, detail } = notice as IndexLost;
  const folder = workspace.folder(uri);
  connection.console.error(
    `The search index of ${folder?.name ?? uri} failed on disk and is made anew: ${detail}`,
  );
  void folder?.recover();
};
const publisher = new DiagnosticsPublisher(connection, documents, drafts, workspace);
const cite = new CiteRequests(workspace, documents);
const actorViews = new ActorViewRequests(workspace);
const language = new LanguageRequests(workspace, documents, drafts);
const fixes = new FixRequests(workspace, documents, drafts);
const discoverer: DiscoveryClient = new WorkerClient(
  nodePath.join(__dirname, 'discovery-worker.js'),
  (error) => {
    connection.console.error(`The thread that looks for names ended: ${error.message}`);
  },
);
const discovery = new DiscoveryRequests(workspace, documents, discoverer);
const locks = new LockRequests(workspace, documents, drafts);
const reviews = new ReviewRequests(workspace, documents, drafts, reviewFiles);
const reader = new DraftReader(workspace, documents, drafts);
const citations = new CitationIndex(documents, drafts, reader);
const evidence = new EvidenceRequests(workspace, citations);
const cited = new CitedRequests(workspace, citations);
const leftReviews = new LeftReviewRequests(workspace, citations);
const sourceViews = new SourceViewRequests(workspace, citations);
const actors = new ActorRequests(workspace, documents, drafts, reader, citations);
const registry = new RegistryRequests(connection, workspace, documents, drafts, reader, actors);
const printer = new ReferencesClient(nodePath.join(__dirname, 'references-worker.js'));
const references = new ReferenceRequests(workspace, documents, drafts, {
  choice: referenceStyle,
  printer,
  styles: nodePath.join(__dirname, 'citation-styles'),
});

const shared = new SharedRequests(workspace);
const records = new RecordRequests(workspace, documents, drafts, printer);

const folderSettings = new FolderSettings({
  folder: (uri) => workspace.folder(uri),
  read: readSettings,
  watch,
  failed: (error) => {
    tellFailure('taking the settings', error);
  },
});

function tellFailure(what: string, error: unknown): void {
  connection.console.error(
    `${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
}

const tellHealth = throttle(HEALTH_PAUSE, () => {
  const health: Health = { folders: workspace.all.map(healthOf) };
  void connection.sendNotification(methods.health, health);
});
const refresh = throttle(HEALTH_PAUSE, () => {
  for (const folder of workspace.all) publisher.folderChanged(folder);
  refreshLenses();
});

let initialFolders: readonly WorkspaceFolder[] = [];
let can = { configuration: false, folders: false, watch: false, lenses: false };

connection.onInitialize(({ capabilities, workspaceFolders, initializationOptions }) => {
  const given = initializationOptions as InitializationOptions | undefined;
  cache = given?.cache;
  shared.copies = given?.shared;
  initialFolders = workspaceFolders ?? [];
  can = {
    configuration: capabilities.workspace?.configuration === true,
    folders: capabilities.workspace?.workspaceFolders === true,
    watch: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    lenses: capabilities.workspace?.codeLens?.refreshSupport === true,
  };
  fixes.negotiate(capabilities);
  registry.negotiate(capabilities);
  return {
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      workspaceSymbolProvider: true,
      renameProvider: { prepareProvider: true },
      codeActionProvider: { codeActionKinds: [QUICK_FIX, FIX_ALL], resolveProvider: true },
      codeLensProvider: {},
      executeCommandProvider: { commands: Object.values(serverCommands) },
      completionProvider: { triggerCharacters: ['@', ' '] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
});

connection.onInitialized(() => {
  if (can.configuration)
    void connection.client.register(DidChangeConfigurationNotification.type, { section: 'sourcewright' });
  if (can.folders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) void removeFolder(uri);
      for (const folder of added) void addFolder(folder);
    });
  }
  for (const folder of initialFolders) void addFolder(folder);
  tellHealth();
});

/** Asks the editor to ask again: nothing in its own text has changed. */
function refreshLenses(): void {
  if (can.lenses) void connection.sendRequest(CodeLensRefreshRequest.type);
}

/** Which verdicts stand above block quotes; the default where a client has no settings. */
async function lensMode(uri: string): Promise<LensMode> {
  const item = { scopeUri: uri, section: 'sourcewright.codeLens' };
  const value: unknown = can.configuration ? await connection.workspace.getConfiguration(item) : undefined;
  return value === 'all' || value === 'off' ? value : 'problems';
}

/** How references are to be printed; the defaults where a client has no settings. */
async function referenceStyle(uri: string): Promise<StyleChoice> {
  const item = { scopeUri: uri, section: 'sourcewright' };
  const value: unknown = can.configuration ? await connection.workspace.getConfiguration(item) : undefined;
  const { citationStyle: style, citationLocale: locale } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return {
    style: typeof style === 'string' && style !== '' ? style : DEFAULT_STYLE,
    locale: typeof locale === 'string' ? locale : '',
  };
}

async function addFolder({ uri, name }: WorkspaceFolder): Promise<void> {
  const folder = workspace.add(uri, name);
  if (!folder) return;
  for (const document of documents.all()) openText(document);
  shared.opened(uri);
  await folderSettings.configure(uri);
}

async function removeFolder(uri: string): Promise<void> {
  folderSettings.removed(uri);
  const removal = Promise.all([discovery.leave(uri), workspace.remove(uri)]);
  publisher.folderRemoved(uri);
  tellHealth();
  await removal.catch((error: unknown) => {
    tellFailure('closing a folder', error);
  });
}

async function readSettings(uri: string): Promise<IngestSettings> {
  const values = can.configuration
    ? ((await connection.workspace.getConfiguration({ scopeUri: uri, section: 'sourcewright' })) as Record<
        string,
        unknown
      > | null)
    : null;
  return settingsFrom(
    Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [`sourcewright.${name}`, value])),
  );
}

async function watch(uri: string, globs: readonly string[]): Promise<Disposable | undefined> {
  if (!can.watch) return undefined;
  const own = [RECORDS_FILE, ACTORS_FILE, OWN_FOLDER, LOCK_FILE, REVIEWS_FOLDER, `${REVIEWS_FOLDER}/**`];
  const patterns = [...new Set([...globs.filter(staysInside), ...own])];
  return connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: patterns.map((pattern) => ({ globPattern: { baseUri: uri, pattern } })),
  });
}

connection.onDidChangeConfiguration(() => {
  for (const { uri } of workspace.all) void folderSettings.configure(uri);
  refreshLenses();
});

const KINDS = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
} as const;

connection.onDidChangeWatchedFiles(({ changes }) => {
  for (const { uri, type } of changes) {
    const located = workspace.locate(uri);
    if (!located || reviewFiles.fileChanged(located.folder, located.path)) continue;
    if (located.path === OWN_FOLDER) located.folder.fileChanged(LOCK_FILE, KINDS[type]);
    else located.folder.fileChanged(located.path, KINDS[type]);
  }
});

function openText(document: TextDocument): void {
  if (isSourceTextUri(document.uri)) return;
  const located = workspace.locate(document.uri);
  located?.folder.textOpened(located.path, document.getText());
}

documents.onDidChangeContent(({ document }) => {
  openText(document);
  publisher.draftChanged(document.uri);
});

documents.onDidClose(({ document: { uri } }) => {
  const located = isSourceTextUri(uri) ? undefined : workspace.locate(uri);
  located?.folder.textClosed(located.path);
  drafts.forget(uri);
  fixes.forget(uri);
  publisher.draftClosed(uri);
});

connection.onHover(async ({ textDocument, position }) => {
  const reference = await references.hover(textDocument.uri, position);
  return language.hover(textDocument.uri, position, reference);
});
connection.onCompletion(({ textDocument, position }) => language.completion(textDocument.uri, position));
connection.onDefinition(({ textDocument, position }) => language.definition(textDocument.uri, position));
connection.onReferences((params, token) => actors.references(params, token));
connection.onDocumentHighlight(({ textDocument, position }) => actors.highlights(textDocument.uri, position));
connection.onWorkspaceSymbol(({ query }) => actors.symbols(query));
connection.onPrepareRename(({ textDocument, position }) =>
  registry.prepareRename(textDocument.uri, position),
);
connection.onRenameRequest((params) => registry.rename(params));
connection.onRequest(methods.mergeCandidates, registry.mergeCandidates.bind(registry));
connection.onRequest(methods.mergeActors, registry.merge.bind(registry));
connection.onRequest(methods.search, cite.search.bind(cite));
connection.onRequest(methods.sentences, cite.sentences.bind(cite));
connection.onRequest(methods.insertion, cite.insertion.bind(cite));
connection.onRequest(methods.selection, cite.selection.bind(cite));
connection.onRequest(citedMethods.citations, cited.citations.bind(cited));
connection.onRequest(citedMethods.citedPassages, cited.citedPassages.bind(cited));
connection.onRequest(citedMethods.sources, sourceViews.sources.bind(sourceViews));
connection.onRequest(citedMethods.sourcePassages, sourceViews.passages.bind(sourceViews));
connection.onRequest(methods.actors, actorViews.actors.bind(actorViews));
connection.onRequest(methods.actorMentions, actorViews.mentions.bind(actorViews));
connection.onRequest(methods.actorGraph, actorViews.graph.bind(actorViews));
connection.onRequest(referenceMethods.preview, references.preview.bind(references));
connection.onRequest(referenceMethods.bibliography, references.bibliography.bind(references));
connection.onRequest(referenceMethods.exportInputs, references.exportInputs.bind(references));
connection.onRequest(referenceMethods.formattedReference, references.formatted.bind(references));
connection.onRequest(referenceMethods.importReferences, records.importReferences.bind(records));
connection.onRequest(referenceMethods.sourceRecords, records.sourceRecords.bind(records));
connection.onRequest(referenceMethods.recordSource, records.recordSource.bind(records));
connection.onRequest(sharedMethods.share, shared.share.bind(shared));
connection.onRequest(sharedMethods.address, shared.address.bind(shared));
connection.onRequest(methods.lock, locks.lock.bind(locks));
connection.onRequest(reviewMethods.review, reviews.review.bind(reviews));
connection.onRequest(evidenceMethods.evidencePack, evidence.evidencePack.bind(evidence));
connection.onRequest(reviewMethods.decide, reviews.decide.bind(reviews));
connection.onRequest(reviewMethods.leftReviews, leftReviews.leftReviews.bind(leftReviews));
connection.onRequest(reviewMethods.takers, leftReviews.takers.bind(leftReviews));
connection.onRequest(discoveryMethods.discoveredNames, discovery.discoveredNames.bind(discovery));
connection.onRequest(discoveryMethods.addActor, discovery.addActor.bind(discovery));
connection.onRequest(discoveryMethods.addAlias, discovery.addAlias.bind(discovery));
connection.onRequest(discoveryMethods.ignoreName, discovery.ignoreName.bind(discovery));
connection.onRequest(discoveryMethods.actorRows, discovery.actorRows.bind(discovery));
connection.onRequest(discoveryMethods.exportActors, discovery.exportActors.bind(discovery));
connection.onRequest(discoveryMethods.importActors, discovery.importActors.bind(discovery));
connection.onCodeAction((params) => {
  const { textDocument, context } = params;
  const risks = isWanted(QUICK_FIX, context.only)
    ? locks.codeActions(textDocument.uri, context.diagnostics)
    : [];
  return [...fixes.codeActions(params), ...risks];
});
connection.onCodeActionResolve((action) => fixes.resolve(action));
connection.onCodeLens(async ({ textDocument: { uri } }) => fixes.codeLenses(uri, await lensMode(uri)));
connection.onExecuteCommand(async ({ command, arguments: [params] = [] }) => {
  if (command !== serverCommands.acknowledgeRisk) return;
  const problem = await locks.acknowledge(params as AcknowledgeParams);
  if (problem !== undefined) warn(connection, problem);
});
connection.onRequest(methods.documentRole, ({ uri }: DocumentRoleParams): DocumentRoleResult => ({
  role: workspace.role(uri, documents.get(uri)?.languageId),
}));
connection.onRequest(methods.sourceText, ({ uri }: SourceTextParams) => sourceText(workspace, uri));
connection.onRequest(methods.original, (params: OriginalParams) => original(workspace, params));
connection.onRequest(methods.stopIndexing, () => {
  for (const folder of workspace.all) folder.halt();
  return null;
});
connection.onRequest(methods.reindex, () =>
  Promise.all(
    workspace.all.map((folder) => {
      folder.shared?.update();
      return folder.reindex();
    }),
  ).then(() => null),
);
connection.onShutdown(async () => {
  for (const folder of workspace.all) {
    folder.stop();
    folder.shared?.dispose();
  }
  await Promise.all([worker.stop(), discoverer.stop(), printer.stop()]);
});

documents.listen(connection);
connection.listen();

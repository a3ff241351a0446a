import { spawn, type ChildProcess } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type CompletionList,
  type Diagnostic,
  type Hover,
  type Location,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type WorkspaceEditClientCapabilities,
} from 'vscode-languageserver/node';
import { methods, type Health } from '../../src/protocol';
import { eventually } from './eventually';
import { repositoryRoot } from './root';

/**
 * The bundled language server as an editor runs it, over real standard input and output, on a folder on disk.
 *
 *     const server = await startServer(folder);
 *     await server.ready();
 *     await server.open('drafts/a.md');
 *     await server.problems('drafts/a.md', (all) => all.length === 1);
 *     await server.stop();
 */
export class ServerUnderTest {
  readonly diagnostics = new Map<string, Diagnostic[]>();
  health: Health = { folders: [] };
  readonly log: string[] = [];
  /** What the server told a person. */
  readonly told: string[] = [];
  private versions = new Map<string, number>();

  constructor(
    readonly folder: string,
    readonly connection: ProtocolConnection,
    private readonly process: ChildProcess,
    /** Of every folder, by their names behind `sourcewright.`. */
    public settings: Readonly<Record<string, unknown>> = {},
  ) {
    connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: PublishDiagnosticsParams) => {
        this.diagnostics.set(uri, diagnostics);
      },
    );
    connection.onNotification(methods.health, (health: Health) => {
      this.health = health;
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.log.push(message);
    });
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.told.push(message);
    });
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('client/unregisterCapability', () => null);
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
  }

  uri(file: string): string {
    return pathToFileURL(path.join(this.folder, file)).toString();
  }

  /** Waits until every source of the folder is indexed. */
  async ready(): Promise<Health> {
    return eventually(
      () => this.health,
      ({ folders }) => folders.length > 0 && folders.every(({ phase }) => phase === 'ready'),
    );
  }

  /** Opens a file in the editor, with its text on disk or another one. */
  async open(
    file: string,
    text = fs.readFileSync(path.join(this.folder, file), 'utf8'),
    languageId = 'markdown',
  ): Promise<void> {
    this.versions.set(file, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri(file), languageId, version: 1, text },
    });
  }

  /** Types: the document has this text now. */
  async edit(file: string, text: string): Promise<number> {
    const version = (this.versions.get(file) ?? 1) + 1;
    this.versions.set(file, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(file), version },
      contentChanges: [{ text }],
    });
    return version;
  }

  async close(file: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: this.uri(file) },
    });
  }

  /** Writes (or with undefined deletes) a file and tells the server, as the editor's watcher does. */
  async changeOnDisk(file: string, text: string | undefined): Promise<void> {
    const absolute = path.join(this.folder, file);
    const existed = fs.existsSync(absolute);
    if (text === undefined) {
      fs.rmSync(absolute, { recursive: true });
    } else {
      fs.mkdirSync(path.dirname(absolute), { recursive: true });
      fs.writeFileSync(absolute, text);
    }
    await this.tellChanged(file, text === undefined ? 'deleted' : existed ? 'changed' : 'created');
  }

  /** What the editor's watcher says of a file or folder. */
  async tellChanged(file: string, how: 'created' | 'changed' | 'deleted'): Promise<void> {
    const type = { created: 1, changed: 2, deleted: 3 }[how];
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: this.uri(file), type }],
    });
  }

  /** The problems of a file, once they are as wanted. */
  async problems(file: string, wanted: (codes: unknown[]) => boolean): Promise<Diagnostic[]> {
    await eventually(
      () => (this.diagnostics.get(this.uri(file)) ?? [{ code: 'nothing published' }]).map(({ code }) => code),
      wanted,
    );
    return this.diagnostics.get(this.uri(file)) ?? [];
  }

  hover(file: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: this.uri(file) },
      position,
    });
  }

  completion(file: string, position: Position): Promise<CompletionList> {
    return this.connection.sendRequest('textDocument/completion', {
      textDocument: { uri: this.uri(file) },
      position,
    });
  }

  definition(file: string, position: Position): Promise<Location[]> {
    return this.connection.sendRequest('textDocument/definition', {
      textDocument: { uri: this.uri(file) },
      position,
    });
  }

  request<Result>(method: string, params: object): Promise<Result> {
    return this.connection.sendRequest(method, params);
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
    this.process.kill();
  }
}

/** Starts the server on folders; their URIs are the workspace. */
export const startServer = (...folders: string[]): Promise<ServerUnderTest> => startServerFor({}, ...folders);

/** The same for a client that can more with edits of the workspace. */
export const startServerFor = (
  workspaceEdit: WorkspaceEditClientCapabilities,
  ...folders: string[]
): Promise<ServerUnderTest> => startServerWith({ workspaceEdit }, ...folders);

interface ServerOptions {
  readonly workspaceEdit?: WorkspaceEditClientCapabilities;
  /** Where the editor keeps what readers made. */
  readonly cache?: string;
  /** Where it keeps what was cited of shared corpora. */
  readonly shared?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** For Node, in front of the server's own. */
  readonly nodeOptions?: readonly string[];
}

export async function startServerWith(
  { workspaceEdit = {}, cache, shared, settings = {}, nodeOptions = [] }: ServerOptions,
  ...folders: string[]
): Promise<ServerUnderTest> {
  const child = spawn(
    process.execPath,
    [...nodeOptions, path.join(repositoryRoot, 'dist/server.js'), '--stdio'],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const connection = createProtocolConnection(child.stdout, child.stdin);
  const server = new ServerUnderTest(folders[0] ?? '', connection, child, settings);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: {
        workspaceEdit,
        workspaceFolders: true,
        configuration: true,
        didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
      },
    },
    initializationOptions: { ...(cache !== undefined && { cache }), ...(shared !== undefined && { shared }) },
    workspaceFolders: folders.map((folder) => ({
      uri: pathToFileURL(folder).toString(),
      name: path.basename(folder),
    })),
  });
  await connection.sendNotification('initialized', {});
  return server;
}

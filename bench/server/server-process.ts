import { spawn, type ChildProcess } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, type Position, type ProtocolConnection } from 'vscode-languageserver/node';
import { methods, type Health, type SearchResult } from '../../src/protocol';
import { repositoryRoot } from '../repository-root';

/** The bundled language server on a folder, over standard input and output as an editor runs it. */
export class ServerProcess {
  health: Health = { folders: [] };

  private constructor(
    private readonly folder: string,
    private readonly connection: ProtocolConnection,
    private readonly process: ChildProcess,
  ) {
    connection.onNotification(methods.health, (health: Health) => {
      this.health = health;
    });
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
  }

  /** `settings`: the folder's, by their names behind `sourcewright.`. */
  static async start(
    folder: string,
    cache: string,
    settings: Readonly<Record<string, unknown>>,
  ): Promise<ServerProcess> {
    const program = path.join(repositoryRoot, 'dist', 'server.js');
    // As the extension starts it.
    const child = spawn(process.execPath, ['--max-semi-space-size=4', program, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const server = new ServerProcess(folder, createProtocolConnection(child.stdout, child.stdin), child);
    server.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => settings),
    );
    const uri = pathToFileURL(folder).toString();
    await server.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { workspace: { workspaceFolders: true, configuration: true } },
      initializationOptions: { cache },
      workspaceFolders: [{ uri, name: 'bench' }],
    });
    await server.connection.sendNotification('initialized', {});
    return server;
  }

  get isReady(): boolean {
    return this.health.folders[0]?.phase === 'ready';
  }

  /** What the process holds, in MB; undefined on a system that does not say. */
  get memory(): number | undefined {
    try {
      const status = fs.readFileSync(`/proc/${this.process.pid ?? 0}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1000;
    } catch {
      return undefined;
    }
  }

  async open(file: string, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { ...this.document(file), languageId: 'markdown', version: 1, text },
    });
  }

  hover(file: string, position: Position): Promise<unknown> {
    return this.connection.sendRequest('textDocument/hover', { textDocument: this.document(file), position });
  }

  completion(file: string, position: Position): Promise<unknown> {
    const params = { textDocument: this.document(file), position };
    return this.connection.sendRequest('textDocument/completion', params);
  }

  search(file: string, query: string): Promise<SearchResult> {
    const params = { draft: this.document(file).uri, query, limit: 10 };
    return this.connection.sendRequest(methods.search, params);
  }

  async changed(file: string): Promise<void> {
    const changes = [{ uri: this.document(file).uri, type: 2 }];
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
    this.process.kill();
  }

  private document(file: string): { readonly uri: string } {
    return { uri: pathToFileURL(path.join(this.folder, file)).toString() };
  }
}

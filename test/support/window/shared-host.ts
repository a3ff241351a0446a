import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { repositoryRoot } from '../root';
import { loadHost, type VSCodeHost } from './vscode-host';

type Server = Awaited<ReturnType<VSCodeHost['startServer']>>;
type PageOptions = Parameters<VSCodeHost['openWorkbenchPage']>[2];

/**
 * The extension loaded from a folder (scripts/tooling/development-copy.mjs), the same in Restricted Mode, or the packaged
 * one, installed.
 */
export type ExtensionForm = 'development' | 'restricted' | 'installed';

const DEVELOPMENT_COPY = path.join(repositoryRoot, 'dist', 'development');

/** One browser and one server for each form of the extension, started when first asked for. */
export class SharedHost {
  #browser: Promise<Browser> | undefined;
  readonly #servers = new Map<ExtensionForm, Promise<Server>>();
  readonly #started: Server[] = [];
  readonly #stateDirs: string[] = [];

  async open(form: ExtensionForm, options: PageOptions): Promise<Page> {
    const host = await loadHost();
    const browser = (this.#browser ??= host.launchBrowser());
    const server = this.#servers.get(form) ?? this.#start(host, form);
    this.#servers.set(form, server);
    const development = form !== 'installed' ? { extensionDevelopmentPath: [DEVELOPMENT_COPY] } : {};
    return host.openWorkbenchPage(await browser, await server, { ...options, ...development });
  }

  /** The last lines that the extension wrote to its output channel, in the window that wrote last. */
  log(): string[] {
    const logs = this.#stateDirs
      .map((dir) => path.join(dir, 'user-data', 'logs'))
      .filter((dir) => existsSync(dir));
    const files = logs.flatMap((dir) =>
      readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((file) => path.join(dir, file)),
    );
    const time = (file: string) => statSync(file).mtimeMs;
    const newest = files
      .filter((file) => path.basename(file) === 'Sourcewright.log')
      .sort((a, b) => time(b) - time(a))[0];
    if (newest === undefined) return [];
    const lines = readFileSync(newest, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    return lines.slice(-15).map((line) => line.slice(0, 200));
  }

  /** For a process that ends: nothing is waited for. The browser ends by itself with who launched it. */
  kill(): void {
    for (const server of this.#started) server.kill();
    for (const dir of this.#stateDirs) rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  }

  async #start(host: VSCodeHost, form: ExtensionForm): Promise<Server> {
    const stateDir = host.tempDir('sourcewright-page-');
    this.#stateDirs.push(stateDir);
    const dirs = {
      userDataDir: path.join(stateDir, 'user-data'),
      extensionsDir: path.join(stateDir, 'extensions'),
    };
    if (form === 'installed') host.installExtension(vsix(), dirs);
    // Without the driver (VS Code's test hooks) a window is what a person gets, but takes no development extension.
    const server = await host.startServer({
      stateDir,
      ...dirs,
      driver: form !== 'installed',
      trust: form === 'restricted',
      reconnectSeconds: 5, // the extension host of a closed window ends soon
    });
    this.#started.push(server);
    return server;
  }
}

function vsix(): string {
  const file = path.join(repositoryRoot, 'dist', 'sourcewright.vsix');
  if (!existsSync(file)) throw new Error('There is no package to install: npm run package');
  return file;
}

import { CancellationTokenSource, commands, l10n, type Uri, type WebviewPanel } from 'vscode';
import type { FromGraphPage, GraphChoice, ToGraphPage } from '../../protocol/actor-graph-page';
import type { ActorGraphResult, ActorMentionsResult, DatedChoice } from '../../protocol/index';
import type { HealthWatch } from '../health-watch';
import type { Server } from '../server';
import { pageHtml } from '../page-html';
import { pageTexts } from './page-texts';
import { readMessage } from './read-message';

/** What changes while sources are read is drawn anew so often at most; in milliseconds. */
const PAUSE = 1000;

/** One web view: answers what its page asks, and draws it anew when sources or registry change. */
export class GraphPanel {
  readonly #panel: WebviewPanel;
  readonly #server: Server;
  #choice: GraphChoice;
  #dated: DatedChoice | undefined;
  /** Files that the page was told of: it can open no other. */
  readonly #sources = new Set<string>();
  #asking: CancellationTokenSource | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(panel: WebviewPanel, choice: GraphChoice, extension: Uri, server: Server, health: HealthWatch) {
    this.#panel = panel;
    this.#choice = choice;
    this.#server = server;
    const changes = health.onDidChange(() => {
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        if (panel.visible) void this.#sendGraph();
      }, PAUSE);
    });
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const read = readMessage(message);
      if (read) void this.#receive(read);
    });
    panel.onDidDispose(() => {
      changes.dispose();
      clearTimeout(this.#timer);
      this.#asking?.cancel();
    });
    panel.webview.html = pageHtml(panel.webview, extension, {
      name: 'actor-graph',
      title: l10n.t('Actor Graph'),
      root: 'main',
    });
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  async #receive(message: FromGraphPage): Promise<void> {
    switch (message.type) {
      case 'graph':
        // The folder is the panel's own: a page that is shown again has it from before.
        this.#choice = { ...message.choice, folder: this.#choice.folder };
        this.#dated = message.dated;
        await this.#sendGraph();
        return;
      case 'passages': {
        const { actors, source } = message;
        const asked = { folder: this.#choice.folder, actors, ...(source === undefined ? {} : { source }) };
        const found = await this.#server.actorMentions(asked).catch(() => undefined);
        this.#know(found);
        this.#send({ type: 'passages', actors, sources: found?.sources ?? [] });
        return;
      }
      case 'open':
        if (!this.#sources.has(message.uri)) return;
        await commands.executeCommand('sourcewright.openPassage', { uri: message.uri, range: message.range });
    }
  }

  async #sendGraph(): Promise<void> {
    this.#asking?.cancel();
    const asking = (this.#asking = new CancellationTokenSource());
    const choice = this.#choice;
    const asked = { ...choice, ...(this.#dated ? { dated: this.#dated } : {}) };
    const graph = await this.#server.actorGraph(asked, asking.token).catch(() => undefined);
    if (asking.token.isCancellationRequested) return;
    if (!graph) {
      const message = l10n.t(
        'The Sourcewright server does not answer. The log says why: Sourcewright: Show Log.',
      );
      this.#send({ type: 'failed', message });
      return;
    }
    this.#know(graph);
    this.#send({ type: 'graph', graph, choice, texts: pageTexts() });
  }

  #know(told: ActorGraphResult | ActorMentionsResult | undefined): void {
    if (!told) return;
    const more = 'dated' in told ? [...told.dated, ...told.datedSources] : told.sources;
    for (const { uri } of more) this.#sources.add(uri);
  }

  #send(message: ToGraphPage): void {
    void this.#panel.webview.postMessage(message);
  }
}

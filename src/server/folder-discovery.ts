import { readingSpans, type Actor, type DiscoveredName, type SourceText } from '#corpus-index';
import type { DiscoveryAnswers, DiscoveryRequest } from './discovery-messages';
import type { FolderCorpus } from './folder-corpus';
import { WorkerLost, type WorkerClient } from './worker-client';

export type DiscoveryClient = WorkerClient<DiscoveryRequest, DiscoveryAnswers>;

/** Tells the thread that looks for names what has changed of a folder since it was asked last, and asks it. */
export class FolderDiscovery {
  /** What the thread has, by path: a text that was read anew has another reading. */
  private readonly sent = new Map<string, SourceText['reading']>();
  private actors: readonly Actor[] | undefined;
  private ignored: readonly string[] | undefined;
  private last: { readonly revision: number; readonly names: Promise<readonly DiscoveredName[]> } | undefined;

  constructor(
    private readonly folder: FolderCorpus,
    private readonly client: DiscoveryClient,
  ) {}

  /** All names, the likeliest first. The thread may end once; what it had is then sent again. */
  names(): Promise<readonly DiscoveredName[]> {
    const { revision } = this.folder;
    if (this.last?.revision === revision) return this.last.names;
    const names = this.ask().catch((error: unknown) => {
      this.forget();
      if (error instanceof WorkerLost) return this.ask();
      throw error;
    });
    this.last = { revision, names };
    names.catch(() => {
      this.last = undefined;
    });
    return names;
  }

  async leave(): Promise<void> {
    if (this.sent.size > 0) await this.client.ask({ kind: 'leave', folder: this.folder.uri });
  }

  private ask(): Promise<readonly DiscoveredName[]> {
    const { uri } = this.folder;
    const changes = this.changes();
    // In order: the thread answers one after the other.
    const told = changes.map((change) => this.client.ask(change));
    const names = this.client.ask({ kind: 'discover', folder: uri });
    return Promise.all([names, ...told]).then(() => names);
  }

  private changes(): DiscoveryRequest[] {
    const { folder } = this;
    const { uri, corpus, ignored } = folder;
    const changes: DiscoveryRequest[] = [];
    const present = new Set<string>();
    for (const source of corpus.sources) {
      const { path, reading, passages } = source;
      present.add(path);
      if (this.sent.get(path) === reading) continue;
      this.sent.set(path, reading);
      changes.push({
        kind: 'survey',
        folder: uri,
        path,
        text: reading.text,
        passages: readingSpans(source, passages),
      });
    }
    for (const path of this.sent.keys())
      if (!present.has(path)) {
        this.sent.delete(path);
        changes.push({ kind: 'drop', folder: uri, path });
      }
    if (this.actors !== corpus.actors || this.ignored !== ignored) {
      this.actors = corpus.actors;
      this.ignored = ignored;
      changes.push({ kind: 'registry', folder: uri, actors: corpus.actors, ignored });
    }
    return changes;
  }

  private forget(): void {
    this.sent.clear();
    this.actors = undefined;
  }
}

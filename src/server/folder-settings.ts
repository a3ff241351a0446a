import type { IngestSettings } from '../ingest/settings';

interface Watcher {
  readonly dispose: () => void;
}

/** What a folder's settings are for: its corpus. */
interface Configurable {
  readonly configure: (settings: IngestSettings) => Promise<void>;
}

interface FolderSettingsPort {
  /** The folder that is open under this URI now. */
  readonly folder: (uri: string) => Configurable | undefined;
  readonly read: (uri: string) => Promise<IngestSettings>;
  /** Has the files watched that the globs name; undefined where the client cannot. */
  readonly watch: (uri: string, globs: readonly string[]) => Promise<Watcher | undefined>;
  readonly failed: (error: unknown) => void;
}

interface Watching {
  readonly globs: string;
  readonly watcher: Watcher | undefined;
}

/**
 * Keeps folders to their settings. Changes of one folder are taken one after the other, so that the last one holds and each folder
 * has one watcher; reading the sources is not waited for.
 */
export class FolderSettings {
  private readonly turns = new Map<string, Promise<void>>();
  private readonly watching = new Map<string, Watching>();

  constructor(private readonly port: FolderSettingsPort) {}

  /** Reads the folder's settings, watches what they name, and has it indexed. */
  configure(uri: string): Promise<void> {
    const turn = (this.turns.get(uri) ?? Promise.resolve())
      .then(() => this.take(uri))
      .catch((error: unknown) => {
        this.port.failed(error);
      });
    this.turns.set(uri, turn);
    return turn;
  }

  removed(uri: string): void {
    this.watching.get(uri)?.watcher?.dispose();
    this.watching.delete(uri);
  }

  private async take(uri: string): Promise<void> {
    const folder = this.port.folder(uri);
    if (!folder) return;
    const settings = await this.port.read(uri);
    await this.watch(uri, settings.sources);
    if (this.port.folder(uri) !== folder) {
      this.removed(uri);
      return;
    }
    folder.configure(settings).catch((error: unknown) => {
      this.port.failed(error);
    });
  }

  private async watch(uri: string, sources: readonly string[]): Promise<void> {
    const globs = JSON.stringify(sources);
    if (this.watching.get(uri)?.globs === globs) return;
    this.removed(uri);
    this.watching.set(uri, { globs, watcher: await this.port.watch(uri, sources) });
  }
}

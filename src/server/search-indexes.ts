import { MemoryIndex } from '#corpus-index';
import type { KeptIndexes } from '../ingest/kept-index';
import { inSlices } from './in-slices';

/** Nothing has been put in or removed for so long: there is time to put an index in order; in milliseconds. */
const IDLE = 1500;

interface Opened {
  readonly folder: string;
  readonly index: MemoryIndex;
  timer?: NodeJS.Timeout;
  /** It is being put in order: nobody else may begin with that. */
  isBusy: boolean;
}

/**
 * The search index of each workspace folder. It is read from the file in which it was kept, and joined and kept again when it has not
 * changed for a while, in slices between which searches are answered; where nothing can be kept, it is built anew at each start.
 */
export class SearchIndexes {
  private readonly opened = new Map<string, Promise<Opened>>();

  constructor(
    /** Undefined where indexes are not kept. */
    private readonly kept: KeptIndexes | undefined,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** To change it. */
  async change(folder: string, change: (index: MemoryIndex) => Promise<void>): Promise<void> {
    const opened = await this.open(folder);
    await change(opened.index);
    this.rest(opened);
  }

  /** To search in it. */
  async of(folder: string): Promise<MemoryIndex> {
    const { index } = await this.open(folder);
    return index;
  }

  async forget(folder: string): Promise<void> {
    const opened = await this.opened.get(folder);
    clearTimeout(opened?.timer);
    this.opened.delete(folder);
  }

  private open(folder: string): Promise<Opened> {
    const known = this.opened.get(folder);
    if (known) return known;
    const opened = this.read(folder).then((kept) => ({
      folder,
      index: kept ?? new MemoryIndex(),
      isBusy: false,
    }));
    this.opened.set(folder, opened);
    return opened;
  }

  private async read(folder: string): Promise<MemoryIndex | undefined> {
    return this.kept?.read(folder);
  }

  /** Puts the index in order when it has not changed for a while. */
  private rest(opened: Opened): void {
    clearTimeout(opened.timer);
    opened.timer = setTimeout(() => {
      this.tidy(opened).catch(this.failed);
    }, IDLE).unref();
  }

  private async tidy(opened: Opened): Promise<void> {
    const { folder, index } = opened;
    if (!index.isScattered) return;
    if (opened.isBusy) {
      this.rest(opened);
      return;
    }
    opened.isBusy = true;
    try {
      const segment = await inSlices(index.join());
      if (this.opened.has(folder)) await this.kept?.keep(folder, segment);
    } finally {
      opened.isBusy = false;
    }
  }
}

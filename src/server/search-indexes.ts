import { MemoryIndex, type PassageHit } from '#corpus-index';
import { DiskIndex } from '../ingest/disk-index/disk-index';
import type { DiskFailure } from '../ingest/disk-index/open-database';
import type { KeptIndexes } from '../ingest/kept-index';
import { inSlices } from './in-slices';

/** Nothing has been put in or removed for so long: there is time to put an index in order; in milliseconds. */
const IDLE = 1500;

/** An index on disk that failed is begun anew so often; then the index is one in memory. */
const MOST_LOSSES = 1;

export type SearchEngine = 'memory' | 'disk';

/** Why an index is in memory that was to be on disk. `no-place`: the editor has named no folder for it. */
export type NoDisk = DiskFailure | { readonly code: 'no-place'; readonly detail: '' };

interface Opened {
  readonly folder: string;
  /** Undefined where it was opened before anybody has said. */
  readonly wanted: SearchEngine | undefined;
  readonly index: MemoryIndex | DiskIndex;
  readonly failure?: NoDisk;
  timer?: NodeJS.Timeout;
  /** It is being put in order: nobody else may begin with that. */
  isBusy: boolean;
  /** Another one is in its place. */
  isLeft: boolean;
}

export interface SearchIndexEvents {
  readonly failed: (error: unknown) => void;
  /** The index on disk could not be used any longer: an empty one is in its place, and the folder's sources are to be read again. */
  readonly lost: (folder: string, error: unknown) => void;
}

/**
 * The search index of each workspace folder, in memory or on disk. One in memory is read from the file in which it was kept, and joined and
 * kept again when it has not changed for a while, in slices between which searches are answered; where nothing can be kept, it is built anew
 * at each start.
 */
export class SearchIndexes {
  private readonly opened = new Map<string, Promise<Opened>>();
  private readonly losses = new Map<string, number>();

  constructor(
    /** Undefined where indexes are not kept. */
    private readonly kept: KeptIndexes | undefined,
    private readonly events: SearchIndexEvents,
  ) {}

  /** What was said of the folder's index last. */
  async wanted(folder: string): Promise<SearchEngine | undefined> {
    return (await this.opened.get(folder))?.wanted;
  }

  /** The folder's index is to be of this engine from now on: one of another is left, and what was in it has to be put in again. */
  async use(folder: string, engine: SearchEngine): Promise<NoDisk | undefined> {
    const known = await this.opened.get(folder);
    if (known?.wanted === engine) return known.failure;
    if (known) this.leave(known);
    const { failure } = await this.open(folder, engine);
    if (engine === 'memory') this.kept?.removeDisk(folder);
    return failure;
  }

  /** To change it. */
  async change(folder: string, change: (index: MemoryIndex | DiskIndex) => Promise<void>): Promise<void> {
    this.rest(await this.with(folder, change));
  }

  async search(folder: string, query: string, limit: number): Promise<readonly PassageHit[]> {
    let hits: readonly PassageHit[] = [];
    await this.with(folder, async (index) => {
      hits = await index.search(query, limit);
    });
    return hits;
  }

  async forget(folder: string): Promise<void> {
    const opened = await this.opened.get(folder);
    if (!opened) return;
    try {
      if (opened.index instanceof DiskIndex) opened.index.commit();
    } finally {
      this.leave(opened);
    }
  }

  /** Does something with the folder's index; where the one on disk fails, with what is in its place then. */
  private async with(
    folder: string,
    work: (index: MemoryIndex | DiskIndex) => Promise<void>,
  ): Promise<Opened> {
    for (;;) {
      const opened = await this.open(folder);
      try {
        await work(opened.index);
        return opened;
      } catch (error) {
        if (!(opened.index instanceof DiskIndex)) throw error;
        this.lose(opened, error);
      }
    }
  }

  private open(folder: string, engine?: SearchEngine): Promise<Opened> {
    const known = this.opened.get(folder);
    if (known) return known;
    const opened = engine === 'disk' ? this.openDisk(folder) : this.openMemory(folder, engine);
    this.opened.set(folder, opened);
    return opened;
  }

  private async openMemory(
    folder: string,
    wanted: SearchEngine | undefined,
    failure?: NoDisk,
  ): Promise<Opened> {
    const index = (await this.kept?.read(folder)) ?? new MemoryIndex();
    return { folder, wanted, index, ...(failure && { failure }), isBusy: false, isLeft: false };
  }

  private async openDisk(folder: string): Promise<Opened> {
    const index = (await this.kept?.openDisk(folder)) ?? ({ code: 'no-place', detail: '' } as const);
    if (!(index instanceof DiskIndex)) return this.openMemory(folder, 'disk', index);
    return { folder, wanted: 'disk', index, isBusy: false, isLeft: false };
  }

  /** Leaves an index on disk that has failed, with its file, for a new one; or for one in memory, where that happens again. */
  private lose(opened: Opened, error: unknown): void {
    // What failed as it was left already has not lost anything.
    if (opened.isLeft) return;
    const { folder } = opened;
    const losses = (this.losses.get(folder) ?? 0) + 1;
    this.losses.set(folder, losses);
    this.leave(opened);
    this.kept?.removeDisk(folder);
    if (losses > MOST_LOSSES)
      this.opened.set(
        folder,
        this.openMemory(folder, 'disk', {
          code: 'failed',
          detail: error instanceof Error ? error.message : String(error),
        }),
      );
    else void this.open(folder, 'disk');
    this.events.lost(folder, error);
  }

  private leave(opened: Opened): void {
    const { folder, index, timer } = opened;
    clearTimeout(timer);
    opened.isLeft = true;
    this.opened.delete(folder);
    if (index instanceof DiskIndex) index.close();
  }

  /** Puts the index in order when it has not changed for a while. */
  private rest(opened: Opened): void {
    clearTimeout(opened.timer);
    opened.timer = setTimeout(() => {
      this.tidy(opened).catch((error: unknown) => {
        if (opened.index instanceof DiskIndex) this.lose(opened, error);
        else this.events.failed(error);
      });
    }, IDLE).unref();
  }

  private async tidy(opened: Opened): Promise<void> {
    const { folder, index } = opened;
    if (opened.isBusy) {
      this.rest(opened);
      return;
    }
    opened.isBusy = true;
    try {
      if (index instanceof DiskIndex) await inSlices(index.settle());
      else if (index.isScattered) {
        const segment = await inSlices(index.join());
        if (this.opened.has(folder)) await this.kept?.keep(folder, segment);
      }
    } finally {
      opened.isBusy = false;
    }
  }
}

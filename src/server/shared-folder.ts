import type { Corpus } from '#corpus-index';
import type { SharedHealth } from '../protocol/shared';
import { writtenAddress, type CorpusAddress } from '../shared-corpus/address';
import type { SharedCorpusError } from '../shared-corpus/failure';
import type { SharedHit } from '../shared-corpus/postgres-index';
import type { SharedKey } from '../shared-corpus/shared-sources';
import { sourceFrom, type StoredSource } from '../shared-corpus/stored-source';
import { SharedConnection } from './shared-connection';
import { SharedCopies, type SharedCopy } from './shared-copies';

/** A corpus that could not be reached is tried again after so long, and one that is reached is asked what changed; in milliseconds. */
const RETRY = 30_000;
const REFRESH = 600_000;

/** A person who opens or inserts a passage waits at most so long for its source, and one who types for keys; in milliseconds. */
const FETCHING = 5000;
const COMPLETING = 100;

/** Sources can be large. */
const AT_ONCE = 10;

/** How it stands with a key that something cites and the folder has no text of. */
interface Wanted {
  /** `copy`: the copy kept is at hand, and whether the corpus still has it so is not known. */
  state: 'asked' | 'copy' | 'current' | 'absent';
  copy?: SharedCopy;
}

export interface SharedFolderPort {
  readonly corpus: Corpus;
  /** Sources or the state of the corpus are others than before. */
  readonly changed: () => void;
  readonly failed: (what: string, error: unknown) => void;
}

/** What a folder cites of a shared corpus: fetched by key, kept, and put into the folder's own corpus. */
export class SharedFolder {
  private readonly wanted = new Map<string, Wanted>();
  private readonly connection: SharedConnection;
  private readonly copies: SharedCopies | undefined;
  private readonly address: string;
  private state: SharedHealth['state'] = 'connecting';
  private failure: SharedCorpusError | undefined;
  private working: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private disposed = false;

  constructor(
    private readonly port: SharedFolderPort,
    address: CorpusAddress,
    password: string,
    copiesIn: string | undefined,
  ) {
    this.address = writtenAddress(address);
    this.copies = copiesIn === undefined ? undefined : new SharedCopies(copiesIn, this.address);
    this.connection = new SharedConnection(address, password, {
      connected: () => {
        this.state = 'reachable';
        this.failure = undefined;
        this.port.changed();
      },
      failed: (error) => {
        this.state = 'unreachable';
        this.failure = error;
        this.port.changed();
      },
    });
    this.update();
  }

  get health(): SharedHealth {
    const copies = [...this.wanted.values()].flatMap(({ state, copy }) =>
      state === 'copy' && copy ? copy : [],
    );
    const [oldest] = copies.map(({ at }) => at).sort();
    return {
      state: this.state,
      address: this.address,
      ...(this.failure && { problem: this.failure.message }),
      ...(this.failure?.code === 'refused-password' && { isRefused: true }),
      sources: [...this.wanted.values()].filter(({ copy }) => copy !== undefined).length,
      ...(oldest !== undefined &&
        this.state === 'unreachable' && { copies: { count: copies.length, of: oldest } }),
    };
  }

  /** Something cites these keys: those that the folder has no text of are looked up. */
  cites(keys: Iterable<string>): void {
    const { corpus } = this.port;
    const fresh = [...new Set(keys)].filter((key) => !this.wanted.has(key) && !corpus.source(key));
    if (fresh.length === 0) return;
    for (const key of fresh) this.wanted.set(key, { state: 'asked' });
    this.tellUnreached();
    this.run(() => this.look(fresh));
  }

  /** Has the source of a key fetched; after some seconds it is not waited for. */
  async fetch(key: string): Promise<void> {
    if (this.wanted.get(key)?.state === 'absent') this.wanted.delete(key);
    this.cites([key]);
    await within(FETCHING, this.working);
  }

  /** Passages of the corpus; none where it does not answer. */
  async search(query: string, limit: number): Promise<readonly SharedHit[]> {
    const asked = this.connection.ask((client, { PostgresIndex }) =>
      new PostgresIndex(client).find(query, limit),
    );
    return asked.catch(() => []);
  }

  /** Keys that begin so; none where the corpus does not answer soon. */
  async keysFrom(beginning: string, limit: number): Promise<readonly SharedKey[]> {
    const asked = this.connection.ask((client, { keysFrom }) => keysFrom(client, beginning, limit));
    return (
      (await within(
        COMPLETING,
        asked.catch(() => []),
      )) ?? []
    );
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.timer);
    this.connection.close();
    const { corpus } = this.port;
    for (const { path, shared } of corpus.sources) if (shared) corpus.remove(path);
    corpus.setUnreached(new Set());
  }

  /** Looks whether what is at hand is still what the corpus has, now and from time to time. */
  update(): void {
    clearTimeout(this.timer);
    this.connection.wake();
    this.run(async () => {
      await this.confirm();
      if (this.disposed) return;
      this.timer = setTimeout(
        () => {
          this.update();
        },
        this.state === 'reachable' ? REFRESH : RETRY,
      );
      this.timer.unref();
    });
  }

  /** One after the other. */
  private run(work: () => Promise<void>): void {
    this.working = this.working.then(work).catch((error: unknown) => {
      this.port.failed('reading the shared corpus', error);
    });
  }

  /** Copies first: they are at hand at once. */
  private async look(keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      const copy = await this.copies?.get(key);
      if (copy) this.take(key, 'copy', copy);
    }
    this.tellUnreached();
    await this.confirm();
  }

  /** Asks the corpus for all keys: what it has otherwise than the copy is fetched, what it has no more is forgotten. */
  private async confirm(): Promise<void> {
    if (this.disposed || this.failure?.code === 'refused-password') return;
    const keys = [...this.wanted.keys()];
    const now = await this.connection
      .ask((client, { fingerprintsOf }) => fingerprintsOf(client, keys))
      .catch(() => undefined);
    if (!now) {
      this.markCopies();
      return;
    }
    const stale: string[] = [];
    for (const [key, one] of this.wanted) {
      const fingerprint = now.get(key);
      if (fingerprint === undefined && keys.includes(key)) await this.forget(key);
      else if (fingerprint !== undefined && fingerprint === one.copy?.fingerprint)
        await this.confirmed(key, one.copy);
      else if (fingerprint !== undefined) stale.push(key);
    }
    for (let at = 0; at < stale.length; at += AT_ONCE)
      await this.fetchNow(stale.slice(at, at + AT_ONCE), now);
    this.tellUnreached();
  }

  private async fetchNow(keys: readonly string[], now: ReadonlyMap<string, string>): Promise<void> {
    const fetched = await this.connection
      .ask((client, { sourcesOf }) => sourcesOf(client, keys))
      .catch((): readonly StoredSource[] => []);
    const at = new Date().toISOString();
    for (const source of fetched) {
      const copy = { source, fingerprint: now.get(source.key) ?? '', at };
      this.take(source.key, 'current', copy);
      // Where nothing can be kept, nothing is at hand when the corpus is not: said by the state, not by a failure.
      await this.copies?.put(copy).catch(() => undefined);
    }
  }

  private async confirmed(key: string, copy: SharedCopy): Promise<void> {
    const known = this.wanted.get(key);
    if (known?.state === 'current') return;
    const fresh = { ...copy, at: new Date().toISOString() };
    this.wanted.set(key, { state: 'current', copy: fresh });
    await this.copies?.put(fresh).catch(() => undefined);
  }

  private take(key: string, state: Wanted['state'], copy: SharedCopy): void {
    if (this.disposed) return;
    const source = sourceFrom(copy.source);
    if (!source) {
      this.port.failed(`reading @${key} of the shared corpus`, new Error('it is not as it should be'));
      return;
    }
    this.wanted.set(key, { state, copy });
    this.port.corpus.put(source);
    this.port.changed();
  }

  private async forget(key: string): Promise<void> {
    const known = this.wanted.get(key);
    this.wanted.set(key, { state: 'absent' });
    if (!known?.copy) return;
    const source = sourceFrom(known.copy.source);
    if (source) this.port.corpus.remove(source.path);
    await this.copies?.remove(key);
    this.port.changed();
  }

  /** What was current is a copy from now on, as long as nobody can tell. */
  private markCopies(): void {
    for (const [key, one] of this.wanted)
      if (one.state === 'current') this.wanted.set(key, { ...one, state: 'copy' });
    this.tellUnreached();
    this.port.changed();
  }

  private tellUnreached(): void {
    if (this.disposed) return;
    const unreached = [...this.wanted].filter(([, { state }]) => state === 'asked').map(([key]) => key);
    if (this.port.corpus.setUnreached(new Set(unreached))) this.port.changed();
  }
}

/** Undefined where it takes longer; in milliseconds. */
async function within<Value>(limit: number, work: Promise<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined);
    }, limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

import type { Client } from 'pg';
import type { CorpusAddress } from '../shared-corpus/address';
import { sharedFailure, type SharedCorpusError } from '../shared-corpus/failure';

/** After a failure it is not tried again before so long, in milliseconds: everything that is asked meanwhile fails at once. */
const REST = 5000;

/** What speaks to databases is loaded when the first folder has one. */
const database = () => import('../shared-corpus/database');
type Database = Awaited<ReturnType<typeof database>>;

export interface ConnectionEvents {
  readonly connected: () => void;
  readonly failed: (error: SharedCorpusError) => void;
}

/** A connection to a shared corpus that is made when it is needed, and again when it was lost. */
export class SharedConnection {
  private client: Promise<Client> | undefined;
  private failedAt = -Infinity;
  private closed = false;

  constructor(
    private readonly address: CorpusAddress,
    private readonly password: string,
    private readonly events: ConnectionEvents,
  ) {}

  /** Asks, and throws a `SharedCorpusError` where no answer can be had. */
  async ask<Answer>(question: (client: Client, of: Database) => Promise<Answer>): Promise<Answer> {
    const of = await database();
    try {
      return await question(await this.connected(of), of);
    } catch (error) {
      const failure = sharedFailure(error);
      if (failure.code !== 'too-slow') this.lost(failure);
      throw failure;
    }
  }

  /** The next question tries to connect, however short ago that failed. */
  wake(): void {
    this.failedAt = -Infinity;
  }

  /** For good. A connection that is being made is not waited for: it is closed as soon as it is there. */
  close(): void {
    this.closed = true;
    void this.drop();
  }

  private connected(of: Database): Promise<Client> {
    if (this.closed || (!this.client && performance.now() - this.failedAt < REST))
      return Promise.reject(new Error('Connection terminated'));
    this.client ??= this.open(of);
    return this.client;
  }

  private async open({ connect, checkVersion }: Database): Promise<Client> {
    const client = await connect(this.address, { as: 'reader', password: () => this.password });
    try {
      await checkVersion(client);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    client.once('end', () => {
      if (!this.closed && this.client) this.lost(sharedFailure(new Error('Connection terminated')));
    });
    if (this.closed) void client.end().catch(() => undefined);
    else this.events.connected();
    return client;
  }

  /** What is asked while it rests fails without being told again. */
  private lost(failure: SharedCorpusError): void {
    if (!this.client || this.closed) return;
    this.failedAt = performance.now();
    void this.drop();
    this.events.failed(failure);
  }

  private async drop(): Promise<void> {
    const dropped = this.client;
    this.client = undefined;
    const client = await dropped?.catch(() => undefined);
    await client?.end().catch(() => undefined);
  }
}

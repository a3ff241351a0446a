import * as fs from 'node:fs/promises';
import { Client } from 'pg';
import type { CorpusAddress } from './address';
import { SharedCorpusError, sharedFailure } from './failure';

/** In milliseconds. */
const CONNECTING = 5000;

/** A reader's question may take the database so long; in milliseconds. */
const ANSWERING = 3000;

export interface ConnectionOptions {
  /** Whether anything may be changed. A reader's questions end in time, an owner's take as long as they do. */
  readonly as: 'reader' | 'owner';
  /** Without it the password comes from PGPASSWORD or ~/.pgpass, as with PostgreSQL's own programs. */
  readonly password?: () => string;
}

/** Connects, and throws a `SharedCorpusError` where that fails. */
export async function connect(address: CorpusAddress, options: ConnectionOptions): Promise<Client> {
  const { host, port, database, user } = address;
  const client = new Client({
    ...{ host, port, database, user },
    ...(options.password && { password: options.password }),
    ssl: await tlsOf(address),
    connectionTimeoutMillis: CONNECTING,
    ...(options.as === 'reader' && { statement_timeout: ANSWERING, query_timeout: ANSWERING + 1000 }),
    application_name: 'sourcewright',
    keepAlive: true,
  });
  // One that is lost while nobody asks fails with the next question; unheard it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await prepare(client, options.as);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw sharedFailure(error);
  }
}

async function tlsOf({ tls, rootCertificate }: CorpusAddress): Promise<false | { ca?: string }> {
  if (!tls) return false;
  if (rootCertificate === undefined) return {};
  const ca = await fs.readFile(rootCertificate, 'utf8').catch((error: unknown) => {
    throw new SharedCorpusError('not-trusted', (error as Error).message);
  });
  return { ca };
}

async function prepare(client: Client, as: ConnectionOptions['as']): Promise<void> {
  // Nothing of ours is found by a name that somebody else may have taken.
  await client.query(`SELECT set_config('search_path', concat_ws(', ', 'sourcewright',
    (SELECT quote_ident(n.nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pg_trgm'), 'pg_temp'), false)`);
  if (as === 'reader') await client.query('SET default_transaction_read_only = on');
}

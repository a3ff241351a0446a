import type { Client } from 'pg';
import type { StoredSource } from './stored-source';

/** The sources of these keys, as they were stored. */
export async function sourcesOf(client: Client, keys: readonly string[]): Promise<readonly StoredSource[]> {
  const { rows } = await client.query<StoredSource>(
    'SELECT key, sha256, reader, record, content FROM sourcewright.document WHERE key = ANY($1)',
    [keys],
  );
  return rows;
}

/** What is stored under these keys now, by key: to know whether a copy is still what the corpus has. */
export async function fingerprintsOf(
  client: Client,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ key: string; fingerprint: string }>(
    'SELECT key, fingerprint FROM sourcewright.document JOIN sourcewright.source ON id = source WHERE key = ANY($1)',
    [keys],
  );
  return new Map(rows.map(({ key, fingerprint }) => [key, fingerprint]));
}

export interface SharedKey {
  readonly key: string;
  readonly title: string;
}

/** Keys that begin so, at most `limit`. */
export async function keysFrom(
  client: Client,
  beginning: string,
  limit: number,
): Promise<readonly SharedKey[]> {
  const { rows } = await client.query<SharedKey>(
    'SELECT key, title FROM sourcewright.document WHERE key LIKE $1 ORDER BY key LIMIT $2',
    [`${beginning.replace(/[\\%_]/g, String.raw`\$&`)}%`, limit],
  );
  return rows;
}

import type { Client } from 'pg';
import type { IndexedPassage } from '#corpus-index';
import { copyRows } from './copy-rows';
import { searchVector, searchWords, storable } from './search-words';

/** What is kept of a source beside its passages; texts as they are stored. */
export interface WrittenDocument {
  readonly key: string;
  readonly sha256: string;
  readonly reader: string;
  readonly language?: string | undefined;
  readonly title: string;
  /** JSON. */
  readonly record?: string | undefined;
  /** JSON. */
  readonly content: string;
}

export interface WrittenPassage extends IndexedPassage {
  /** Line and character of start and end, from 0. */
  readonly place?: readonly number[];
}

export interface WrittenSource {
  readonly path: string;
  readonly about: string;
  /** Tells this content from any other. */
  readonly fingerprint?: string;
  readonly passages: readonly WrittenPassage[];
  readonly document?: WrittenDocument;
}

interface WritingOptions {
  /** Words that the vocabulary is known to have; those that come are added. Then nobody counts now: whoever writes much counts at the end. */
  readonly known?: Set<string>;
}

/**
 * Writes sources in place of those of their paths and keys, in one transaction: nobody ever sees a part of one.
 */
export async function writeSources(
  client: Client,
  sources: readonly WrittenSource[],
  { known }: WritingOptions = {},
): Promise<void> {
  const made = sources.map((source) => ({ source, rows: passageRows(source) }));
  const counts = countTerms(made.flatMap(({ rows }) => rows.flatMap(({ terms }) => terms)));
  const fresh = [...counts.keys()].filter((term) => known?.has(term) !== true);
  await inTransaction(client, async () => {
    await removeOld(client, sources, known === undefined);
    const { rows: ids } = await client.query<{ id: string }>(
      "SELECT nextval(pg_get_serial_sequence('sourcewright.source', 'id')) AS id FROM generate_series(1, $1)",
      [sources.length],
    );
    const idOf = (at: number): string => ids[at]?.id ?? '';
    await copyRows(
      client,
      'sourcewright.source (id, path, about, fingerprint)',
      sources.map(({ path, about, fingerprint }, at) => [idOf(at), path, storable(about), fingerprint]),
    );
    await copyRows(
      client,
      'sourcewright.document (source, key, sha256, reader, language, title, record, content)',
      sources.flatMap(({ document: of }, at) =>
        of
          ? [[idOf(at), of.key, of.sha256, of.reader, of.language, storable(of.title), of.record, of.content]]
          : [],
      ),
    );
    await copyRows(
      client,
      'sourcewright.passage (source, n, place, text, words)',
      made.flatMap(({ rows }, at) =>
        rows.map(({ n, place, text, vector }) => [idOf(at), n, place, text, vector]),
      ),
    );
    await client.query(
      `INSERT INTO sourcewright.word AS w (term, passages) SELECT * FROM unnest($1::text[], $2::integer[])
       ON CONFLICT (term) DO ${known ? 'NOTHING' : 'UPDATE SET passages = w.passages + excluded.passages'}`,
      [fresh, fresh.map((term) => counts.get(term))],
    );
    if (!known)
      await countPassages(
        client,
        made.reduce((sum, { rows }) => sum + rows.length, 0),
      );
  });
  for (const term of fresh) known?.add(term);
}

/** Removes sources, and what was counted of them. */
export async function removeSources(client: Client, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await client.query(
    `UPDATE sourcewright.word w SET passages = w.passages - gone.passages
     FROM (SELECT lexeme, count(*) AS passages FROM sourcewright.passage p, unnest(p.words)
           WHERE p.source = ANY($1) GROUP BY lexeme) AS gone WHERE w.term = gone.lexeme`,
    [ids],
  );
  await client.query('DELETE FROM sourcewright.word WHERE passages <= 0');
  const { rowCount } = await client.query('DELETE FROM sourcewright.passage WHERE source = ANY($1)', [ids]);
  await countPassages(client, -(rowCount ?? 0));
  await client.query('DELETE FROM sourcewright.source WHERE id = ANY($1)', [ids]);
}

const countPassages = (client: Client, more: number) =>
  client.query('UPDATE sourcewright.corpus SET passages = passages + $1', [more]);

function countTerms(terms: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function passageRows({ passages, about }: WrittenSource) {
  const aboutWords = searchWords(about);
  return passages.map(({ n, place, text }) => {
    const { text: vector, terms } = searchVector(text, aboutWords);
    return { n, place, text: storable(text), vector, terms };
  });
}

/** Those of the same paths, and those that have one of the keys under another path: a key names one source. */
async function removeOld(
  client: Client,
  sources: readonly WrittenSource[],
  isCounted: boolean,
): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM sourcewright.source LEFT JOIN sourcewright.document ON source = id
     WHERE path = ANY($1) OR key = ANY($2)`,
    [sources.map(({ path }) => path), sources.flatMap(({ document }) => document?.key ?? [])],
  );
  const ids = rows.map(({ id }) => id);
  if (isCounted) await removeSources(client, ids);
  else await client.query('DELETE FROM sourcewright.source WHERE id = ANY($1)', [ids]);
}

export async function inTransaction(client: Client, run: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  try {
    await run();
    await client.query('COMMIT');
  } catch (error) {
    // Of a connection that is lost nothing stays anyway.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

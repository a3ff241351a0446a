import type { Client } from 'pg';
import type { IndexedPassage } from '#corpus-index';
import { copyRows } from './copy-rows';
import { searchVector, searchWords, storable } from './search-words';

/** What is kept of a source beside its passages; texts as they are stored. */
export interface WrittenDocument {
  readonly key: string;
  readonly stamp: string;
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
  readonly passages: readonly WrittenPassage[];
  readonly document?: WrittenDocument;
}

/**
 * Writes sources in place of those of their paths and keys, in one transaction: nobody ever sees a part of one. `known` are words
 * that the vocabulary is known to have; those that come are added.
 */
export async function writeSources(
  client: Client,
  sources: readonly WrittenSource[],
  known: Set<string> = new Set(),
): Promise<void> {
  const made = sources.map((source) => ({ source, rows: passageRows(source) }));
  const fresh = [...new Set(made.flatMap(({ rows }) => rows.flatMap(({ terms }) => terms)))].filter(
    (term) => !known.has(term),
  );
  await inTransaction(client, async () => {
    await removeOld(client, sources);
    const { rows: ids } = await client.query<{ id: string }>(
      "SELECT nextval(pg_get_serial_sequence('sourcewright.source', 'id')) AS id FROM generate_series(1, $1)",
      [sources.length],
    );
    const idOf = (at: number): string => ids[at]?.id ?? '';
    await copyRows(
      client,
      'sourcewright.source (id, path, about)',
      sources.map(({ path, about }, at) => [idOf(at), path, storable(about)]),
    );
    await copyRows(
      client,
      'sourcewright.document (source, key, stamp, sha256, reader, language, title, record, content)',
      sources.flatMap(({ document: of }, at) =>
        of
          ? [
              [
                idOf(at),
                of.key,
                of.stamp,
                of.sha256,
                of.reader,
                of.language,
                storable(of.title),
                of.record,
                of.content,
              ],
            ]
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
      'INSERT INTO sourcewright.word (term) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING',
      [fresh],
    );
  });
  for (const term of fresh) known.add(term);
}

function passageRows({ passages, about }: WrittenSource) {
  const aboutWords = searchWords(about);
  return passages.map(({ n, place, text }) => {
    const { text: vector, terms } = searchVector(text, aboutWords);
    return { n, place, text: storable(text), vector, terms };
  });
}

/** Those of the same paths, and those that have one of the keys under another path: a key names one source. */
async function removeOld(client: Client, sources: readonly WrittenSource[]): Promise<void> {
  await client.query('DELETE FROM sourcewright.source WHERE path = ANY($1)', [
    sources.map(({ path }) => path),
  ]);
  await client.query(
    'DELETE FROM sourcewright.source s USING sourcewright.document d WHERE d.source = s.id AND d.key = ANY($1)',
    [sources.flatMap(({ document }) => document?.key ?? [])],
  );
}

async function inTransaction(client: Client, run: () => Promise<void>): Promise<void> {
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

import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { from } from 'pg-copy-streams';

type Column = string | number | readonly number[] | undefined;

/** Puts rows into a table as PostgreSQL takes them in fastest. `columns`: the table and its columns, as SQL names them. */
export async function copyRows(
  client: Client,
  columns: string,
  rows: readonly (readonly Column[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const stream = client.query(from(`COPY ${columns} FROM STDIN`));
  const done = finished(stream);
  stream.end(rows.map((row) => `${row.map(field).join('\t')}\n`).join(''));
  await done;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function field(value: Column): string {
  if (value === undefined) return '\\N';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return `{${value.join(',')}}`;
  return value.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}

import * as fs from 'node:fs';
import * as path from 'node:path';
import type * as Sqlite from 'node:sqlite';
import { stopWords, words, type IndexedSource } from '#corpus-index';
import { LIMIT, type Engine } from './engine';
import type { QueryKind } from './queries';

/** Node.js has it from 22.13 on. */
export const sqlite = process.getBuiltinModule('node:sqlite') as typeof Sqlite | undefined;

/** SQLite's own index on disk, that keeps no texts; function words and folding are left to its tokeniser. */
export const sqliteFts5: Engine | undefined = sqlite && {
  name: 'SQLite FTS5, on disk',
  isOutside: true,
  build: (sources, folder) => {
    const file = path.join(folder, 'fts5.db');
    const database = new sqlite.DatabaseSync(file);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    database.exec(
      `CREATE VIRTUAL TABLE passages USING fts5(text, about, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2")`,
    );
    const rows = new Map<string, number[]>();
    let next = 1;
    const insert = database.prepare('INSERT INTO passages (rowid, text, about) VALUES (?, ?, ?)');
    const remove = database.prepare('DELETE FROM passages WHERE rowid = ?');
    const put = ({ path: source, passages, about }: IndexedSource) => {
      for (const row of rows.get(source) ?? []) remove.run(row);
      rows.set(
        source,
        passages.map(({ text }) => (insert.run(next, text, about), next++)),
      );
    };
    inTransaction(database, () => {
      sources.forEach(put);
    });
    const select = selection(database);
    return {
      search: (query, kind) => select.all(matching(query, kind), LIMIT).length,
      replace: (source) => {
        inTransaction(database, () => {
          put(source);
        });
      },
      coldStart: (query) => {
        const opened = new sqlite.DatabaseSync(file, { readOnly: true });
        const found = selection(opened).all(matching(query, 'prefix'), LIMIT).length;
        opened.close();
        return found;
      },
      close: () => {
        database.close();
      },
      note: () => `${(fs.statSync(file).size / 1e6).toFixed(0)} MB on disk`,
    };
  },
};

const selection = (database: Sqlite.DatabaseSync) =>
  database.prepare(
    'SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY bm25(passages, 2.0, 1.0) LIMIT ?',
  );

function inTransaction(database: Sqlite.DatabaseSync, work: () => void): void {
  database.exec('BEGIN');
  work();
  database.exec('COMMIT');
}

/** As strings, which are no operators; a quotation as a phrase. */
function matching(query: string, kind: QueryKind): string {
  if (kind === 'quotation') return `"${query.replaceAll('"', ' ')}"`;
  const terms = words(query).flatMap(({ term }) => (stopWords.has(term) ? [] : [`"${term}"`]));
  return `${terms.join(kind === 'any' ? ' OR ' : ' ')}*`;
}

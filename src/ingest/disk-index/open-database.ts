import * as fs from 'node:fs';
import * as nodePath from 'node:path';
import type * as Sqlite from 'node:sqlite';

export type Database = Sqlite.DatabaseSync;

/** Why there is no index on disk. */
export interface DiskFailure {
  /** `no-sqlite`: this Node.js has none, or one without FTS5. `in-use`: another process has the file. */
  readonly code: 'no-sqlite' | 'in-use' | 'failed';
  /** The system's words, or which Node.js it is. */
  readonly detail: string;
}

/** Tables of another form are thrown away, as is what another version of the program wrote. */
const FORM = 1;

/** Another process that is about to end is waited for; in milliseconds. */
const WAIT = 2000;

/** Pages of the file that are held in memory, in KiB. */
const CACHE = 32_768;

/** What FTS5 gathers before it writes it, in bytes: with fewer, what was written is joined more often. */
const GATHERED = 16_000_000;

/** SQLite's code of a file that another process has: https://www.sqlite.org/rescode.html */
const BUSY = 5;

/**
 * The terms that `words` folds are FTS5's tokens as they are: its tokeniser `ascii` takes every character beyond ASCII for a part of a
 * word. The terms of passages are kept too: FTS5 keeps its statistics right only if it is told what it is to forget, and what was found
 * is scored by them. FTS5's own joining (`automerge`) would hold up whoever waits for a changed source: `settle` does it.
 */
const TABLES = `
CREATE TABLE made (by TEXT NOT NULL, form INTEGER NOT NULL);
CREATE TABLE source (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, fingerprint TEXT,
  passages INTEGER NOT NULL, words INTEGER NOT NULL, about_words INTEGER NOT NULL
);
CREATE TABLE passage (id INTEGER PRIMARY KEY, text TEXT NOT NULL, about TEXT NOT NULL);
CREATE TABLE term (term TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE VIRTUAL TABLE found USING fts5(
  text, about, content = 'passage', content_rowid = 'id', tokenize = "ascii tokenchars './'"
);
CREATE VIRTUAL TABLE counted USING fts5vocab(found, col);
INSERT INTO found (found, rank) VALUES ('rank', 'bm25(2.0, 1.0)'), ('hashsize', ${GATHERED}), ('automerge', 0);
`;

/**
 * Opens the file, for this process alone; what another version wrote, what is not whole or no database is thrown away and begun anew.
 * `program`: its version, as another one may read words otherwise.
 */
export function openDatabase(file: string, program: string): Database | DiskFailure {
  const sqlite = sqliteHere();
  if (!sqlite) return { code: 'no-sqlite', detail: `Node.js ${process.version}` };
  // Which letters there are, the runtime knows.
  const by = `${program} ${process.versions['unicode'] ?? ''}`;
  try {
    fs.mkdirSync(nodePath.dirname(file), { recursive: true });
    return openKept(sqlite, file, by) ?? openNew(sqlite, file, by);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    if (codeOf(error) === BUSY) return { code: 'in-use', detail };
    return { code: detail.includes('fts5') ? 'no-sqlite' : 'failed', detail };
  }
}

/** Removes what was kept in the file, and what SQLite has put beside it. */
export function removeDatabase(file: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) fs.rmSync(`${file}${ending}`, { force: true });
}

/** Node.js has it from 22.5 on, without a flag from 22.13 on. */
const sqliteHere = (): typeof Sqlite | undefined =>
  // Node.js before 20.16 cannot be asked.
  (process as Partial<typeof process>).getBuiltinModule?.('node:sqlite');

function openKept(sqlite: typeof Sqlite, file: string, by: string): Database | undefined {
  if (!fs.existsSync(file)) return undefined;
  let database: Database | undefined;
  try {
    database = open(sqlite, file);
    const made = database.prepare('SELECT by, form FROM made').get();
    if (made?.['by'] === by && made['form'] === FORM) return database;
  } catch (error) {
    if (codeOf(error) === BUSY) throw error;
  }
  database?.close();
  removeDatabase(file);
  return undefined;
}

function openNew(sqlite: typeof Sqlite, file: string, by: string): Database {
  // A log that belonged to another file would be taken for this one's.
  removeDatabase(file);
  const database = open(sqlite, file);
  try {
    database.exec(TABLES);
    database.prepare('INSERT INTO made (by, form) VALUES (?, ?)').run(by, FORM);
    return database;
  } catch (error) {
    database.close();
    removeDatabase(file);
    throw error;
  }
}

/** The lock is taken at once and kept: two processes that wrote into one file would wait for each other all the time. */
function open(sqlite: typeof Sqlite, file: string): Database {
  const database = new sqlite.DatabaseSync(file);
  try {
    database.exec(
      `PRAGMA busy_timeout = ${WAIT}; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
      PRAGMA cache_size = -${CACHE}; BEGIN IMMEDIATE; COMMIT`,
    );
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** SQLite's code of an error that it gave: what the extended ones have in their upper bits does not count. */
function codeOf(error: unknown): number | undefined {
  const { errcode } = (error ?? {}) as { readonly errcode?: unknown };
  return typeof errcode === 'number' ? errcode & 0xff : undefined;
}

import {
  forEachWord,
  type IndexedSource,
  type PassageHit,
  type PassageIndex,
  type Steps,
  type WordCounts,
} from '#corpus-index';
import { findOnDisk, FIRST_OF_NEXT } from './find-on-disk';
import { openDatabase, removeDatabase, type Database, type DiskFailure } from './open-database';
import { KeptTerms } from './kept-terms';

/** When so many passages were put in or removed, they are committed. */
const MOST_UNCOMMITTED = 20_000;

/** What FTS5 joins in one step, in pages of its own: some milliseconds. */
const PAGES_MERGED = 100;

/** A source as the database has it. */
interface KeptSource {
  readonly id: number;
  readonly fingerprint: string | undefined;
  readonly passages: number;
  /** Different words of each passage, in sum; and those of its title and authors, for each passage again. */
  readonly words: number;
  readonly aboutWords: number;
}

/** The index in a file, or why there can be none: one that is begun anew where the file is of no use. */
export function openDiskIndex(file: string, program: string): DiskIndex | DiskFailure {
  const database = openDatabase(file, program);
  if ('code' in database) return database;
  try {
    return new DiskIndex(database);
  } catch {
    // It is whole at its beginning only.
    database.close();
    removeDatabase(file);
    const fresh = openDatabase(file, program);
    return 'code' in fresh ? fresh : new DiskIndex(fresh);
  }
}

/** A passage as the database has it: its terms, joined by spaces. */
interface KeptPassage {
  readonly row: number;
  readonly text: string;
  readonly about: string;
}

/**
 * The index on SQLite's FTS5: words and postings stay in the file, in memory are the sources' names and, once a word was looked for
 * that nobody has written so, the vocabulary. What is put in can be found at once; it is in the file for good when it was committed.
 * Whatever is done with it may throw SQLite's errors: the file was changed, the disk is full.
 */
export class DiskIndex implements PassageIndex {
  private readonly sources = new Map<string, KeptSource>();
  private readonly paths = new Map<number, string>();
  private readonly counts = { passages: 0, words: 0, aboutWords: 0 };
  private readonly terms: KeptTerms;
  private readonly statements;
  private nextId = 1;
  private uncommitted = 0;

  constructor(private readonly database: Database) {
    this.terms = new KeptTerms(database);
    this.statements = statementsOf(database);
    for (const row of database.prepare('SELECT * FROM source').iterate()) {
      const fingerprint = row['fingerprint'];
      this.hold(String(row['path']), {
        id: Number(row['id']),
        fingerprint: typeof fingerprint === 'string' ? fingerprint : undefined,
        passages: Number(row['passages']),
        words: Number(row['words']),
        aboutWords: Number(row['about_words']),
      });
    }
  }

  put(sources: readonly IndexedSource[]): Promise<void> {
    for (const source of sources) {
      const { path, fingerprint } = source;
      if (fingerprint !== undefined && this.sources.get(path)?.fingerprint === fingerprint) continue;
      this.change(source.passages.length, () => {
        this.write(source);
      });
    }
    return Promise.resolve();
  }

  remove(paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      const source = this.sources.get(path);
      if (source)
        this.change(source.passages, () => {
          this.drop(path);
        });
    }
    return Promise.resolve();
  }

  retain(paths: readonly string[]): Promise<void> {
    const kept = new Set(paths);
    return this.remove([...this.sources.keys()].filter((path) => !kept.has(path)));
  }

  search(query: string, limit: number): Promise<readonly PassageHit[]> {
    const { database, terms, paths } = this;
    const counts: WordCounts = this.counts;
    return Promise.resolve(findOnDisk({ database, terms, paths, counts }, query, limit));
  }

  /** Writes what was put in and removed for good. */
  commit(): void {
    if (!this.database.isTransaction) return;
    this.terms.write();
    this.database.exec('COMMIT');
    this.uncommitted = 0;
  }

  /** Commits, and joins what was written in many parts, in steps: what is asked or put in between two of them counts. */
  *settle(): Steps<void> {
    this.commit();
    const { merge, changes } = this.statements;
    const changed = () => Number(changes.get()?.['changes']);
    // With nothing left to join, only the order itself counts as a change: https://www.sqlite.org/fts5.html#the_merge_command
    for (let before = changed(), more = true; more;) {
      merge.run(PAGES_MERGED);
      const now = changed();
      more = now - before >= 2;
      before = now;
      yield;
    }
    this.commit();
  }

  close(): void {
    this.database.close();
  }

  private change(passages: number, work: () => void): void {
    if (!this.database.isTransaction) this.database.exec('BEGIN');
    work();
    this.uncommitted += passages;
    if (this.uncommitted > MOST_UNCOMMITTED) this.commit();
  }

  /** Takes a source in, in place of what its path had. A passage that stays as it was is left alone: most do when a person edits. */
  private write({ path, about, passages, fingerprint }: IndexedSource): void {
    const known = this.sources.get(path);
    const id = known?.id ?? this.nextId;
    const before = known ? this.passagesOf(id) : new Map<number, KeptPassage>();
    const aboutTerms = termsOf(about);
    const aboutDifferent = new Set(aboutTerms);
    const aboutText = aboutTerms.join(' ');
    let words = 0;
    for (const { n, text } of passages) {
      const terms = termsOf(text);
      const different = new Set(terms);
      const passage = { row: id * FIRST_OF_NEXT + n, text: terms.join(' '), about: aboutText };
      words += different.size;
      const old = before.get(passage.row);
      before.delete(passage.row);
      if (old?.text === passage.text && old.about === passage.about) continue;
      if (old) this.erase(old);
      this.insert(passage);
      this.terms.add(different);
    }
    for (const old of before.values()) this.erase(old);
    this.terms.add(aboutDifferent);
    const aboutWords = aboutDifferent.size * passages.length;
    this.statements.writeSource.run(id, path, fingerprint ?? null, passages.length, words, aboutWords);
    if (known) this.countSource(known, -1);
    this.hold(path, { id, fingerprint, passages: passages.length, words, aboutWords });
  }

  private drop(path: string): void {
    const source = this.sources.get(path);
    if (!source) return;
    for (const passage of this.passagesOf(source.id).values()) this.erase(passage);
    this.statements.deleteSource.run(source.id);
    this.sources.delete(path);
    this.paths.delete(source.id);
    this.countSource(source, -1);
  }

  /** What the database has of a source, by the rows. */
  private passagesOf(source: number): Map<number, KeptPassage> {
    const [from, to] = [source * FIRST_OF_NEXT, (source + 1) * FIRST_OF_NEXT - 1];
    const rows = this.statements.selectPassages.all(from, to);
    return new Map(
      rows.map(({ id, text, about }) => {
        const row = Number(id);
        return [row, { row, text: String(text), about: String(about) }];
      }),
    );
  }

  private insert({ row, text, about }: KeptPassage): void {
    this.statements.insertPassage.run(row, text, about);
    this.statements.insertFound.run(row, text, about);
  }

  private erase({ row, text, about }: KeptPassage): void {
    this.statements.deleteFound.run(row, text, about);
    this.statements.deletePassage.run(row);
  }

  private hold(path: string, source: KeptSource): void {
    this.sources.set(path, source);
    this.paths.set(source.id, path);
    this.nextId = Math.max(this.nextId, source.id + 1);
    this.countSource(source, 1);
  }

  private countSource({ passages, words, aboutWords }: KeptSource, sign: 1 | -1): void {
    this.counts.passages += sign * passages;
    this.counts.words += sign * words;
    this.counts.aboutWords += sign * aboutWords;
  }
}

function termsOf(text: string): string[] {
  const terms: string[] = [];
  forEachWord(text, 0, text.length, (term) => terms.push(term));
  return terms;
}

const statementsOf = (database: Database) => ({
  writeSource: database.prepare(
    'INSERT OR REPLACE INTO source (id, path, fingerprint, passages, words, about_words) VALUES (?, ?, ?, ?, ?, ?)',
  ),
  insertPassage: database.prepare('INSERT INTO passage (id, text, about) VALUES (?, ?, ?)'),
  insertFound: database.prepare('INSERT INTO found (rowid, text, about) VALUES (?, ?, ?)'),
  selectPassages: database.prepare('SELECT id, text, about FROM passage WHERE id BETWEEN ? AND ?'),
  // FTS5 forgets a row of a table whose content is elsewhere when it is told what it was.
  deleteFound: database.prepare("INSERT INTO found (found, rowid, text, about) VALUES ('delete', ?, ?, ?)"),
  merge: database.prepare("INSERT INTO found (found, rank) VALUES ('merge', ?)"),
  changes: database.prepare('SELECT total_changes() AS changes'),
  deletePassage: database.prepare('DELETE FROM passage WHERE id = ?'),
  deleteSource: database.prepare('DELETE FROM source WHERE id = ?'),
});

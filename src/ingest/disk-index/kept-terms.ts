import { Vocabulary, type CountedForm, type WordForm } from '#corpus-index';
import type { Database } from './open-database';

/** When so many new terms came, the vocabulary is read anew. */
const MOST_LEARNT = 20_000;

/** The terms of an index. A list of them is kept, as FTS5 reads through all of its postings to make one; counts are FTS5's. */
export class KeptTerms {
  /** Terms that came since the database was committed. */
  private readonly fresh = new Set<string>();
  private vocabulary: Vocabulary | undefined;
  private readonly statements;

  constructor(private readonly database: Database) {
    this.statements = {
      insert: database.prepare('INSERT OR IGNORE INTO term (term) VALUES (?)'),
      count: database.prepare('SELECT col, doc FROM counted WHERE term = ?'),
    };
  }

  add(terms: Iterable<string>): void {
    for (const term of terms) {
      if (this.fresh.has(term)) continue;
      this.fresh.add(term);
      this.vocabulary?.learn(term);
    }
  }

  /** All of them, and some that no passage has any more: read when they are first asked for. */
  get all(): Vocabulary {
    if (this.vocabulary && this.vocabulary.learnt > MOST_LEARNT) this.vocabulary = undefined;
    return (this.vocabulary ??= this.read());
  }

  counted(form: WordForm): CountedForm {
    const rows = this.statements.count.all(form.term);
    const passages = (column: string) => Number(rows.find(({ col }) => col === column)?.['doc'] ?? 0);
    return { ...form, inText: passages('text'), inAbout: passages('about') };
  }

  /** What came is listed for good with the next commit. */
  write(): void {
    for (const term of this.fresh) this.statements.insert.run(term);
    this.fresh.clear();
  }

  private read(): Vocabulary {
    const terms = new Set(this.fresh);
    for (const { term } of this.database.prepare('SELECT term FROM term').iterate()) terms.add(String(term));
    return new Vocabulary([...terms]);
  }
}

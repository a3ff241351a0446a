import type { Client } from 'pg';
import type { PassageHit, PassageIndex } from '#corpus-index';
import { queryWords, withSimilar, type QueryWord } from './query-words';
import { inTransaction, removeSources, writeSources, type WrittenSource } from './write-sources';

/** Of more passages that have all words, so many are ranked: those stored first. */
const MOST_RANKED = 500;

/** Of the words that some are to be found by, the rarest count: as many as so many passages have, one at least. */
const MOST_WITH_SOME = 50_000;

/** A passage found, and what shows it without its source. */
export interface SharedHit extends PassageHit {
  /** Undefined for what was put into the index without its document. */
  readonly key: string | null;
  readonly title: string;
  readonly text: string;
  /** Line and character of start and end in the source, from 0. */
  readonly place: readonly number[] | null;
}

/** The index that a team shares, on PostgreSQL. Of one connection: questions wait for each other. */
export class PostgresIndex implements PassageIndex {
  constructor(private readonly client: Client) {}

  /** Takes sources in, each in place of what its path had. One that it has with the same fingerprint is left as it is. */
  async put(sources: readonly WrittenSource[]): Promise<void> {
    const { rows } = await this.client.query<{ path: string; fingerprint: string }>(
      'SELECT path, fingerprint FROM sourcewright.source WHERE path = ANY($1) AND fingerprint IS NOT NULL',
      [sources.map(({ path }) => path)],
    );
    const known = new Map(rows.map(({ path, fingerprint }) => [path, fingerprint]));
    const fresh = sources.filter(
      ({ path, fingerprint }) => fingerprint === undefined || known.get(path) !== fingerprint,
    );
    if (fresh.length > 0) await writeSources(this.client, fresh);
  }

  remove(paths: readonly string[]): Promise<void> {
    return this.removeWhere('path = ANY($1)', paths);
  }

  /** Removes all sources but these. */
  retain(paths: readonly string[]): Promise<void> {
    return this.removeWhere('path <> ALL($1)', paths);
  }

  async search(query: string, limit: number): Promise<readonly PassageHit[]> {
    return (await this.find(query, limit)).map(({ path, n, score }) => ({ path, n, score }));
  }

  /** As `search`, with what a list shows of each. */
  async find(query: string, limit: number): Promise<readonly SharedHit[]> {
    if (limit < 1) return [];
    const words = await queryWords(this.client, query);
    if (words.length === 0) return [];
    // What has the words themselves is worth more than any likeness, and is found soonest.
    const exact = words.map((word) => ({ ...word, forms: word.forms.slice(0, 1) }));
    const first = await this.ranked(exact, '&', limit);
    if (first.length >= limit) return first;
    const mayGrow = words.some(({ forms }) => forms.length > 1);
    const all = mayGrow ? await this.ranked(words, '&', limit) : first;
    if (all.length >= limit) return all;
    // To look for likenesses takes longer than all the rest.
    const similar = await withSimilar(this.client, words);
    const hits = [
      ...(similar.some((word, at) => word.forms.length > (words[at]?.forms.length ?? 0))
        ? await this.ranked(similar, '&', limit)
        : all),
      ...(await this.ranked(rarest(similar), '|', limit)),
    ];
    const named = new Map(hits.toReversed().map((hit) => [`${hit.path} ${hit.n}`, hit]));
    return hits.filter((hit) => named.get(`${hit.path} ${hit.n}`) === hit).slice(0, limit);
  }

  private async ranked(
    words: readonly QueryWord[],
    operator: '&' | '|',
    limit: number,
  ): Promise<readonly SharedHit[]> {
    const forms = words.flatMap(({ forms: of, passages }) => of.map((form) => ({ ...form, passages })));
    const { rows } = await this.client.query<SharedHit>(RANKED, [
      words.map(({ forms: of }) => `(${of.map(({ query }) => query).join(' | ')})`).join(` ${operator} `),
      forms.map(({ query }) => query),
      forms.map(({ worth }) => worth),
      forms.map(({ passages }) => passages),
      limit,
    ]);
    return rows;
  }

  private removeWhere(condition: string, paths: readonly string[]): Promise<void> {
    return inTransaction(this.client, async () => {
      const { rows } = await this.client.query<{ id: string }>(
        `SELECT id FROM sourcewright.source WHERE ${condition}`,
        [paths],
      );
      await removeSources(
        this.client,
        rows.map(({ id }) => id),
      );
    });
  }
}

/**
 * `ts_rank` of one word grows with how often a passage has it, more and more slowly; its last number divides by the length. How much a
 * word counts is the inverse document frequency of BM25, of the word as it was typed.
 */
const RANKED = `
WITH found AS MATERIALIZED (
  SELECT source, n, words FROM sourcewright.passage WHERE words @@ $1::tsquery LIMIT ${MOST_RANKED}
), word AS MATERIALIZED (
  SELECT query, worth * ln(1 + (greatest(c.passages - w.passages, 0) + 0.5) / (w.passages + 0.5)) AS weight
  FROM sourcewright.corpus c, unnest($2::tsquery[], $3::float8[], $4::float8[]) AS w (query, worth, passages)
), best AS MATERIALIZED (
  SELECT source, path, n, (SELECT sum(weight * ts_rank('{0, 0, 0.5, 1}', words, query, 1)) FROM word) AS score
  FROM found JOIN sourcewright.source ON id = source ORDER BY score DESC, path, n LIMIT $5
)
SELECT b.path, b.n, b.score, d.key, coalesce(d.title, '') AS title, p.text, p.place
FROM best b
JOIN sourcewright.passage p ON p.source = b.source AND p.n = b.n
LEFT JOIN sourcewright.document d ON d.source = b.source
ORDER BY b.score DESC, b.path, b.n`;

function rarest(words: readonly QueryWord[]): readonly QueryWord[] {
  let sum = 0;
  return words
    .toSorted((a, b) => a.passages - b.passages)
    .filter(({ passages }, at) => (sum += passages) <= MOST_WITH_SOME || at === 0);
}

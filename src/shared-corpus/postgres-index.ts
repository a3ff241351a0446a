import type { Client } from 'pg';
import type { IndexedPassage, PassageHit, PassageIndex } from '#corpus-index';
import { queryWords, withSimilar, type QueryWord } from './query-words';
import { searchWords } from './search-words';
import { writeSources } from './write-sources';

/** More words are not looked for: nobody types them, and a page pasted would keep the database busy. */
const MOST_WORDS = 16;

/** Of more passages that have all words, so many are ranked: those stored first. */
const MOST_RANKED = 2000;

/** Of words that fewer are to be found by, only as many count, the rarest first, as so many passages have. */
const MOST_WITH_SOME = 50_000;

/** A passage found, and what shows it without its source. */
export interface SharedHit extends PassageHit {
  /** Undefined for what was put into the index without its document. */
  readonly key: string | undefined;
  readonly title: string;
  readonly text: string;
  /** Line and character of start and end in the source, from 0. */
  readonly place: readonly number[] | undefined;
}

/** The index that a team shares, on PostgreSQL. One connection: questions wait for each other. */
export class PostgresIndex implements PassageIndex {
  constructor(private readonly client: Client) {}

  put(path: string, passages: readonly IndexedPassage[], about: string): Promise<void> {
    return writeSources(this.client, [{ path, about, passages }]);
  }

  async remove(path: string): Promise<void> {
    await this.client.query('DELETE FROM sourcewright.source WHERE path = $1', [path]);
  }

  async search(query: string, limit: number): Promise<readonly PassageHit[]> {
    return (await this.find(query, limit)).map(({ path, n, score }) => ({ path, n, score }));
  }

  /** As `search`, with what a list shows of each. */
  async find(query: string, limit: number): Promise<readonly SharedHit[]> {
    const terms = [...new Set(searchWords(query))].slice(0, MOST_WORDS);
    if (terms.length === 0 || limit < 1) return [];
    const words = await queryWords(this.client, terms);
    const found = new Map<string, SharedHit>();
    const add = async (wanted: readonly QueryWord[], operator: '&' | '|') => {
      if (found.size >= limit) return;
      for (const hit of await this.ranked(wanted, operator, limit)) {
        const name = `${hit.path} ${hit.n}`;
        if (found.size < limit && !found.has(name)) found.set(name, hit);
      }
    };
    await add(words, '&');
    const isMisspelled = found.size === 0;
    if (!isMisspelled) await add(rarest(words), '|');
    if (found.size >= limit) return [...found.values()];
    // To look for likenesses takes longer than all the rest.
    const similar = await withSimilar(this.client, words);
    await add(similar, '&');
    await add(rarest(similar), '|');
    return [...found.values()];
  }

  private async ranked(
    words: readonly QueryWord[],
    operator: '&' | '|',
    limit: number,
  ): Promise<readonly SharedHit[]> {
    const weighed = words.flatMap(({ forms, passages }) =>
      forms.map(({ query, worth }) => ({ query, weight: worth / Math.log(2 + passages) })),
    );
    const { rows } = await this.client.query<SharedHit>(RANKED, [
      words.map(({ forms }) => `(${forms.map(({ query }) => query).join(' | ')})`).join(` ${operator} `),
      weighed.map(({ query }) => query),
      weighed.map(({ weight }) => weight),
      limit,
    ]);
    return rows;
  }
}

/** `ts_rank` of one word grows with how often a passage has it, more and more slowly; its last number divides by the length. */
const RANKED = `
WITH found AS MATERIALIZED (
  SELECT source, n, words FROM sourcewright.passage WHERE words @@ $1::tsquery LIMIT ${MOST_RANKED}
), best AS MATERIALIZED (
  SELECT source, n,
    (SELECT sum(weight * ts_rank('{0, 0, 0.5, 1}', words, query, 1))
     FROM unnest($2::tsquery[], $3::float8[]) AS word (query, weight)) AS score
  FROM found ORDER BY score DESC, source, n LIMIT $4
)
SELECT s.path, p.n, b.score, d.key, coalesce(d.title, '') AS title, p.text, p.place
FROM best b
JOIN sourcewright.passage p ON p.source = b.source AND p.n = b.n
JOIN sourcewright.source s ON s.id = b.source
LEFT JOIN sourcewright.document d ON d.source = b.source
ORDER BY b.score DESC, b.source, b.n`;

/** As many of the rarest words as can be looked for at once; one at least. */
function rarest(words: readonly QueryWord[]): readonly QueryWord[] {
  const ordered = words.toSorted((a, b) => a.passages - b.passages);
  let sum = 0;
  return ordered.filter(({ passages }, at) => (sum += passages) <= MOST_WITH_SOME || at === 0);
}
